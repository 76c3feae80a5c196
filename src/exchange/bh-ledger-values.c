/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-values.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-types.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-time.h"

#include <string.h>

#define MAX_SUMMARY_CHARS 60
#define MAX_QUOTED_CHARS 40
#define MAX_COUNT 99
#define MIN_PHONE_DIGITS 3

struct _BhLedgerValues
{
  BhLedgerTime *time;                          /* owned */
  GStringChunk *texts;                         /* owned: what the rows point to */
  GString *scratch;                            /* owned */
  GHashTable *list_values[BH_N_LEDGER_FIELDS]; /* owned, nullable: of a closed list, by text */
};

typedef struct
{
  const char *word;
  int value;
} Word;

/* Words that offices use beside our codes and labels, whatever language the program speaks. */
static const Word kind_words[] = {
  { "投诉", BH_KIND_COMPLAINT }, { "报修", BH_KIND_REPAIR },     { "维修", BH_KIND_REPAIR },
  { "咨询", BH_KIND_INQUIRY },   { "建议", BH_KIND_SUGGESTION }, { "意见", BH_KIND_OPINION },
  { "表扬", BH_KIND_PRAISE },    { "其他", BH_KIND_OTHER },      { NULL, 0 },
};
static const Word grade_words[] = {
  { "紧急", BH_GRADE_URGENT },
  { "重要", BH_GRADE_IMPORTANT },
  { "一般", BH_GRADE_GENERAL },
  { "普通", BH_GRADE_GENERAL },
  { NULL, 0 },
};
static const Word status_words[] = {
  { "open", BH_STATUS_REGISTERED },
  { "new", BH_STATUS_REGISTERED },
  { "pending", BH_STATUS_REGISTERED },
  { "待派单", BH_STATUS_REGISTERED },
  { "待处理", BH_STATUS_REGISTERED },
  { "未处理", BH_STATUS_REGISTERED },
  { "assigned", BH_STATUS_DISPATCHED },
  { "待接单", BH_STATUS_DISPATCHED },
  { "已派单", BH_STATUS_DISPATCHED },
  { "核查中", BH_STATUS_ACCEPTED },
  { "待定方案", BH_STATUS_INVESTIGATED },
  { "in progress", BH_STATUS_PLANNED },
  { "处理中", BH_STATUS_PLANNED },
  { "办理中", BH_STATUS_PLANNED },
  { "resolved", BH_STATUS_FINISHED },
  { "completed", BH_STATUS_FINISHED },
  { "已完成", BH_STATUS_FINISHED },
  { "已办结", BH_STATUS_FINISHED },
  { "办结", BH_STATUS_FINISHED },
  { "待签收", BH_STATUS_FINISHED },
  { "待回访", BH_STATUS_SIGNED },
  { "已关闭", BH_STATUS_CLOSED },
  { "关闭", BH_STATUS_CLOSED },
  { "已结案", BH_STATUS_CLOSED },
  { "结案", BH_STATUS_CLOSED },
  { "销单", BH_STATUS_VOID },
  { "作废", BH_STATUS_VOID },
  { "并单", BH_STATUS_MERGED },
  { "撤诉", BH_STATUS_WITHDRAWN },
  { "非物业责任", BH_STATUS_DECLINED },
  { NULL, 0 },
};
static const Word score_words[] = {
  { "非常满意", 5 }, { "很满意", 5 },     { "满意", 4 },     { "基本满意", 3 }, { "一般", 3 },
  { "不满意", 2 },   { "非常不满意", 1 }, { "很不满意", 1 }, { NULL, 0 },
};

static int
find_word (const Word *words, const char *text)
{
  for (; words->word != NULL; words++)
    if (g_ascii_strcasecmp (words->word, text) == 0)
      return words->value;
  return 0;
}

BhLedgerValues *
bh_ledger_values_new (const char *const *formats, GTimeZone *zone, GError **error)
{
  g_autoptr (BhLedgerValues) self = g_new0 (BhLedgerValues, 1);

  self->time = bh_ledger_time_new (formats, zone, error);
  self->texts = g_string_chunk_new (64 * 1024);
  self->scratch = g_string_new (NULL);
  return self->time != NULL ? g_steal_pointer (&self) : NULL;
}

void
bh_ledger_values_free (BhLedgerValues *self)
{
  g_clear_pointer (&self->time, bh_ledger_time_free);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_string_free (self->scratch, TRUE);
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    g_clear_pointer (&self->list_values[i], g_hash_table_unref);
  g_free (self);
}

static gboolean
has_control (BhSlice text)
{
  for (gsize i = 0; i < text.length; i++)
    if ((guchar) text.text[i] < ' ' || text.text[i] == 0x7F)
      return TRUE;
  return FALSE;
}

