/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-filter.h"

#include <string.h>

#include "domain/bh-filter-private.h"

struct _BhTicketFilter
{
  gatomicrefcount refs;
  GStrv values[BH_N_FILTER_FIELDS]; /* (owned): canonical values, or NULL */
  char *text;                       /* (owned): canonical text */
};

G_DEFINE_BOXED_TYPE (BhTicketFilter, bh_ticket_filter, bh_ticket_filter_ref, bh_ticket_filter_unref)

void
bh_filter_free_values (GStrv *values)
{
  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    g_clear_pointer (&values[i], g_strfreev);
}

BhTicketFilter *
bh_filter_take (GStrv *values)
{
  BhTicketFilter *self = g_new0 (BhTicketFilter, 1);

  g_atomic_ref_count_init (&self->refs);
  memcpy (self->values, values, sizeof self->values);
  self->text = bh_filter_print (self->values);

  return self;
}

BhTicketFilter *
bh_ticket_filter_new (void)
{
  GStrv values[BH_N_FILTER_FIELDS] = { NULL };

  return bh_filter_take (values);
}

BhTicketFilter *
bh_ticket_filter_parse (const char *text, GError **error)
{
  GStrv values[BH_N_FILTER_FIELDS] = { NULL };

  if (text != NULL && !bh_filter_scan (text, values, error))
    {
      bh_filter_free_values (values);
      return NULL;
    }

  return bh_filter_take (values);
}

BhTicketFilter *
bh_ticket_filter_ref (BhTicketFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
bh_ticket_filter_unref (BhTicketFilter *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->refs))
    {
      bh_filter_free_values (self->values);
      g_free (self->text);
      g_free (self);
    }
}

const char *
bh_ticket_filter_to_text (BhTicketFilter *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

gboolean
bh_ticket_filter_is_empty (BhTicketFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return *self->text == '\0';
}

gboolean
bh_ticket_filter_equal (BhTicketFilter *a, BhTicketFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return strcmp (a->text, b->text) == 0;
}

const char *const *
bh_ticket_filter_get (BhTicketFilter *self, BhFilterField field)
{
  g_return_val_if_fail (self != NULL && (guint) field < BH_N_FILTER_FIELDS, NULL);

  return (const char *const *) self->values[field];
}

BhTicketFilter *
bh_ticket_filter_with (BhTicketFilter *self,
                       BhFilterField field,
                       const char *const *values,
                       GError **error)
{
  GStrv all[BH_N_FILTER_FIELDS];
  GStrv replacement = NULL;

  g_return_val_if_fail (self != NULL && (guint) field < BH_N_FILTER_FIELDS, NULL);

  if (values != NULL && *values != NULL)
    {
      replacement = bh_filter_normalize (field, values, error);
      if (replacement == NULL)
        return NULL;
    }

  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    all[i] = i == (guint) field ? replacement : g_strdupv (self->values[i]);

  return bh_filter_take (all);
}

static void
append_code (GArray *codes, int code)
{
  for (guint i = 0; i < codes->len; i++)
    {
      if (g_array_index (codes, int, i) == code)
        return;
    }
  g_array_append_val (codes, code);
}

static void
append_statuses (GArray *codes, gboolean ended)
{
  const BhListItem *items;
  guint n;

  items = bh_list_get_items (BH_LIST_STATUS, &n);
  for (guint i = 0; i < n; i++)
    {
      if (bh_status_is_ended ((BhStatus) items[i].value) == ended)
        append_code (codes, items[i].value);
    }
}

GArray *
bh_ticket_filter_get_codes (BhTicketFilter *self, BhFilterField field)
{
  const BhFilterFieldInfo *info = bh_filter_field_get_info (field);
  GArray *codes;

  g_return_val_if_fail (self != NULL && info->type == BH_FILTER_TYPE_LIST, NULL);

  if (self->values[field] == NULL)
    return NULL;

  codes = g_array_new (FALSE, FALSE, sizeof (int));
  for (char **value = self->values[field]; *value != NULL; value++)
    {
      gboolean is_status = field == BH_FILTER_STATUS;

      if (is_status && strcmp (*value, BH_FILTER_OPEN) == 0)
        append_statuses (codes, FALSE);
      else if (is_status && strcmp (*value, BH_FILTER_ENDED) == 0)
        append_statuses (codes, TRUE);
      else /* `none` and the like are in no list: 0 */
        append_code (codes, bh_list_find (info->list, *value));
    }

  return codes;
}

GArray *
bh_ticket_filter_get_periods (BhTicketFilter *self, BhFilterField field, BhOfficeTime *time)
{
  GArray *periods;

  g_return_val_if_fail (self != NULL && time != NULL, NULL);
  g_return_val_if_fail (bh_filter_field_get_info (field)->type == BH_FILTER_TYPE_PERIOD, NULL);

  if (self->values[field] == NULL)
    return NULL;

  periods = g_array_new (FALSE, FALSE, sizeof (BhPeriod));
  for (char **value = self->values[field]; *value != NULL; value++)
    {
      BhPeriod period;

      if (bh_filter_parse_period (time, *value, &period))
        g_array_append_val (periods, period);
    }

  return periods;
}
