/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-command-calendar.h"
#include "app/bh-set-pin.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "storage/bh-register-rows.h"

#include <string.h>

/* The lists of the register, as their description has them; retired rows say so at their end. The
 * calendar is no list: it is printed elsewhere. */

#define CALENDAR "calendar"

typedef struct
{
  BhRegisterKind kind;
  char *search; /* (owned) (nullable) */
} Request;

static gboolean
is_right (const BhRegisterField *field)
{
  return field->type == BH_REGISTER_FIELD_NUMBER || field->type == BH_REGISTER_FIELD_DECIMAL
         || field->type == BH_REGISTER_FIELD_DURATION;
}

/* Returns: (transfer full): a column for each field and one for what is retired */
static BhPrintColumn *
make_columns (const BhRegisterKindInfo *info)
{
  BhPrintColumn *columns = g_new0 (BhPrintColumn, info->n_fields + 1);

  for (guint i = 0; i < info->n_fields; i++)
    columns[i]
        = (BhPrintColumn){ info->fields[i].key, bh_register_field_get_label (&info->fields[i]),
                           is_right (&info->fields[i]) };
  columns[info->n_fields] = (BhPrintColumn){ "retired", N_ ("Retired"), FALSE };

  return columns;
}

static void
add_value (BhTablePrinter *table, const BhRegisterField *field, const char *value)
{
  switch (field->type)
    {
    case BH_REGISTER_FIELD_NUMBER:
    case BH_REGISTER_FIELD_DURATION:
      bh_table_printer_add_int (table, g_ascii_strtoll (value, NULL, 10));
      break;
    case BH_REGISTER_FIELD_DECIMAL:
      bh_table_printer_add_double (table, g_ascii_strtod (value, NULL));
      break;
    case BH_REGISTER_FIELD_YES_NO:
      bh_table_printer_add_yes (table, g_str_equal (value, "yes"));
      break;
    case BH_REGISTER_FIELD_CODE:
      bh_table_printer_add_code (table, field->list, bh_list_find (field->list, value));
      break;
    case BH_REGISTER_FIELD_TEXT:
    case BH_REGISTER_FIELD_PHONE:
    case BH_REGISTER_FIELD_ENTRY:
    case BH_REGISTER_FIELD_ENTRIES:
    case BH_REGISTER_FIELD_FLAGS:
    case BH_REGISTER_FIELD_FILTER:
    case BH_REGISTER_FIELD_FIGURE:
    case BH_REGISTER_FIELD_DATE:
    default:
      bh_table_printer_add_text (table, value);
    }
}

/* A room that is said with its community stands without it here, as among the places: that is a
 * column of its own. Returns: a part of @text */
static const char *
strip_community (BhRegisterRow *row, const BhRegisterField *field, const char *text)
{
  const BhRegisterField *community
      = bh_register_kind_find_field (bh_register_row_get_kind (row), "community");
  g_autofree char *name
      = community != NULL ? bh_register_row_dup_text (row, community) : g_strdup ("");
  gsize length = strlen (name);

  if (!g_str_equal (field->key, "room") || length == 0 || !g_str_has_prefix (text, name)
      || text[length] != '/')
    return text;

  return text + length + 1;
}

/* People read words and names; other programs read values, and names for the ids of entries. */
static void
add_cell (BhTablePrinter *table, BhFormat format, BhRegisterRow *row, const BhRegisterField *field)
{
  BhPayload *values = bh_register_row_get_values (row);
  const char *value
      = bh_register_field_applies (field, values) ? bh_payload_get (values, field->key) : NULL;

  if (value == NULL)
    {
      bh_table_printer_add_text (table, NULL);
    }
  else if (format == BH_FORMAT_TEXT || field->type == BH_REGISTER_FIELD_ENTRY
           || field->type == BH_REGISTER_FIELD_ENTRIES)
    {
      g_autofree char *text = bh_register_row_dup_text (row, field);

      bh_table_printer_add_text (
          table, format == BH_FORMAT_TEXT ? text : strip_community (row, field, text));
    }
  else
    {
      add_value (table, field, value);
    }
}

