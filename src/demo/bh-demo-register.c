/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-register.h"

#include "demo/bh-demo-duty.h"
#include "demo/bh-demo-estate.h"
#include "demo/bh-demo-people.h"
#include "demo/bh-demo-picture.h"
#include "demo/bh-demo-site.h"
#include "domain/bh-filter.h"
#include "domain/bh-staff-pin.h"
#include "storage/bh-register-repository.h"

/* Staff's phones come after those of any number of contacts. */
#define FIRST_STAFF_PHONE 900000
/* What a community is to reach where people are hard to content. */
#define HARD_SATISFACTION 0.75

/* What a category's policy has that the default has not. */
typedef struct
{
  const char *code; /* of a top level or leaf */
  gboolean allows_answer;
  gboolean skip_plan;
  int sample; /* per cent that is called back, 0: everybody */
  BhHours hours;
} PolicyChange;

/* The clock runs about so many times longer around the clock than in office hours. */
#define HOURS_OF_OFFICE 3

static const PolicyChange policy_changes[] = {
  { "communication", TRUE, FALSE, 0, BH_HOURS_CLOCK },
  { "fees", TRUE, FALSE, 0, BH_HOURS_OFFICE },
  { "lighting", FALSE, TRUE, 0, BH_HOURS_CLOCK },
  { "access", FALSE, TRUE, 0, BH_HOURS_CLOCK },
  { "garbage", FALSE, TRUE, 50, BH_HOURS_CLOCK },
  { "parking", FALSE, TRUE, 0, BH_HOURS_CLOCK },
};

typedef struct
{
  BhWork *work;
  BhOffice *office; /* as it was before */
  gint64 departments[BH_DEMO_N_DEPARTMENTS];
} Builder;

/* The default lists of a new database may already have what is to be added. */
static gint64
find_entry (Builder *builder, GType type, const char *code)
{
  BhEntry *entry = bh_office_find (builder->office, type, code);

  return entry != NULL ? bh_entry_get_id (entry) : 0;
}

static gboolean
rename_entry (Builder *builder, GType type, const char *code, const char *name, GError **error)
{
  BhEntry *entry = bh_office_find (builder->office, type, code);

  return entry == NULL || bh_register_rename (builder->work, entry, name, error);
}