static const char *
read_text (BhLedgerValues *self, BhSlice text)
{
  g_autofree char *raw = NULL;
  g_autofree char *clean = NULL;

  if (!has_control (text))
    return g_string_chunk_insert_len (self->texts, text.text, (gssize) text.length);
  raw = g_strndup (text.text, text.length);
  clean = bh_text_clean (raw);
  return clean != NULL ? g_string_chunk_insert (self->texts, clean) : NULL;
}

/* In the scratch buffer, in one line. */
static const char *
take_line (BhLedgerValues *self, BhSlice text)
{
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, text.text, (gssize) text.length);
  for (char *p = self->scratch->str; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return self->scratch->str;
}

static gboolean
set_no_value (BhSlice text, const char *there_is, GError **error)
{
  g_autofree char *whole = g_strndup (text.text, text.length);
  g_autofree char *shown
      = g_utf8_substring (whole, 0, MIN (MAX_QUOTED_CHARS, g_utf8_strlen (whole, -1)));

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
               _ ("“%s” is not known; there are %s"), shown, there_is);
  return FALSE;
}

static int
look_up_list (BhLedgerField field, BhList *list, const char *text)
{
  const Word *words;
  int value;

  if (field == BH_LEDGER_KIND)
    {
      *list = BH_LIST_KIND;
      words = kind_words;
    }
  else if (field == BH_LEDGER_GRADE)
    {
      *list = BH_LIST_GRADE;
      words = grade_words;
    }
  else
    {
      *list = BH_LIST_STATUS;
      words = status_words;
    }
  value = bh_list_find (*list, text);
  return value != 0 ? value : find_word (words, text);
}

static gboolean
read_list (BhLedgerValues *self, BhLedgerField field, BhSlice text, gint64 *value, GError **error)
{
  const char *line = take_line (self, text);
  g_autofree char *codes = NULL;
  gpointer known;
  BhList list;

  if (self->list_values[field] == NULL)
    self->list_values[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (self->list_values[field], line, NULL, &known))
    {
      *value = GPOINTER_TO_INT (known);
      return TRUE;
    }
  *value = look_up_list (field, &list, line);
  if (*value != 0)
    {
      g_hash_table_insert (self->list_values[field], g_strdup (line), GINT_TO_POINTER (*value));
      return TRUE;
    }
  codes = bh_list_join_codes (list);
  return set_no_value (text, codes, error);
}

static gboolean
read_whole_number (const char *text, gint64 min, gint64 max, gint64 *value)
{
  g_autofree char *digits = g_strndup (text, strspn (text, "0123456789"));
  const char *rest = text + strlen (digits);

  if (rest[0] == '.')
    rest += 1 + strspn (rest + 1, "0");
  return *rest == '\0' && g_ascii_string_to_signed (digits, 10, min, max, value, NULL);
}

static gboolean
read_score (BhLedgerValues *self, BhSlice text, gint64 *value, GError **error)
{
  const char *line = take_line (self, text);

  *value = find_word (score_words, line);
  return *value != 0 || read_whole_number (line, 1, 5, value)
         || set_no_value (text, _ ("scores from 1 to 5"), error);
}

static gboolean
read_count (BhLedgerValues *self, BhSlice text, gint64 *value, GError **error)
{
  return read_whole_number (take_line (self, text), 1, MAX_COUNT, value)
         || set_no_value (text, _ ("whole numbers from 1"), error);
}

static gboolean
ends_phone (gunichar c)
{
  switch (c)
    {
    case '\0':
    case '\n':
    case '/':
    case ',':
    case ';':
    case 0x3001: /* 、 */
    case 0xFF0C: /* ， */
    case 0xFF1B: /* ； */
      return TRUE;
    default:
      return FALSE;
    }
}

char *
bh_ledger_values_normalize_phone (const char *text)
{
  g_autoptr (GString) phones = g_string_new (NULL);
  gsize start = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (phones, (char) ('0' + digit));
      if (!ends_phone (c))
        continue;
      if (phones->len > start && phones->len - start < MIN_PHONE_DIGITS)
        return NULL;
      if (phones->len > start)
        g_string_append_c (phones, ' ');
      start = phones->len;
      if (c == '\0')
        break;
    }
  if (phones->len == 0)
    return NULL;
  g_string_truncate (phones, phones->len - 1);
  return g_string_free (g_steal_pointer (&phones), FALSE);
}

static gboolean
read_phone (BhLedgerValues *self, BhSlice text, const char **value, GError **error)
{
  g_autofree char *phones = bh_ledger_values_normalize_phone (take_line (self, text));

  if (phones == NULL)
    return set_no_value (text, _ ("phone numbers"), error);
  *value = g_string_chunk_insert (self->texts, phones);
  return TRUE;
}

