/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-rows.h"

#include <math.h>

typedef struct
{
  GArray *values; /* (owned) (element-type double) */
  GArray *flags;  /* (owned) (element-type BhChartPointFlags) */
  GArray *items;  /* (owned) (element-type BhChartItem) */
} Series;

struct _BhChartRows
{
  GArray *items;        /* (owned) (element-type BhChartItem) */
  GArray *series;       /* (owned) (element-type Series) */
  GStringChunk *labels; /* (owned) */
  GPtrArray *texts;     /* (owned) (element-type utf8): all else that the items point to */
};

static void
clear_series (gpointer data)
{
  Series *series = data;

  g_array_unref (series->values);
  g_array_unref (series->flags);
  g_array_unref (series->items);
}

BhChartRows *
bh_chart_rows_new (guint n_series)
{
  BhChartRows *self = g_new0 (BhChartRows, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (BhChartItem));
  self->series = g_array_new (FALSE, FALSE, sizeof (Series));
  g_array_set_clear_func (self->series, clear_series);
  self->labels = g_string_chunk_new (256);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_series; i++)
    {
      Series series = { g_array_new (FALSE, FALSE, sizeof (double)),
                        g_array_new (FALSE, FALSE, sizeof (BhChartPointFlags)),
                        g_array_new (FALSE, FALSE, sizeof (BhChartItem)) };

      g_array_append_val (self->series, series);
    }

  return self;
}

void
bh_chart_rows_free (BhChartRows *self)
{
  g_array_unref (self->items);
  g_array_unref (self->series);
  g_string_chunk_free (self->labels);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

static const char *
take_text (BhChartRows *self, char *text)
{
  if (text != NULL)
    g_ptr_array_add (self->texts, text);

  return text;
}

static BhChartItem
make_item (BhChartRows *self, const char *label, char *value_text, char *filter, char *brush)
{
  return (BhChartItem){ .label = g_string_chunk_insert (self->labels, label),
                        .value_text = take_text (self, value_text),
                        .filter = take_text (self, filter),
                        .brush = take_text (self, brush) };
}

static Series *
get_series (BhChartRows *self, guint i)
{
  return &g_array_index (self->series, Series, i);
}

void
bh_chart_rows_add (
    BhChartRows *self, const char *label, char *value_text, char *filter, char *brush)
{
  BhChartItem item;
  double value = NAN;
  BhChartPointFlags flags = 0;

  g_return_if_fail (self != NULL && label != NULL);

  item = make_item (self, label, value_text, filter, brush);
  g_array_append_val (self->items, item);
  for (guint i = 0; i < self->series->len; i++)
    {
      g_array_append_val (get_series (self, i)->values, value);
      g_array_append_val (get_series (self, i)->flags, flags);
    }
}

void
bh_chart_rows_set (BhChartRows *self, guint series, double value, BhChartPointFlags flags)
{
  g_return_if_fail (self != NULL && series < self->series->len && self->items->len > 0);

  g_array_index (get_series (self, series)->values, double, self->items->len - 1) = value;
  g_array_index (get_series (self, series)->flags, BhChartPointFlags, self->items->len - 1) = flags;
}

void
bh_chart_rows_set_item (
    BhChartRows *self, guint series, const char *label, char *value_text, char *filter, char *brush)
{
  BhChartItem item;

  g_return_if_fail (self != NULL && label != NULL && series < self->series->len);
  g_return_if_fail (get_series (self, series)->items->len + 1 == self->items->len);

  item = make_item (self, label, value_text, filter, brush);
  g_array_append_val (get_series (self, series)->items, item);
}

guint
bh_chart_rows_get_n (BhChartRows *self)
{
  return self->items->len;
}

const BhChartItem *
bh_chart_rows_get_items (BhChartRows *self)
{
  return (const BhChartItem *) (gpointer) self->items->data;
}

const double *
bh_chart_rows_get_values (BhChartRows *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return (const double *) (gpointer) get_series (self, series)->values->data;
}

const BhChartPointFlags *
bh_chart_rows_get_flags (BhChartRows *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return (const BhChartPointFlags *) (gpointer) get_series (self, series)->flags->data;
}

const BhChartItem *
bh_chart_rows_get_series_items (BhChartRows *self, guint series)
{
  GArray *items;

  g_return_val_if_fail (series < self->series->len, NULL);

  items = get_series (self, series)->items;

  return items->len > 0 ? (const BhChartItem *) (gpointer) items->data : NULL;
}

gboolean
bh_chart_rows_has_values (BhChartRows *self, guint series)
{
  const double *values = bh_chart_rows_get_values (self, series);

  for (guint i = 0; i < self->items->len; i++)
    if (!isnan (values[i]))
      return TRUE;

  return FALSE;
}