/* The default lists speak the language of whoever runs the program; this office is Chinese. */
static gboolean
rename_defaults (Builder *builder, GError **error)
{
  const BhDemoTop *tops = bh_demo_texts_get_tops ();
  GPtrArray *causes = bh_office_list (builder->office, BH_TYPE_CAUSE);
  guint n;
  const BhDemoChannel *channels = bh_demo_people_get_channels (&n);

  for (guint i = 0; i < n; i++)
    if (!rename_entry (builder, BH_TYPE_CHANNEL, channels[i].code, channels[i].name, error))
      return FALSE;
  for (guint i = 0; i < BH_DEMO_N_DEPARTMENTS; i++)
    if (!rename_entry (builder, BH_TYPE_DEPARTMENT,
                       bh_demo_people_get_department_code ((BhDemoDepartment) i),
                       bh_demo_people_get_department_name ((BhDemoDepartment) i), error))
      return FALSE;
  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    if (!rename_entry (builder, BH_TYPE_CATEGORY, tops[i].code, tops[i].name, error))
      return FALSE;
  for (guint i = 0; i < causes->len; i++)
    {
      const char *code = bh_entry_get_code (g_ptr_array_index (causes, i));
      const char *name = bh_demo_people_get_cause_name (code);

      if (name != NULL && !rename_entry (builder, BH_TYPE_CAUSE, code, name, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_departments (Builder *builder, GError **error)
{
  for (guint i = 0; i < BH_DEMO_N_DEPARTMENTS; i++)
    {
      const char *code = bh_demo_people_get_department_code ((BhDemoDepartment) i);
      const char *name = bh_demo_people_get_department_name ((BhDemoDepartment) i);
      gint64 id = find_entry (builder, BH_TYPE_DEPARTMENT, code);

      if (id == 0)
        id = bh_register_add_department (builder->work, code, name, error);
      if (id == 0)
        return FALSE;
      builder->departments[i] = id;
    }

  return TRUE;
}

/* Whoever tries the demo office can approve. */
static gboolean
set_pin (Builder *builder, const BhActor *actor, GError **error)
{
  g_autofree char *hash = bh_staff_pin_hash_public (BH_DEMO_PIN, actor->staff_id);

  return !bh_loop_may_approve (actor->role)
         || bh_register_set_pin (builder->work, actor->staff_id, hash, error);
}

static gboolean
add_staff (Builder *builder, GArray *members, GError **error)
{
  guint n;
  const BhDemoStaff *staff = bh_demo_people_get_staff (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *phone = bh_demo_people_make_phone (FIRST_STAFF_PHONE + i);
      BhDemoMember member = { .name = staff[i].name, .department = staff[i].department };

      member.actor.role = (BhRole) bh_list_find (BH_LIST_ROLE, staff[i].role);
      member.actor.staff_id = bh_register_add_staff (builder->work, member.name,
                                                     builder->departments[member.department],
                                                     member.actor.role, phone, error);
      if (member.actor.staff_id == 0 || !set_pin (builder, &member.actor, error))
        return FALSE;
      member.actor.entered_by = member.actor.staff_id;
      g_array_append_val (members, member);
    }

  return TRUE;
}

/* What nobody can do anything about at night waits for the office to open. */
static void
set_hours (BhPolicy *policy, BhHours hours)
{
  static const BhClockKind clocks[] = { BH_CLOCK_RESPONSE, BH_CLOCK_DISPATCH, BH_CLOCK_ACCEPT,
                                        BH_CLOCK_PLAN, BH_CLOCK_COMPLETION };

  policy->hours = hours;
  if (hours != BH_HOURS_OFFICE || policy->grade == BH_GRADE_URGENT)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    policy->limits[clocks[i]] /= HOURS_OF_OFFICE;
}

static gboolean
add_policies (Builder *builder, const char *code, gint64 category_id, GError **error)
{
  const PolicyChange *change = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (policy_changes) && change == NULL; i++)
    if (g_str_equal (policy_changes[i].code, code))
      change = &policy_changes[i];
  if (change == NULL)
    return TRUE;

  for (BhGrade grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      g_autoptr (BhPolicy) policy = bh_policy_new_default (grade);

      policy->category_id = category_id;
      policy->allows_answer = change->allows_answer;
      policy->skip_plan = change->skip_plan;
      policy->callback = change->sample != 0 ? BH_CALLBACK_SAMPLE : BH_CALLBACK_ALWAYS;
      policy->callback_percent = change->sample;
      set_hours (policy, change->hours);
      if (bh_register_add_policy (builder->work, policy, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_leaf (Builder *builder, const BhDemoLeaf *leaf, gint64 top_id, GError **error)
{
  gint64 id = bh_register_add_category (builder->work, top_id, leaf->code, leaf->name,
                                        builder->departments[leaf->department],
                                        (BhGrade) bh_list_find (BH_LIST_GRADE, leaf->grade), error);

  return id != 0 && add_policies (builder, leaf->code, id, error);
}

static gboolean
add_categories (Builder *builder, GError **error)
{
  const BhDemoTop *tops = bh_demo_texts_get_tops ();

  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    {
      gint64 id = find_entry (builder, BH_TYPE_CATEGORY, tops[i].code);

      if (id == 0)
        id = bh_register_add_category (builder->work, 0, tops[i].code, tops[i].name, 0,
                                       BH_GRADE_NONE, error);
      if (id == 0 || !add_policies (builder, tops[i].code, id, error))
        return FALSE;
      for (gsize j = 0; j < tops[i].n_leaves; j++)
        if (!add_leaf (builder, &tops[i].leaves[j], id, error))
          return FALSE;
    }

  return TRUE;
}

static BhDemoHomes *
add_homes (Builder *builder, GArray *members, guint64 seed, GError **error)
{
  g_autoptr (GArray) stewards = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < members->len; i++)
    {
      const BhDemoMember *member = &g_array_index (members, BhDemoMember, i);

      if (member->actor.role == BH_ROLE_STEWARD)
        g_array_append_val (stewards, member->actor.staff_id);
    }

  return bh_demo_homes_build (builder->work, (const gint64 *) (gpointer) stewards->data,
                              stewards->len, seed, error);
}

static gboolean
add_own_target (Builder *builder, const char *community, int year, GError **error)
{
  const char *names[] = { community, NULL };
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) filter
      = bh_ticket_filter_with (all, BH_FILTER_COMMUNITY, names, error);
  g_autoptr (BhTarget) target = NULL;

  if (filter == NULL)
    return FALSE;
  target = bh_target_new (0, "satisfaction", bh_ticket_filter_to_text (filter), year,
                          BH_TARGET_VALUE, HARD_SATISFACTION, FALSE);

  return bh_register_add_target (builder->work, target, error) != 0;
}

/* An old estate, where people are hard to content, has a target of its own. */
static gboolean
add_own_targets (Builder *builder, GError **error)
{
  GPtrArray *targets = bh_office_list (builder->office, BH_TYPE_TARGET);
  guint n;
  const BhDemoCommunity *communities = bh_demo_estate_get_communities (&n);

  for (guint i = 0; i < n && targets->len > 0; i++)
    if (communities[i].content < 0
        && !add_own_target (builder, communities[i].name,
                            BH_TARGET (g_ptr_array_index (targets, 0))->year, error))
      return FALSE;

  return TRUE;
}

BhDemoRegister *
bh_demo_register_build (BhWork *work, guint64 seed, GError **error)
{
  g_autoptr (BhDemoRegister) self = g_new0 (BhDemoRegister, 1);
  g_autoptr (BhOffice) office = NULL;
  Builder builder = { .work = work };

  g_return_val_if_fail (BH_IS_WORK (work), NULL);

  builder.office = bh_work_get_office (work, error);
  if (builder.office == NULL)
    return NULL;
  office = g_object_ref (builder.office); /* the work reads it anew after the first change */

  self->members = g_array_new (FALSE, FALSE, sizeof (BhDemoMember));
  if (!rename_defaults (&builder, error) || !add_departments (&builder, error)
      || !add_staff (&builder, self->members, error) || !add_categories (&builder, error)
      || !bh_demo_duty_assign (work, self, error)
      || !bh_demo_picture_add_all (work, self->pictures, error))
    return NULL;
  self->homes = add_homes (&builder, self->members, seed, error);

  if (self->homes == NULL || !add_own_targets (&builder, error)
      || !bh_demo_site_add_all (work, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bh_demo_register_free (BhDemoRegister *self)
{
  g_clear_pointer (&self->homes, bh_demo_homes_free);
  g_clear_pointer (&self->members, g_array_unref);
  for (guint i = 0; i < BH_DEMO_N_PICTURES; i++)
    g_free (self->pictures[i]);
  g_free (self);
}

const BhDemoMember *
bh_demo_register_pick_member (const BhDemoRegister *self,
                              BhDemoRandom *random,
                              BhDemoDepartment department,
                              BhRole role,
                              gint64 except)
{
  const BhDemoMember *fitting = NULL;
  const BhDemoMember *other = NULL;
  guint n_fitting = 0;
  guint n_other = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->members->len; i++)
    {
      const BhDemoMember *member = &g_array_index (self->members, BhDemoMember, i);

      if (member->department != department || member->actor.staff_id == except)
        continue;
      if (member->actor.role == role)
        {
          if (bh_demo_random_below (random, ++n_fitting) == 0)
            fitting = member;
        }
      else if (bh_demo_random_below (random, ++n_other) == 0)
        other = member;
    }

  return fitting != NULL ? fitting : other;
}