static gboolean
print_rows (BhInvocation *invocation, BhRegisterKind kind, GPtrArray *rows, GError **error)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (kind);
  g_autofree BhPrintColumn *columns = make_columns (info);
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (invocation->format, NULL, columns, info->n_fields + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      BhRegisterRow *row = g_ptr_array_index (rows, i);

      if (g_cancellable_set_error_if_cancelled (invocation->cancellable, error))
        return FALSE;
      for (guint field = 0; field < info->n_fields; field++)
        add_cell (table, invocation->format, row, &info->fields[field]);
      bh_table_printer_add_yes (table, bh_register_row_is_retired (row));
    }
  bh_table_printer_end (table);

  return TRUE;
}

static gboolean
register_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (GPtrArray) rows = bh_register_list_rows (
      connection, office, request->kind, request->search, -1, TRUE, G_MAXUINT, NULL, error);

  return rows != NULL && print_rows (invocation, request->kind, rows, error);
}

static gboolean
find_kind (BhInvocation *invocation, BhRegisterKind *kind, GError **error)
{
  const char *name = bh_invocation_get_word (invocation, 0);
  g_autofree char *codes = NULL;

  if (bh_register_kind_find (name, kind))
    return TRUE;

  codes = bh_register_kind_join_codes ();

  return bh_usage_fail (error, _ ("There is no list “%s”; there are: %s, %s."), name, codes,
                        CALENDAR);
}

static void
calendar_options_clear (BhCalendarOptions *options)
{
  g_free (options->hours);
  g_free (options->file);
  g_free (options->from);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhCalendarOptions, calendar_options_clear)

static gboolean
run_kind (BhInvocation *invocation,
          Request *request,
          const BhCalendarOptions *calendar,
          GError **error)
{
  gboolean is_calendar = g_str_equal (bh_invocation_get_word (invocation, 0), CALENDAR);

  if (is_calendar && request->search != NULL)
    return bh_usage_fail (error, _ ("The calendar is not searched; leave --search out."));
  if (is_calendar)
    return bh_command_calendar_run (invocation, calendar, error);
  if (!find_kind (invocation, &request->kind, error))
    return FALSE;
  if (calendar->hours != NULL || calendar->file != NULL || calendar->from != NULL)
    return bh_usage_fail (error, _ ("--import, --hours and --from are for “register calendar”."));

  return bh_invocation_read (invocation, register_cb, request, error);
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  Request request = { BH_REGISTER_PLACES, NULL };
  g_auto (BhCalendarOptions) calendar = { NULL };
  g_autofree char *whose = NULL;
  g_autofree char *actor = NULL;
  const GOptionEntry options[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &request.search,
      N_ ("Only these: a part of a name, its pinyin initials, digits of a phone"), N_ ("TEXT") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &calendar.file,
      N_ ("Calendar: takes in holidays and make-up working days (.ics, .json)"), N_ ("FILE") },
    { "hours", 0, 0, G_OPTION_ARG_STRING, &calendar.hours,
      N_ ("Calendar: sets the office hours, “mon-fri 08:30-12:00,13:30-18:00”"), N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &calendar.from,
      N_ ("Calendar: from when the change counts (default: now)"), N_ ("DATE") },
    { "set-pin", 0, 0, G_OPTION_ARG_STRING, &whose,
      N_ ("Staff: sets the PIN that approvals ask this person for; the first line of standard "
          "input "
          "is the new one, the second, where it is asked for, the present one of who sets it"),
      N_ ("NAME") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &actor, N_ ("Who sets it (default: who is set at the desk)"),
      N_ ("STAFF") },
    { NULL },
  };
  g_autofree char *search = NULL;
  gboolean parsed = bh_invocation_parse (invocation, options, 1, 1, error);

  search = request.search;
  if (!parsed)
    return FALSE;
  if (whose == NULL)
    return run_kind (invocation, &request, &calendar, error);
  if (!g_str_equal (bh_invocation_get_word (invocation, 0), "staff"))
    return bh_usage_fail (error,
                          _ ("Only staff have a PIN: “bihuan register staff --set-pin NAME”."));

  return bh_set_pin_run (invocation, whose, actor, error);
}

const BhCommand bh_command_register = {
  .name = "register",
  .arguments = "KIND",
  .summary = N_ ("Prints one of the office's lists: places, contacts, departments, staff, "
                 "categories, causes, channels, policies, targets, or the calendar."),
  .run = run,
};
