/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-texts.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/register/bh-register-cell-text.h"

static const struct
{
  const char *title;
  const char *hint;
} empty_states[] = {
  [BH_REGISTER_PLACES] = { N_ ("No places yet"),
                           N_ ("Begin with the first community; its buildings, units and rooms are "
                               "added in it. A ledger of places can be imported too.") },
  [BH_REGISTER_CONTACTS]
  = { N_ ("No contacts yet"),
      N_ ("Owners, tenants and their families, with phones and rooms. Whoever calls is added while "
          "a ticket is registered; a ledger can be imported too.") },
  [BH_REGISTER_DEPARTMENTS]
  = { N_ ("No departments yet"), N_ ("Those to whom tickets are dispatched.") },
  [BH_REGISTER_STAFF]
  = { N_ ("Nobody yet"),
      N_ ("Everybody who takes, does or checks a ticket, with department and role.") },
  [BH_REGISTER_CATEGORIES]
  = { N_ ("No categories yet"), N_ ("What tickets are about, on two levels.") },
  [BH_REGISTER_POLICIES]
  = { N_ ("No policies yet"), N_ ("What the office promises for each category and grade.") },
  [BH_REGISTER_TARGETS]
  = { N_ ("No targets yet"), N_ ("What the office wants to reach this year, figure by figure.") },
  [BH_REGISTER_CHANNELS]
  = { N_ ("No channels yet"), N_ ("The ways on which matters reach the office.") },
  [BH_REGISTER_CAUSES] = { N_ ("No causes yet"), N_ ("What was found to be behind a matter.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (empty_states) == BH_N_REGISTER_KINDS);

char *
bh_register_text_dup_title (BhRegisterRow *row)
{
  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), NULL);

  if (bh_register_row_get_id (row) != 0)
    return bh_register_cell_text_dup_title (row);

  /* Translators: title of a form, with what is added: a place, a contact, … */
  return g_strdup_printf (_ ("New: %s"),
                          bh_register_kind_get_label_one (bh_register_row_get_kind (row)));
}

const char *
bh_register_text_get_subtitle (BhRegisterRow *row, gboolean may)
{
  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), "");

  if (!may)
    return _ ("Only supervisors, managers and administrators may change the register.");
  if (bh_register_row_is_retired (row))
    return _ ("Retired: no longer offered, kept for the history");
  if (bh_register_row_get_id (row) == 0)
    return "";
  if (bh_register_row_get_kind (row) == BH_REGISTER_POLICIES)
    return _ ("A change holds for tickets from now on; earlier ones keep their limits.");

  return bh_register_kind_get_label_one (bh_register_row_get_kind (row));
}

char *
bh_register_text_dup_empty_title (BhRegisterKind kind, BhRegisterRow *parent)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (kind < BH_N_REGISTER_KINDS, NULL);

  if (parent == NULL)
    return g_strdup (_ (empty_states[kind].title));
  name = bh_register_row_dup_title (parent);

  return g_strdup_printf (_ ("Nothing in “%s” yet"), name);
}

const char *
bh_register_text_get_empty_hint (BhRegisterKind kind, BhRegisterRow *parent)
{
  g_return_val_if_fail (kind < BH_N_REGISTER_KINDS, "");

  if (parent != NULL)
    return _ (
        "Buildings, units, rooms, public areas and equipment that stand here will be listed.");

  return _ (empty_states[kind].hint);
}

char *
bh_register_text_dup_count (guint n_shown, guint n_total)
{
  g_autofree char *shown = bh_text_group_count (n_shown);
  g_autofree char *total = bh_text_group_count (n_total);

  if (n_shown < n_total)
    /* Translators: how many rows of a long list are shown, and how many there are */
    return g_strdup_printf (_ ("first %s of %s: search for others"), shown, total);

  /* Translators: how many rows a list of the register has; the number has separators already */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n_total), total);
}
