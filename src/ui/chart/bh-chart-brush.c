/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-brush.h"

static BhTicketFilter *
parse_mark (BhChart *chart, guint mark)
{
  const char *text = bh_chart_get_mark (chart, mark)->brush;

  return text != NULL ? bh_ticket_filter_parse (text, NULL) : NULL;
}

/* What @part asks for, @whole asks for too, and it asks for nothing else. */
static gboolean
means (BhTicketFilter *whole, BhTicketFilter *part)
{
  for (BhFilterField field = 0; field < BH_N_FILTER_FIELDS; field++)
    {
      const char *const *values = bh_ticket_filter_get (part, field);
      const char *const *among = bh_ticket_filter_get (whole, field);

      if ((values == NULL) != (among == NULL))
        return FALSE;
      for (guint i = 0; values != NULL && values[i] != NULL; i++)
        if (!g_strv_contains (among, values[i]))
          return FALSE;
    }

  return TRUE;
}

/** The values of some marks, field by field. */
typedef struct
{
  GPtrArray *values[BH_N_FILTER_FIELDS]; /* (owned) (nullable) (element-type utf8) */
  GHashTable *seen[BH_N_FILTER_FIELDS];  /* (owned) (nullable): the same */
} ValueSet;

static void
value_set_clear (ValueSet *self)
{
  for (guint field = 0; field < BH_N_FILTER_FIELDS; field++)
    {
      g_clear_pointer (&self->values[field], g_ptr_array_unref);
      g_clear_pointer (&self->seen[field], g_hash_table_unref);
    }
}

static void
value_set_add (ValueSet *self, BhTicketFilter *part)
{
  for (BhFilterField field = 0; field < BH_N_FILTER_FIELDS; field++)
    {
      const char *const *values = bh_ticket_filter_get (part, field);

      if (values != NULL && self->values[field] == NULL)
        {
          self->values[field] = g_ptr_array_new_with_free_func (g_free);
          self->seen[field] = g_hash_table_new (g_str_hash, g_str_equal);
        }
      for (guint i = 0; values != NULL && values[i] != NULL; i++)
        if (!g_hash_table_contains (self->seen[field], values[i]))
          {
            char *value = g_strdup (values[i]);

            g_ptr_array_add (self->values[field], value);
            g_hash_table_add (self->seen[field], value);
          }
    }
}

static BhTicketFilter *
value_set_make_filter (ValueSet *self)
{
  BhTicketFilter *filter = bh_ticket_filter_new ();

  for (BhFilterField field = 0; field < BH_N_FILTER_FIELDS; field++)
    {
      BhTicketFilter *next;

      if (self->values[field] == NULL)
        continue;
      g_ptr_array_add (self->values[field], NULL);
      next = bh_ticket_filter_with (filter, field, (const char *const *) self->values[field]->pdata,
                                    NULL);
      /* Values that a filter has can be had by another one. */
      g_assert (next != NULL);
      bh_ticket_filter_unref (filter);
      filter = next;
    }

  return filter;
}

/* A filter asks for the same fields of all marks; those of another sort are left out. */
static gboolean
is_of_sort (BhTicketFilter *whole, BhTicketFilter *part)
{
  for (BhFilterField field = 0; field < BH_N_FILTER_FIELDS; field++)
    if ((bh_ticket_filter_get (whole, field) == NULL)
        != (bh_ticket_filter_get (part, field) == NULL))
      return FALSE;

  return TRUE;
}

void
bh_chart_brush_clear (BhChartBrush *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
  g_clear_pointer (&self->selected, g_array_unref);
}

gboolean
bh_chart_brush_is_possible (BhChart *chart)
{
  g_return_val_if_fail (BH_IS_CHART (chart), FALSE);

  for (guint i = 0; i < bh_chart_get_n_marks (chart); i++)
    if (bh_chart_get_mark (chart, i)->brush != NULL)
      return TRUE;

  return FALSE;
}

void
bh_chart_brush_set_filter (BhChartBrush *self, BhChart *chart, BhTicketFilter *filter)
{
  g_autoptr (BhTicketFilter) kept = filter != NULL ? bh_ticket_filter_ref (filter) : NULL;
  guint n_marks;

  g_return_if_fail (self != NULL && BH_IS_CHART (chart));

  bh_chart_brush_clear (self);
  if (kept == NULL || bh_ticket_filter_is_empty (kept))
    return;
  self->filter = g_steal_pointer (&kept);
  n_marks = bh_chart_get_n_marks (chart);
  self->selected = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (BhTicketFilter) part = parse_mark (chart, i);
      gboolean selected = part != NULL && means (self->filter, part);

      g_array_append_val (self->selected, selected);
    }
}

