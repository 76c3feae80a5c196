/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "storage/bh-register-repository.h"

/* What a list is printed with. */
typedef struct
{
  BhConnection *connection;
  BhInvocation *invocation;
  BhOffice *office;
  BhTablePrinter *table;
} Listing;

typedef gboolean (*ListFunc) (Listing *listing, GError **error);

static const BhPrintColumn place_columns[] = {
  { "kind", N_ ("Kind"), FALSE },
  { "community", N_ ("Community"), FALSE },
  { "path", N_ ("Path"), FALSE },
  { "name", N_ ("Name"), FALSE },
  { "prefix", N_ ("Prefix"), FALSE },
  { "city_tier", N_ ("City tier"), FALSE },
  { "estate_kind", N_ ("Kind of estate"), FALSE },
  { "households", N_ ("Households"), TRUE },
  { "steward", N_ ("Steward"), FALSE },
};

static const BhPrintColumn contact_columns[] = {
  { "name", N_ ("Name"), FALSE }, { "kind", N_ ("Kind"), FALSE }, { "phone", N_ ("Phone"), FALSE },
  { "room", N_ ("Room"), FALSE }, { "care", N_ ("Care"), FALSE },
};

static const BhPrintColumn entry_columns[] = {
  { "code", N_ ("Code"), FALSE },
  { "name", N_ ("Name"), FALSE },
  { "retired", N_ ("Retired"), FALSE },
};

static const BhPrintColumn channel_columns[] = {
  { "code", N_ ("Code"), FALSE },
  { "name", N_ ("Name"), FALSE },
  { "retired", N_ ("Retired"), FALSE },
  { "live", N_ ("Caller waits"), FALSE },
};

static const BhPrintColumn staff_columns[] = {
  { "name", N_ ("Name"), FALSE },       { "department", N_ ("Department"), FALSE },
  { "role", N_ ("Role"), FALSE },       { "phone", N_ ("Phone"), FALSE },
  { "retired", N_ ("Retired"), FALSE },
};

static const BhPrintColumn category_columns[] = {
  { "path", N_ ("Path"), FALSE },   { "code", N_ ("Code"), FALSE },
  { "name", N_ ("Name"), FALSE },   { "department", N_ ("Department"), FALSE },
  { "grade", N_ ("Grade"), FALSE }, { "retired", N_ ("Retired"), FALSE },
};

static const BhPrintColumn policy_columns[] = {
  { "category", N_ ("Category"), FALSE },
  { "grade", N_ ("Grade"), FALSE },
  { "version", N_ ("Version"), TRUE },
  { "hours", N_ ("Hours"), FALSE },
  { "response", N_ ("Response (s)"), TRUE },
  { "dispatch", N_ ("Dispatch (s)"), TRUE },
  { "accept", N_ ("Acceptance (s)"), TRUE },
  { "investigate", N_ ("Investigation (s)"), TRUE },
  { "plan", N_ ("Plan (s)"), TRUE },
  { "execute", N_ ("Execution (s)"), TRUE },
  { "completion", N_ ("Completion (s)"), TRUE },
  { "sign", N_ ("Sign-off (s)"), TRUE },
  { "callback", N_ ("Callback (s)"), TRUE },
  { "skip_investigate", N_ ("Without investigation"), FALSE },
  { "skip_plan", N_ ("Without plan"), FALSE },
  { "needs_callback", N_ ("With callback"), FALSE },
  { "needs_cause", N_ ("Cause needed"), FALSE },
  { "allows_answer", N_ ("May be answered"), FALSE },
};

static const BhPrintColumn target_columns[] = {
  { "figure", N_ ("Figure"), FALSE },      { "filter", N_ ("Filter"), FALSE },
  { "year", N_ ("Year"), TRUE },           { "form", N_ ("Form"), FALSE },
  { "value", N_ ("Value"), TRUE },         { "baseline", N_ ("Baseline"), TRUE },
  { "base_year", N_ ("Base year"), TRUE }, { "retired", N_ ("Retired"), FALSE },
};

static void
add_entry (Listing *self, BhEntry *entry)
{
  bh_table_printer_add_text (self->table, bh_entry_get_code (entry));
  bh_table_printer_add_text (self->table, bh_entry_get_name (entry));
  bh_table_printer_add_yes (self->table, bh_entry_is_retired (entry));
}

static gboolean
list_entries (Listing *self, GType type)
{
  GPtrArray *entries = bh_office_list (self->office, type);

  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);

      add_entry (self, entry);
      if (BH_IS_CHANNEL (entry))
        bh_table_printer_add_yes (self->table, BH_CHANNEL (entry)->live);
    }

  return TRUE;
}

static gboolean
list_departments (Listing *self, GError **error)
{
  return list_entries (self, BH_TYPE_DEPARTMENT);
}

static gboolean
list_causes (Listing *self, GError **error)
{
  return list_entries (self, BH_TYPE_CAUSE);
}

static gboolean
list_channels (Listing *self, GError **error)
{
  return list_entries (self, BH_TYPE_CHANNEL);
}

