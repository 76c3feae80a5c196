/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-measure.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-day.h"
#include "domain/bh-error.h"
#include "domain/bh-filter.h"

#include <stdio.h>
#include <string.h>

#define MAX_WHAT_CHARS 500
#define MAX_TEXT_CHARS 2000

G_DEFINE_FINAL_TYPE (BhMeasure, bh_measure, G_TYPE_OBJECT)

static void
bh_measure_finalize (GObject *object)
{
  BhMeasure *self = BH_MEASURE (object);

  g_free (self->what);
  g_free (self->finding);
  g_free (self->filter);
  g_free (self->figure);
  g_free (self->effect);

  G_OBJECT_CLASS (bh_measure_parent_class)->finalize (object);
}

static void
bh_measure_class_init (BhMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_measure_finalize;
}

static void
bh_measure_init (BhMeasure *self)
{
  self->what = g_strdup ("");
  self->filter = g_strdup ("");
  self->figure = g_strdup ("");
  self->state = BH_MEASURE_OPEN;
}

BhMeasure *
bh_measure_new (void)
{
  return g_object_new (BH_TYPE_MEASURE, NULL);
}

BhMeasure *
bh_measure_copy (BhMeasure *self)
{
  g_autoptr (BhPayload) payload = NULL;
  BhMeasure *copy;

  g_return_val_if_fail (BH_IS_MEASURE (self), NULL);

  payload = bh_measure_to_payload (self);
  copy = bh_measure_new_from_payload (payload);
  copy->id = self->id;
  copy->version = self->version;
  copy->month = self->month;
  copy->seq = self->seq;

  return copy;
}

gboolean
bh_measure_equal (BhMeasure *a, BhMeasure *b)
{
  g_autoptr (BhPayload) left = NULL;
  g_autoptr (BhPayload) right = NULL;

  g_return_val_if_fail (BH_IS_MEASURE (a) && BH_IS_MEASURE (b), FALSE);

  left = bh_measure_to_payload (a);
  right = bh_measure_to_payload (b);

  return a->id == b->id && a->month == b->month && a->seq == b->seq
         && bh_payload_equal (left, right);
}

char *
bh_measure_dup_number (BhMeasure *self)
{
  g_return_val_if_fail (BH_IS_MEASURE (self), NULL);

  if (self->seq == 0)
    return g_strdup ("");

  return g_strdup_printf ("M%04d-%02d-%02d", self->month / 100, self->month % 100, self->seq);
}

gboolean
bh_measure_parse_number (const char *text, int *month, int *seq, GError **error)
{
  int year, number, count, length = 0;

  g_return_val_if_fail (text != NULL && month != NULL && seq != NULL, FALSE);

  if ((*text == 'M' || *text == 'm') && strspn (text + 1, "0123456789-") == strlen (text + 1)
      && sscanf (text + 1, "%4d-%2d-%4d%n", &year, &number, &count, &length) == 3
      && text[length + 1] == '\0' && bh_month_is_valid (year * 100 + number) && count > 0)
    {
      *month = year * 100 + number;
      *seq = count;
      return TRUE;
    }

  return bh_domain_reject_input (
      error, _ ("“%s” is no number of a measure; they are like M2026-10-03."), text);
}

gboolean
bh_measure_is_shown (BhMeasure *self, int first, int last)
{
  g_return_val_if_fail (BH_IS_MEASURE (self), FALSE);

  if (self->month >= first)
    return self->month <= last;

  return self->state == BH_MEASURE_OPEN || self->ended_day / 100 >= first;
}

gboolean
bh_measure_is_carried (BhMeasure *self, int month)
{
  g_return_val_if_fail (BH_IS_MEASURE (self), FALSE);

  return self->month < month;
}

BhMeasureState
bh_measure_get_state_on (BhMeasure *self, int day)
{
  g_return_val_if_fail (BH_IS_MEASURE (self), BH_MEASURE_NONE);

  return self->ended_day > day ? BH_MEASURE_OPEN : self->state;
}

gboolean
bh_measure_is_overdue (BhMeasure *self, int day)
{
  g_return_val_if_fail (BH_IS_MEASURE (self), FALSE);

  return self->due_day != 0 && self->due_day < day
         && bh_measure_get_state_on (self, day) == BH_MEASURE_OPEN;
}

void
bh_measure_settle (BhMeasure *self, int today, gint64 staff_id)
{
  g_return_if_fail (BH_IS_MEASURE (self));

  if (self->version == 0 && self->decided_day == 0)
    self->decided_day = today;
  if (self->version == 0 && self->decided_by == 0)
    self->decided_by = staff_id;
  if (self->state == BH_MEASURE_OPEN)
    self->ended_day = 0;
  else if (self->ended_day == 0)
    self->ended_day = today;
}

/* One rule: the field that it is about, and whether it is kept. */
static gboolean
expect (gboolean kept, const char *key, const char *message, const char **field, GError **error)
{
  if (kept)
    return TRUE;
  if (field != NULL)
    *field = key;

  return bh_domain_reject_input (error, "%s", message);
}

static gboolean
is_short (const char *text, glong max)
{
  return text == NULL || g_utf8_strlen (text, -1) <= max;
}