void
bh_chart_brush_select (BhChartBrush *self, BhChart *chart, const gboolean *wanted)
{
  g_autoptr (BhTicketFilter) first = NULL;
  g_autoptr (BhTicketFilter) whole = NULL;
  ValueSet set = { 0 };

  g_return_if_fail (self != NULL && BH_IS_CHART (chart) && wanted != NULL);

  for (guint i = 0; i < bh_chart_get_n_marks (chart); i++)
    {
      g_autoptr (BhTicketFilter) part = wanted[i] ? parse_mark (chart, i) : NULL;

      if (part == NULL || (first != NULL && !is_of_sort (first, part)))
        continue;
      value_set_add (&set, part);
      if (first == NULL)
        first = g_steal_pointer (&part);
    }
  whole = value_set_make_filter (&set);
  value_set_clear (&set);
  bh_chart_brush_set_filter (self, chart, whole);
}

void
bh_chart_brush_toggle (BhChartBrush *self, BhChart *chart, guint mark)
{
  guint n_marks;
  g_autofree gboolean *wanted = NULL;
  gboolean was_selected;

  g_return_if_fail (self != NULL && BH_IS_CHART (chart) && mark < bh_chart_get_n_marks (chart));

  n_marks = bh_chart_get_n_marks (chart);
  was_selected = bh_chart_brush_is_selected (self, mark);
  wanted = g_new0 (gboolean, n_marks);
  for (guint i = 0; i < n_marks; i++)
    wanted[i] = bh_chart_brush_is_selected (self, i);
  wanted[mark] = !was_selected;
  bh_chart_brush_select (self, chart, wanted);
  self->anchor = mark;
  /* A cell whose row and column stay selected cannot be left out: then nothing stays. */
  if (was_selected && bh_chart_brush_is_selected (self, mark))
    bh_chart_brush_clear (self);
}

void
bh_chart_brush_select_in (BhChartBrush *self,
                          BhChart *chart,
                          const BhChartArea *area,
                          double width,
                          double height,
                          const BhChartStyle *style)
{
  guint n_marks;
  g_autofree gboolean *wanted = NULL;

  g_return_if_fail (self != NULL && BH_IS_CHART (chart) && area != NULL && style != NULL);

  n_marks = bh_chart_get_n_marks (chart);
  wanted = g_new0 (gboolean, n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      BhChartArea own;

      wanted[i] = bh_chart_get_mark_area (chart, i, width, height, style, &own)
                  && bh_chart_area_meets (&own, area);
    }
  bh_chart_brush_select (self, chart, wanted);
}

/* Fills @area with what lies between the middles of @a and @b: marks beside it, which touch its
 * outermost ones, are not meant. */
static void
get_between (const BhChartArea *a, const BhChartArea *b, BhChartArea *area)
{
  double x1 = a->x + a->width / 2, x2 = b->x + b->width / 2;
  double y1 = a->y + a->height / 2, y2 = b->y + b->height / 2;

  *area = (BhChartArea){ MIN (x1, x2), MIN (y1, y2), ABS (x1 - x2), ABS (y1 - y2) };
}

void
bh_chart_brush_extend (BhChartBrush *self,
                       BhChart *chart,
                       guint mark,
                       double width,
                       double height,
                       const BhChartStyle *style)
{
  guint anchor, n_marks;
  BhChartArea a, b, area;

  g_return_if_fail (self != NULL && BH_IS_CHART (chart) && mark < bh_chart_get_n_marks (chart));

  n_marks = bh_chart_get_n_marks (chart);
  anchor = MIN (self->anchor, n_marks - 1);
  if (bh_chart_move (chart, mark, BH_CHART_MOVE_UP) >= 0
      && bh_chart_get_mark_area (chart, anchor, width, height, style, &a)
      && bh_chart_get_mark_area (chart, mark, width, height, style, &b))
    {
      get_between (&a, &b, &area);
      bh_chart_brush_select_in (self, chart, &area, width, height, style);
    }
  else
    {
      g_autofree gboolean *wanted = g_new0 (gboolean, n_marks);

      for (guint i = MIN (anchor, mark); i <= MAX (anchor, mark); i++)
        wanted[i] = TRUE;
      bh_chart_brush_select (self, chart, wanted);
    }
}

const gboolean *
bh_chart_brush_get_selected (const BhChartBrush *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; self->selected != NULL && i < self->selected->len; i++)
    if (bh_chart_brush_is_selected (self, i))
      return (const gboolean *) (const void *) self->selected->data;

  return NULL;
}

gboolean
bh_chart_brush_is_selected (const BhChartBrush *self, guint mark)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->selected != NULL && mark < self->selected->len
         && g_array_index (self->selected, gboolean, mark);
}

const char *
bh_chart_brush_get_text (const BhChartBrush *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->filter != NULL ? bh_ticket_filter_to_text (self->filter) : NULL;
}