static gboolean
list_staff (Listing *self, GError **error)
{
  GPtrArray *entries = bh_office_list (self->office, BH_TYPE_STAFF);

  for (guint i = 0; i < entries->len; i++)
    {
      BhStaff *staff = g_ptr_array_index (entries, i);

      bh_table_printer_add_text (self->table, bh_entry_get_name (BH_ENTRY (staff)));
      bh_table_printer_add_text (
          self->table, bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, staff->department_id));
      bh_table_printer_add_code (self->table, BH_LIST_ROLE, (int) staff->role);
      bh_table_printer_add_text (self->table, staff->phone);
      bh_table_printer_add_yes (self->table, bh_entry_is_retired (BH_ENTRY (staff)));
    }

  return TRUE;
}

static gboolean
list_categories (Listing *self, GError **error)
{
  GPtrArray *entries = bh_office_list (self->office, BH_TYPE_CATEGORY);

  for (guint i = 0; i < entries->len; i++)
    {
      BhCategory *category = g_ptr_array_index (entries, i);
      g_autofree char *path
          = bh_office_get_category_path (self->office, bh_entry_get_id (BH_ENTRY (category)));

      bh_table_printer_add_text (self->table, path);
      bh_table_printer_add_text (self->table, bh_entry_get_code (BH_ENTRY (category)));
      bh_table_printer_add_text (self->table, bh_entry_get_name (BH_ENTRY (category)));
      bh_table_printer_add_text (self->table, bh_office_get_name (self->office, BH_TYPE_DEPARTMENT,
                                                                  category->department_id));
      bh_table_printer_add_code (self->table, BH_LIST_GRADE, (int) category->grade);
      bh_table_printer_add_yes (self->table, bh_entry_is_retired (BH_ENTRY (category)));
    }

  return TRUE;
}

static void
add_limit (Listing *self, gint64 seconds)
{
  if (seconds != 0)
    bh_table_printer_add_int (self->table, seconds);
  else
    bh_table_printer_add_text (self->table, NULL);
}

static void
add_policy (Listing *self, BhPolicy *policy)
{
  static const BhClockKind clocks[]
      = { BH_CLOCK_RESPONSE,    BH_CLOCK_DISPATCH, BH_CLOCK_ACCEPT,
          BH_CLOCK_INVESTIGATE, BH_CLOCK_PLAN,     BH_CLOCK_EXECUTE,
          BH_CLOCK_COMPLETION,  BH_CLOCK_SIGN,     BH_CLOCK_CALLBACK };
  g_autofree char *category = bh_office_get_category_path (self->office, policy->category_id);

  bh_table_printer_add_text (self->table, category);
  bh_table_printer_add_code (self->table, BH_LIST_GRADE, (int) policy->grade);
  bh_table_printer_add_int (self->table, policy->version);
  bh_table_printer_add_code (self->table, BH_LIST_HOURS, (int) policy->hours);
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    add_limit (self, policy->limits[clocks[i]]);
  bh_table_printer_add_yes (self->table, policy->skip_investigate);
  bh_table_printer_add_yes (self->table, policy->skip_plan);
  bh_table_printer_add_yes (self->table, policy->needs_callback);
  bh_table_printer_add_yes (self->table, policy->needs_cause);
  bh_table_printer_add_yes (self->table, policy->allows_answer);
}

/* Those in force now that a category has for itself. */
static void
list_policies_of (Listing *self, gint64 category_id)
{
  gint64 now = bh_clock_now (self->invocation->clock);

  for (BhGrade grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      BhPolicy *policy = bh_office_find_policy (self->office, category_id, grade, now);

      if (policy != NULL && policy->category_id == category_id)
        add_policy (self, policy);
    }
}

static gboolean
list_policies (Listing *self, GError **error)
{
  GPtrArray *categories = bh_office_list (self->office, BH_TYPE_CATEGORY);

  list_policies_of (self, 0);
  for (guint i = 0; i < categories->len; i++)
    list_policies_of (self, bh_entry_get_id (g_ptr_array_index (categories, i)));

  return TRUE;
}

static void
add_place (Listing *self, BhPlace *place)
{
  bh_table_printer_add_code (self->table, BH_LIST_PLACE_KIND, (int) place->kind);
  bh_table_printer_add_text (self->table,
                             bh_office_get_name (self->office, BH_TYPE_PLACE, place->community_id));
  bh_table_printer_add_text (self->table, place->path);
  bh_table_printer_add_text (self->table, bh_entry_get_name (BH_ENTRY (place)));
  bh_table_printer_add_text (self->table, place->prefix);
  bh_table_printer_add_text (self->table, place->city_tier);
  bh_table_printer_add_text (self->table, place->estate_kind);
  if (place->kind == BH_PLACE_COMMUNITY)
    bh_table_printer_add_int (self->table, place->households);
  else
    bh_table_printer_add_text (self->table, NULL);
  bh_table_printer_add_text (self->table,
                             bh_office_get_name (self->office, BH_TYPE_STAFF, place->steward_id));
}