static gboolean
check_texts (BhMeasure *self, const char **field, GError **error)
{
  g_autofree char *what = bh_text_clean (self->what);
  g_autofree char *effect = bh_text_clean (self->effect);

  return expect (what != NULL, "what", _ ("Say what is to be done."), field, error)
         && expect (is_short (self->what, MAX_WHAT_CHARS), "what",
                    _ ("This is too long; 500 characters are the most."), field, error)
         && expect (is_short (self->finding, MAX_TEXT_CHARS), "finding",
                    _ ("This is too long; 2,000 characters are the most."), field, error)
         && expect (is_short (self->effect, MAX_TEXT_CHARS), "effect",
                    _ ("This is too long; 2,000 characters are the most."), field, error)
         && expect (self->state != BH_MEASURE_DONE || effect != NULL, "effect",
                    _ ("Say what came of it; then it is done."), field, error)
         && expect (self->state != BH_MEASURE_DROPPED || effect != NULL, "effect",
                    _ ("Say why it is dropped."), field, error);
}

static gboolean
check_days (BhMeasure *self, int today, const char **field, GError **error)
{
  int begin = self->month * 100 + 1;
  gboolean open = self->state == BH_MEASURE_OPEN;

  return expect (bh_month_is_valid (self->month), "month", _ ("There is no such month."), field,
                 error)
         && expect (begin <= today, "month", _ ("No meeting is about a month that is yet to come."),
                    field, error)
         && expect (bh_day_is_valid (self->decided_day) && self->decided_day >= begin, "decided",
                    _ ("The meeting cannot have been before the month that it was about."), field,
                    error)
         && expect (self->decided_day <= today, "decided", _ ("This day is yet to come."), field,
                    error)
         && expect (self->due_day == 0
                        || (bh_day_is_valid (self->due_day) && self->due_day >= self->decided_day),
                    "due", _ ("It cannot be due before it was decided."), field, error)
         && expect (open == (self->ended_day == 0), "ended",
                    open ? _ ("What is open has not ended.") : _ ("Say when it ended."), field,
                    error)
         && expect (
             open || (bh_day_is_valid (self->ended_day) && self->ended_day >= self->decided_day),
             "ended", _ ("It cannot have ended before it was decided."), field, error)
         && expect (self->ended_day <= today, "ended", _ ("This day is yet to come."), field,
                    error);
}

gboolean
bh_measure_check (BhMeasure *self, int today, const char **field, GError **error)
{
  g_autoptr (BhTicketFilter) filter = NULL;

  g_return_val_if_fail (BH_IS_MEASURE (self), FALSE);

  if (!expect (*bh_list_get_code (BH_LIST_MEASURE_STATE, self->state) != '\0', "state",
               _ ("It is open, done or dropped."), field, error)
      || !check_texts (self, field, error) || !check_days (self, today, field, error))
    return FALSE;

  filter = bh_ticket_filter_parse (self->filter, error);
  if (filter == NULL && field != NULL)
    *field = "filter";

  return filter != NULL;
}

BhPayload *
bh_measure_to_payload (BhMeasure *self)
{
  BhPayload *payload = bh_payload_new ();

  g_return_val_if_fail (BH_IS_MEASURE (self), payload);

  bh_payload_set_int (payload, "community", self->community_id);
  bh_payload_set (payload, "what", self->what);
  bh_payload_set (payload, "finding", self->finding);
  bh_payload_set (payload, "filter", self->filter);
  bh_payload_set (payload, "figure", self->figure);
  bh_payload_set_int (payload, "department", self->department_id);
  bh_payload_set_int (payload, "owner", self->staff_id);
  bh_payload_set_int (payload, "decided-by", self->decided_by);
  bh_payload_set_int (payload, "decided", self->decided_day);
  bh_payload_set_int (payload, "due", self->due_day);
  bh_payload_set (payload, "state", bh_list_get_code (BH_LIST_MEASURE_STATE, self->state));
  bh_payload_set_int (payload, "ended", self->ended_day);
  bh_payload_set (payload, "effect", self->effect);

  return payload;
}

static const char *
get_or_empty (BhPayload *payload, const char *key)
{
  const char *value = bh_payload_get (payload, key);

  return value != NULL ? value : "";
}

BhMeasure *
bh_measure_new_from_payload (BhPayload *payload)
{
  BhMeasure *self = bh_measure_new ();

  g_return_val_if_fail (payload != NULL, self);

  self->community_id = bh_payload_get_int (payload, "community");
  bh_set_string (&self->what, get_or_empty (payload, "what"));
  bh_set_string (&self->finding, bh_payload_get (payload, "finding"));
  bh_set_string (&self->filter, get_or_empty (payload, "filter"));
  bh_set_string (&self->figure, get_or_empty (payload, "figure"));
  self->department_id = bh_payload_get_int (payload, "department");
  self->staff_id = bh_payload_get_int (payload, "owner");
  self->decided_by = bh_payload_get_int (payload, "decided-by");
  self->decided_day = (int) bh_payload_get_int (payload, "decided");
  self->due_day = (int) bh_payload_get_int (payload, "due");
  self->state
      = (BhMeasureState) bh_list_find (BH_LIST_MEASURE_STATE, get_or_empty (payload, "state"));
  self->ended_day = (int) bh_payload_get_int (payload, "ended");
  bh_set_string (&self->effect, bh_payload_get (payload, "effect"));

  return self;
}
