/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-register-import.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "exchange/bh-import-contacts.h"
#include "exchange/bh-import-names.h"
#include "exchange/bh-import-places.h"
#include "exchange/bh-ledger-field.h"
#include "exchange/bh-ledger-values.h"

#include <string.h>

#define ROWS_BETWEEN_CHECKS 256
#define NO_COLUMN G_MAXUINT

typedef enum
{
  COLUMN_COMMUNITY,
  COLUMN_BUILDING,
  COLUMN_UNIT,
  COLUMN_ROOM,
  COLUMN_NAME,
  COLUMN_PHONE,
  COLUMN_KIND,
} Column;

#define N_COLUMNS (COLUMN_KIND + 1)

static const char *const column_names[N_COLUMNS]
    = { "community", "building", "unit", "room", "name", "phone", "kind" };

static const char kind_headings[]
    = "kind|relation|身份|类型|住户类型|客户类型|人员类型|关系|与业主关系|与房屋关系";

static const struct
{
  const char *word;
  BhContactKind kind;
} kind_words[] = {
  { "业主", BH_CONTACT_OWNER },      { "产权人", BH_CONTACT_OWNER }, { "租户", BH_CONTACT_TENANT },
  { "租客", BH_CONTACT_TENANT },     { "家属", BH_CONTACT_FAMILY },  { "亲属", BH_CONTACT_FAMILY },
  { "家庭成员", BH_CONTACT_FAMILY }, { "其他", BH_CONTACT_OTHER },
};

typedef struct
{
  guint line;
  BhSlice raw;
  char *texts[N_COLUMNS]; /* owned, nullable */
  BhContactKind kind;
} Row;

struct _BhRegisterImport
{
  BhTable *table; /* not owned */
  BhProgressFunc progress;
  gpointer user_data;
  guint columns[N_COLUMNS];
  GArray *rows;       /* owned, of Row */
  BhRejects *rejects; /* owned, nullable */
  guint n_read;
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->texts[i]);
}

