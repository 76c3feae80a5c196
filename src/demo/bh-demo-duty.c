/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-duty.h"

#include "storage/bh-register-rows.h"

#define AWAY "彭卫东"
#define LARGE_DEPARTMENT 3 /* from so many on not everybody knows everything */

static guint
count_members (const BhDemoRegister *office, const BhDemoMember *like)
{
  guint n = 0;

  for (guint i = 0; i < office->members->len; i++)
    {
      const BhDemoMember *member = &g_array_index (office->members, BhDemoMember, i);

      n += member->department == like->department && member->actor.role == like->actor.role;
    }

  return n;
}

/* Ids of categories: every second one where there are others for the rest. */
static char *
list_skills (BhOffice *office, const BhDemoMember *member, guint index, gboolean all)
{
  const BhDemoTop *tops = bh_demo_texts_get_tops ();
  GString *skills = g_string_new (NULL);

  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    for (gsize j = 0; j < tops[i].n_leaves; j++)
      {
        g_autofree char *path = g_strconcat (tops[i].code, "/", tops[i].leaves[j].code, NULL);
        BhEntry *category = bh_office_find (office, BH_TYPE_CATEGORY, path);

        if (tops[i].leaves[j].department != member->department || (!all && (index + j) % 2 != 0))
          continue;
        g_string_append_printf (skills, "%s%" G_GINT64_FORMAT, skills->len > 0 ? " " : "",
                                bh_entry_get_id (category));
      }

  return g_string_free (skills, FALSE);
}

static gboolean
save (BhWork *work, BhDemoRegister *self, guint index, GError **error)
{
  const BhDemoMember *member = &g_array_index (self->members, BhDemoMember, index);
  BhOffice *office = bh_work_get_office (work, error);
  g_autofree char *skills = NULL;
  g_autoptr (BhRegisterRow) row = NULL;
  g_autoptr (BhPayload) values = NULL;

  if (office == NULL)
    return FALSE;
  row = bh_register_load_row (bh_work_get_connection (work), office, BH_REGISTER_STAFF,
                              member->actor.staff_id, error);
  if (row == NULL)
    return FALSE;

  skills = list_skills (office, member, index, count_members (self, member) < LARGE_DEPARTMENT);
  values = bh_payload_copy (bh_register_row_get_values (row));
  bh_payload_set (values, "skills", skills);
  if (g_str_equal (member->name, AWAY))
    {
      self->away_id = member->actor.staff_id;
      bh_payload_set_yes (values, "away", TRUE);
    }

  return bh_register_save_row (work, BH_REGISTER_STAFF, member->actor.staff_id, values, NULL, error)
         != 0;
}

gboolean
bh_demo_duty_assign (BhWork *work, BhDemoRegister *office, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  for (guint i = 0; i < office->members->len; i++)
    {
      BhRole role = g_array_index (office->members, BhDemoMember, i).actor.role;

      if ((role == BH_ROLE_WORKER || role == BH_ROLE_STEWARD) && !save (work, office, i, error))
        return FALSE;
    }

  return TRUE;
}