static gboolean
list_places_below (Listing *self, gint64 parent_id, GError **error)
{
  g_autoptr (GPtrArray) places = bh_register_list_places (self->connection, parent_id, error);

  if (places == NULL)
    return FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      BhPlace *place = g_ptr_array_index (places, i);

      add_place (self, place);
      if (g_cancellable_set_error_if_cancelled (self->invocation->cancellable, error)
          || !list_places_below (self, bh_entry_get_id (BH_ENTRY (place)), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
list_places (Listing *self, GError **error)
{
  return list_places_below (self, 0, error);
}

static void
add_target (Listing *self, BhTarget *target)
{
  bh_table_printer_add_text (self->table, target->figure);
  bh_table_printer_add_text (self->table, target->filter);
  bh_table_printer_add_int (self->table, target->year);
  bh_table_printer_add_code (self->table, BH_LIST_TARGET_FORM, (int) target->form);
  bh_table_printer_add_double (self->table, target->value);
  if (target->has_baseline)
    bh_table_printer_add_double (self->table, target->baseline);
  else
    bh_table_printer_add_text (self->table, NULL);
  if (target->base_year != 0)
    bh_table_printer_add_int (self->table, target->base_year);
  else
    bh_table_printer_add_text (self->table, NULL);
  bh_table_printer_add_yes (self->table, bh_entry_is_retired (BH_ENTRY (target)));
}

static gboolean
list_targets (Listing *self, GError **error)
{
  GPtrArray *targets = bh_office_list (self->office, BH_TYPE_TARGET);

  for (guint i = 0; i < targets->len; i++)
    add_target (self, g_ptr_array_index (targets, i));

  return TRUE;
}

static char *
join_care (guint care)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (BH_LIST_CARE, &n_items);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    {
      if ((care & (guint) items[i].value) != 0)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", items[i].code);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static gboolean
add_contact (Listing *self, BhContact *contact, GError **error)
{
  g_autofree char *care = join_care (contact->care);
  g_autoptr (BhPlace) room = NULL;

  if (contact->room_id != 0)
    {
      room = bh_register_load_place (self->connection, contact->room_id, error);
      if (room == NULL)
        return FALSE;
    }
  bh_table_printer_add_text (self->table, bh_entry_get_name (BH_ENTRY (contact)));
  bh_table_printer_add_code (self->table, BH_LIST_CONTACT_KIND, (int) contact->kind);
  bh_table_printer_add_text (self->table, contact->phone);
  bh_table_printer_add_text (self->table, room != NULL ? room->path : NULL);
  bh_table_printer_add_text (self->table, care);

  return TRUE;
}

static gboolean
list_contacts (Listing *self, GError **error)
{
  g_autoptr (GPtrArray) contacts
      = bh_register_search_contacts (self->connection, "", G_MAXUINT, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->invocation->cancellable, error)
          || !add_contact (self, g_ptr_array_index (contacts, i), error))
        return FALSE;
    }

  return contacts != NULL;
}

static const struct
{
  const char *name;
  const BhPrintColumn *columns;
  guint n_columns;
  ListFunc list;
} kinds[] = {
  { "places", place_columns, G_N_ELEMENTS (place_columns), list_places },
  { "contacts", contact_columns, G_N_ELEMENTS (contact_columns), list_contacts },
  { "departments", entry_columns, G_N_ELEMENTS (entry_columns), list_departments },
  { "staff", staff_columns, G_N_ELEMENTS (staff_columns), list_staff },
  { "categories", category_columns, G_N_ELEMENTS (category_columns), list_categories },
  { "causes", entry_columns, G_N_ELEMENTS (entry_columns), list_causes },
  { "channels", channel_columns, G_N_ELEMENTS (channel_columns), list_channels },
  { "policies", policy_columns, G_N_ELEMENTS (policy_columns), list_policies },
  { "targets", target_columns, G_N_ELEMENTS (target_columns), list_targets },
};

static gboolean
register_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  guint kind = GPOINTER_TO_UINT (user_data);
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (
      invocation->format, bh_office_get_time (office), kinds[kind].columns, kinds[kind].n_columns);
  Listing listing = { connection, invocation, office, table };

  if (!kinds[kind].list (&listing, error))
    return FALSE;
  bh_table_printer_end (table);

  return TRUE;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  const char *name;

  if (!bh_invocation_parse (invocation, NULL, 1, 1, error))
    return FALSE;

  name = bh_invocation_get_word (invocation, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        return bh_invocation_read (invocation, register_cb, GUINT_TO_POINTER (i), error);
    }

  return bh_usage_fail (error,
                        _ ("There is no list “%s”; there are: places, contacts, departments, "
                           "staff, categories, causes, channels, policies, targets."),
                        name);
}

const BhCommand bh_command_register = {
  .name = "register",
  .arguments = "KIND",
  .summary = N_ ("Prints one of the office's lists: places, contacts, departments, staff, "
                 "categories, causes, channels, policies or targets."),
  .run = run,
};