/* "类型" is a category in a ledger, but what somebody is to a room in a list of rooms. */
static gboolean
recognize (const char *heading, Column *column)
{
  BhLedgerField field;

  if (bh_ledger_heading_matches (heading, kind_headings) > 0)
    {
      *column = COLUMN_KIND;
      return TRUE;
    }
  if (bh_ledger_field_recognize (heading, &field) == 0)
    return FALSE;
  for (guint i = 0; i < COLUMN_KIND; i++)
    {
      static const BhLedgerField fields[]
          = { BH_LEDGER_COMMUNITY, BH_LEDGER_BUILDING, BH_LEDGER_UNIT,
              BH_LEDGER_ROOM,      BH_LEDGER_REPORTER, BH_LEDGER_PHONE };

      if (fields[i] == field)
        {
          *column = (Column) i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
find_columns (const char *const *header, guint *columns)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = NO_COLUMN;
  for (guint i = 0; header[i] != NULL; i++)
    {
      Column column;

      if (recognize (header[i], &column) && columns[column] == NO_COLUMN)
        columns[column] = i;
    }
}

gboolean
bh_register_import_recognizes (const char *const *header)
{
  guint columns[N_COLUMNS];

  g_return_val_if_fail (header != NULL, FALSE);

  find_columns (header, columns);
  for (; *header != NULL; header++)
    {
      BhLedgerField field;

      if (bh_ledger_field_recognize (*header, &field) > 0 && field == BH_LEDGER_RECEIVED)
        return FALSE;
    }
  return columns[COLUMN_ROOM] != NO_COLUMN
         && (columns[COLUMN_NAME] != NO_COLUMN || columns[COLUMN_PHONE] != NO_COLUMN);
}

static const char *
get_heading (BhRegisterImport *self, Column column)
{
  return self->columns[column] != NO_COLUMN
             ? bh_table_get_header (self->table)[self->columns[column]]
             : column_names[column];
}

/* A list without the column is one of owners. */
static BhContactKind
read_kind (BhRegisterImport *self, const char *text)
{
  int kind;

  if (self->columns[COLUMN_KIND] == NO_COLUMN)
    return BH_CONTACT_OWNER;
  if (text == NULL)
    return BH_CONTACT_OTHER;
  kind = bh_list_find (BH_LIST_CONTACT_KIND, text);
  for (guint i = 0; kind == 0 && i < G_N_ELEMENTS (kind_words); i++)
    if (strcmp (kind_words[i].word, text) == 0)
      kind = (int) kind_words[i].kind;
  return (BhContactKind) kind;
}

static char *
read_text (BhRegisterImport *self, const BhRecord *record, Column column)
{
  guint at = self->columns[column];
  g_autofree char *text = NULL;

  if (at >= record->n_fields)
    return NULL;
  text = g_strndup (record->fields[at].text, record->fields[at].length);
  return bh_text_clean (text);
}

/* Returns: (transfer full) (nullable): why the row is rejected */
static char *
check_row (BhRegisterImport *self, Row *row, Column *column)
{
  char **phone = &row->texts[COLUMN_PHONE];
  g_autofree char *raw_phone = g_strdup (*phone);
  g_autofree char *kinds = NULL;

  *column = COLUMN_ROOM;
  if (row->texts[COLUMN_BUILDING] == NULL && row->texts[COLUMN_UNIT] == NULL
      && row->texts[COLUMN_ROOM] == NULL && row->texts[COLUMN_NAME] == NULL)
    return g_strdup (_ ("neither a room nor a name is given"));
  *column = COLUMN_KIND;
  row->kind = read_kind (self, row->texts[COLUMN_KIND]);
  if (row->kind == BH_CONTACT_NONE)
    {
      kinds = bh_list_join_codes (BH_LIST_CONTACT_KIND);
      return g_strdup_printf (_ ("“%s” is not known; there are %s"), row->texts[COLUMN_KIND],
                              kinds);
    }
  *column = COLUMN_PHONE;
  if (*phone == NULL)
    return NULL;
  g_free (*phone);
  *phone = bh_ledger_values_normalize_phone (raw_phone);
  return *phone != NULL ? NULL : g_strdup_printf (_ ("“%s” is not a phone number"), raw_phone);
}

static void
read_row (BhRegisterImport *self, const BhRecord *record)
{
  Row row = { .line = record->line, .raw = record->raw };
  g_autofree char *reason = NULL;
  Column column;

  self->n_read++;
  for (guint i = 0; i < N_COLUMNS; i++)
    row.texts[i] = read_text (self, record, (Column) i);
  reason = check_row (self, &row, &column);
  if (reason == NULL)
    {
      g_array_append_val (self->rows, row);
      return;
    }
  bh_rejects_add (self->rejects, record, get_heading (self, column), reason);
  row_clear (&row);
}

BhRegisterImport *
bh_register_import_new (BhTable *table,
                        BhProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (BhRegisterImport) self = NULL;
  g_autoptr (GError) local = NULL;
  BhRecord record;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (BhRegisterImport, 1);
  self->table = table;
  self->progress = progress;
  self->user_data = user_data;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->rejects = bh_rejects_new ();
  bh_rejects_set_header (self->rejects, bh_table_get_header (table),
                         bh_table_get_delimiter (table));
  find_columns (bh_table_get_header (table), self->columns);
  while (bh_table_next (table, &record, &local))
    {
      read_row (self, &record);
      if (self->n_read % ROWS_BETWEEN_CHECKS == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
bh_register_import_free (BhRegisterImport *self)
{
  g_array_unref (self->rows);
  g_clear_pointer (&self->rejects, bh_rejects_free);
  g_free (self);
}

static void
reject (BhRegisterImport *self, const Row *row, Column column, const char *reason)
{
  bh_rejects_add_raw (self->rejects, row->line, row->raw, get_heading (self, column), reason);
}

/* @place_id: (out): the innermost place of the row
 * @ok: (out): FALSE where the row was rejected */
static gboolean
resolve_place (BhRegisterImport *self,
               const Row *row,
               BhImportNames *names,
               BhImportPlaces *places,
               gint64 *place_id,
               gboolean *ok,
               GError **error)
{
  gint64 community_id;

  *place_id = 0;
  *ok = TRUE;
  if (!bh_import_names_get_community (names, row->texts[COLUMN_COMMUNITY], &community_id, error))
    return FALSE;
  if (community_id == 0)
    community_id = bh_import_names_get_only_community (names);
  if (community_id != 0)
    return bh_import_places_get (places, community_id, row->texts[COLUMN_BUILDING],
                                 row->texts[COLUMN_UNIT], row->texts[COLUMN_ROOM], place_id, error);
  *ok = row->texts[COLUMN_BUILDING] == NULL && row->texts[COLUMN_UNIT] == NULL
        && row->texts[COLUMN_ROOM] == NULL;
  if (!*ok)
    reject (self, row, COLUMN_COMMUNITY,
            _ ("the community is not said, and the office does not have just one"));
  return TRUE;
}

static void
count_row (BhImportReport *report, gboolean added, gboolean completed)
{
  if (added)
    report->n_imported++;
  else if (completed)
    report->n_updated++;
  else
    report->n_unchanged++;
}

static gboolean
import_row (BhRegisterImport *self,
            const Row *row,
            BhImportNames *names,
            BhImportPlaces *places,
            BhImportContacts *contacts,
            BhImportReport *report,
            GError **error)
{
  guint n_places = bh_import_places_get_n_added (places);
  guint n_contacts = bh_import_contacts_get_n_added (contacts);
  guint n_completed = bh_import_contacts_get_n_completed (contacts);
  gint64 place_id, room_id, contact_id;
  gboolean ok;

  if (!resolve_place (self, row, names, places, &place_id, &ok, error))
    return FALSE;
  if (!ok)
    return TRUE;
  room_id = row->texts[COLUMN_ROOM] != NULL ? place_id : 0;
  if (!bh_import_contacts_get (contacts, row->texts[COLUMN_NAME], row->texts[COLUMN_PHONE], room_id,
                               row->kind, &contact_id, error))
    return FALSE;
  count_row (report,
             bh_import_places_get_n_added (places) > n_places
                 || bh_import_contacts_get_n_added (contacts) > n_contacts,
             bh_import_contacts_get_n_completed (contacts) > n_completed);
  return TRUE;
}

gboolean
bh_register_import_run (BhRegisterImport *self,
                        BhWork *work,
                        BhImportReport *report,
                        GError **error)
{
  g_autoptr (BhImportNames) names = NULL;
  g_autoptr (BhImportPlaces) places = NULL;
  g_autoptr (BhImportContacts) contacts = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  names = bh_import_names_new (work, error);
  if (names == NULL)
    return FALSE;
  places = bh_import_places_new (work);
  contacts = bh_import_contacts_new (work);
  report->is_register = TRUE;
  report->n_read = self->n_read;
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!import_row (self, &g_array_index (self->rows, Row, i), names, places, contacts, report,
                       error))
        return FALSE;
      if ((i + 1) % ROWS_BETWEEN_CHECKS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (bh_work_get_cancellable (work), error))
        return FALSE;
      if (self->progress != NULL)
        self->progress ((double) (i + 1) / (double) self->rows->len, self->user_data);
    }
  return TRUE;
}

BhRejects *
bh_register_import_get_rejects (BhRegisterImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rejects;
}

BhRejects *
bh_register_import_take_rejects (BhRegisterImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->rejects);
}

char *
bh_register_import_dup_guess (BhRegisterImport *self)
{
  GString *guess = g_string_new (NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    if (self->columns[i] != NO_COLUMN)
      g_string_append_printf (guess, "%s=%s\n", column_names[i], get_heading (self, (Column) i));
  return g_string_free (guess, FALSE);
}