gboolean
bh_ledger_values_read (
    BhLedgerValues *self, BhLedgerField field, BhSlice text, BhLedgerValue *value, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text.length > 0, FALSE);

  switch (bh_ledger_field_get_value_type (field))
    {
    case BH_LEDGER_TYPE_TEXT:
      value->text = read_text (self, text);
      return TRUE;
    case BH_LEDGER_TYPE_NAME:
      value->text = g_string_chunk_insert_const (self->texts, take_line (self, text));
      return TRUE;
    case BH_LEDGER_TYPE_LIST:
      return read_list (self, field, text, &value->number, error);
    case BH_LEDGER_TYPE_TIME:
      return bh_ledger_time_parse (self->time, text.text, text.length, &value->number, error);
    case BH_LEDGER_TYPE_SCORE:
      return read_score (self, text, &value->number, error);
    case BH_LEDGER_TYPE_COUNT:
      return read_count (self, text, &value->number, error);
    case BH_LEDGER_TYPE_PHONE:
      return read_phone (self, text, &value->text, error);
    }
  g_assert_not_reached ();
}

/* The first line of the description, cut to size; or the leaf of the category. */
static const char *
make_summary (BhLedgerValues *self, const BhLedgerRow *row)
{
  const char *text = row->values[BH_LEDGER_DESCRIPTION].text;
  const char *leaf;
  gsize length;

  if (text == NULL)
    {
      text = row->values[BH_LEDGER_CATEGORY].text;
      leaf = g_strrstr (text, BH_LEDGER_PATH_SEPARATOR);
      return leaf != NULL ? leaf + strlen (BH_LEDGER_PATH_SEPARATOR) : text;
    }
  length = strcspn (text, "\n");
  if ((gsize) g_utf8_strlen (text, (gssize) length) > MAX_SUMMARY_CHARS)
    length = (gsize) (g_utf8_offset_to_pointer (text, MAX_SUMMARY_CHARS) - text);
  return g_string_chunk_insert_len (self->texts, text, (gssize) length);
}

/* How the row stands, by its status and its times; see the header. */
static const char *
complete_status (BhLedgerValue *values, BhLedgerField *field)
{
  gint64 *status = &values[BH_LEDGER_STATUS].number;
  gint64 *finished = &values[BH_LEDGER_FINISHED].number;
  gint64 *closed = &values[BH_LEDGER_CLOSED].number;

  *field = BH_LEDGER_STATUS;
  if (*finished == 0)
    *finished = *closed;
  if (*status == 0)
    *status = *finished != 0 ? BH_STATUS_CLOSED : BH_STATUS_REGISTERED;
  if (*closed != 0 && (*status == BH_STATUS_FINISHED || *status == BH_STATUS_SIGNED))
    *status = BH_STATUS_CLOSED;

  if (*status < BH_STATUS_FINISHED && *finished != 0)
    return _ ("the status says that it is still being worked on, but it was finished or closed");
  if (*status >= BH_STATUS_FINISHED && *finished == 0)
    return _ ("the status says that it is done, but there is no time of finishing or closing");
  if (*closed == 0 && bh_status_is_ended ((BhStatus) *status))
    *closed = *finished;
  return NULL;
}

char *
bh_ledger_values_complete (BhLedgerValues *self, BhLedgerRow *row, BhLedgerField *field)
{
  BhLedgerValue *values = row->values;
  gint64 received = values[BH_LEDGER_RECEIVED].number;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  *field = BH_LEDGER_RECEIVED;
  if (received == 0)
    return g_strdup (_ ("the time of receipt is missing"));
  *field = BH_LEDGER_FINISHED;
  if (values[BH_LEDGER_FINISHED].number != 0 && values[BH_LEDGER_FINISHED].number < received)
    return g_strdup (_ ("it was finished before it was received"));
  *field = BH_LEDGER_CLOSED;
  if (values[BH_LEDGER_CLOSED].number != 0 && values[BH_LEDGER_CLOSED].number < received)
    return g_strdup (_ ("it was closed before it was received"));
  *field = BH_LEDGER_SUMMARY;
  if (values[BH_LEDGER_SUMMARY].text == NULL && values[BH_LEDGER_DESCRIPTION].text == NULL
      && values[BH_LEDGER_CATEGORY].text == NULL)
    return g_strdup (_ ("summary, description and category are all empty"));
  if (values[BH_LEDGER_SUMMARY].text == NULL)
    values[BH_LEDGER_SUMMARY].text = make_summary (self, row);
  return g_strdup (complete_status (values, field));
}
