/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-pareto-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-band-chart.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-column-layer.h"
#include "draw/bh-line-layer.h"
#include "draw/bh-rule-layer.h"

/* Juran's vital few: those that together make so much. */
#define VITAL_SHARE 0.8
/* In ems: both axes with the margins, and a column with its name. */
#define AXES_WIDTH 9
#define COLUMN_WIDTH 2.1
#define LEAST_COLUMNS 4
#define MOST_COLUMNS 40

typedef struct
{
  BhPareto *pareto;
  BhBandChart *chart;
  BhChartLayer *columns;
  BhChartLayer *before;
  BhChartLayer *cumulated;
  BhChartTable *table;
  const char *before_name;
  gboolean has_before;
  gboolean has_minor;
} ParetoBuilder;

guint
bh_pareto_chart_count_columns (double width, const BhChartStyle *style)
{
  double em;

  g_return_val_if_fail (style != NULL, LEAST_COLUMNS);

  em = bh_chart_style_get_em (style);

  return (guint) CLAMP ((width - AXES_WIDTH * em) / (COLUMN_WIDTH * em), LEAST_COLUMNS,
                        MOST_COLUMNS);
}

static BhParetoItem *
get_item (BhPareto *pareto, guint i)
{
  return g_ptr_array_index (pareto->items, i);
}

static char *
dup_count (gint64 count)
{
  return bh_chart_number_dup_text (BH_CHART_COUNTS, (double) count, 0);
}

static char *
dup_share (double share)
{
  return bh_chart_number_dup_text (BH_CHART_PERCENTS, share, 1);
}

static char *
dup_value_text (ParetoBuilder *self, const BhParetoItem *item)
{
  g_autofree char *count = dup_count (item->count);
  g_autofree char *share = dup_share (item->share);
  g_autofree char *cumulated = dup_share (item->cumulated);
  g_autofree char *previous = dup_count (item->previous);
  g_autofree char *tickets = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", (gulong) item->count), count);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, C_ ("chart", "%s (%s)"), tickets, share);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, C_ ("chart", "%s: %s"), _ ("Cumulated share"), cumulated);
  if (self->has_before)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, C_ ("chart", "%s: %s"), self->before_name, previous);
    }

  return g_string_free (text, FALSE);
}

static void
add_row (ParetoBuilder *self, const char *name, const BhParetoItem *item)
{
  GStrvBuilder *row = g_strv_builder_new ();
  g_autofree char *count = dup_count (item->count);
  g_autofree char *share = dup_share (item->share);
  g_autofree char *cumulated = dup_share (item->cumulated);
  g_autofree char *previous = dup_count (item->previous);

  g_strv_builder_add_many (row, name, count, share, cumulated, previous, NULL);
  g_ptr_array_add (self->table->rows, g_strv_builder_end (row));
  g_strv_builder_unref (row);
}

static const char *
get_name (const BhParetoItem *item)
{
  return item->name != NULL && *item->name != '\0' ? item->name : _ ("No category");
}

/* Which categories a mark stands for, whatever else its tickets have in common. */
static char *
dup_brush (const char *filter_text)
{
  g_autoptr (BhTicketFilter) filter
      = filter_text != NULL ? bh_ticket_filter_parse (filter_text, NULL) : NULL;
  g_autoptr (BhTicketFilter) empty = bh_ticket_filter_new ();
  const char *const *categories
      = filter != NULL ? bh_ticket_filter_get (filter, BH_FILTER_CATEGORY) : NULL;

  return categories != NULL ? bh_chart_take_filter_text (
             bh_ticket_filter_with (empty, BH_FILTER_CATEGORY, categories, NULL))
                            : NULL;
}

static void
add_column (ParetoBuilder *self,
            const char *name,
            const BhParetoItem *item,
            BhChartPointFlags flags)
{
  g_autofree char *text = dup_value_text (self, item);
  g_autofree char *count = dup_count (item->count);
  g_autofree char *brush = dup_brush (item->filter);

  bh_band_chart_add_mark (self->chart, name, name, NULL, text, item->filter);
  bh_chart_set_mark_brush (BH_CHART (self->chart),
                           bh_chart_get_n_marks (BH_CHART (self->chart)) - 1, brush);
  bh_chart_layer_add (self->columns, (double) item->count, flags, count);
  if (self->has_before)
    bh_chart_layer_add (self->before, (double) item->previous, flags, NULL);
  else
    bh_chart_layer_add_gap (self->before);
  bh_chart_layer_add (self->cumulated, item->cumulated, 0, NULL);
  self->has_minor = self->has_minor || flags & BH_CHART_POINT_MINOR;
}

/* The tickets of all items from @from on: those of the first one's filter with the others' words.
 */
static char *
dup_rest_filter (BhPareto *pareto, guint from)
{
  g_autoptr (BhTicketFilter) first = NULL;
  g_autoptr (BhTicketFilter) all = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = from; i < pareto->items->len; i++)
    {
      BhParetoItem *item = get_item (pareto, i);

      if (item->key == NULL || *item->key == '\0' || item->filter == NULL)
        return NULL;
      g_ptr_array_add (keys, item->key);
    }
  g_ptr_array_add (keys, NULL);
  first = bh_ticket_filter_parse (get_item (pareto, from)->filter, NULL);
  if (first != NULL)
    all = bh_ticket_filter_with (first, BH_FILTER_CATEGORY, (const char *const *) keys->pdata,
                                 NULL);

  return all != NULL ? g_strdup (bh_ticket_filter_to_text (all)) : NULL;
}

static void
add_rest (ParetoBuilder *self, guint from)
{
  guint n = self->pareto->items->len;
  BhParetoItem rest = { .cumulated = get_item (self->pareto, n - 1)->cumulated };
  g_autofree char *filter = dup_rest_filter (self->pareto, from);
  g_autofree char *name = NULL;

  for (guint i = from; i < n; i++)
    {
      BhParetoItem *item = get_item (self->pareto, i);

      rest.count += item->count;
      rest.share += item->share;
      rest.previous += item->previous;
    }
  rest.filter = filter;
  /* Translators: the last column of a chart: %u further categories in one */
  name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n - from),
                          n - from);
  /* However many they are: the columns are there to compare single categories. */
  add_column (self, name, &rest, BH_CHART_POINT_MINOR | BH_CHART_POINT_CUT);
}

static void
add_items (ParetoBuilder *self, guint most)
{
  guint n = self->pareto->items->len;
  guint n_own = n > most ? most - 1 : n;

  for (guint i = 0; i < n; i++)
    {
      BhParetoItem *item = get_item (self->pareto, i);
      double before = item->cumulated - item->share;

      if (i < n_own)
        add_column (self, get_name (item), item,
                    i > 0 && before >= VITAL_SHARE - 1e-9 ? BH_CHART_POINT_MINOR : 0);
      add_row (self, get_name (item), item);
    }
  if (n_own < n)
    add_rest (self, n_own);
}

static void
add_keys (ParetoBuilder *self)
{
  bh_band_chart_add_key (self->chart, self->columns, 0, C_ ("chart", "Tickets"));
  if (self->has_minor)
    bh_band_chart_add_key (self->chart, self->columns, BH_CHART_POINT_MINOR, _ ("Beyond 80%"));
  if (self->has_before)
    bh_band_chart_add_key (self->chart, self->before, 0, self->before_name);
  bh_band_chart_add_key (self->chart, self->cumulated, 0, _ ("Cumulated share"));
}

static void
add_layers (ParetoBuilder *self)
{
  self->columns
      = bh_column_layer_new (C_ ("chart", "Tickets"), BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  self->before = bh_rule_layer_new (self->before_name, BH_CHART_ROLE_PREVIOUS, BH_CHART_SIDE_START,
                                    BH_RULE_NOTCHES);
  self->cumulated = bh_line_layer_new (_ ("Cumulated share"), BH_CHART_ROLE_CUMULATED,
                                       BH_CHART_SIDE_END, BH_LINE_SQUARES, FALSE);
  bh_band_chart_add_layer (self->chart, self->columns);
  bh_band_chart_add_layer (self->chart, self->before);
  bh_band_chart_add_layer (self->chart, self->cumulated);
}

static void
start_table (ParetoBuilder *self)
{
  const char *headings[]
      = { C_ ("chart", "Category"), C_ ("chart", "Tickets"), C_ ("chart", "Share"),
          _ ("Cumulated share"),    self->before_name,       NULL };

  self->table = bh_chart_table_new (bh_chart_get_title (BH_CHART (self->chart)), headings);
}

static char *
dup_subtitle (BhPareto *pareto, BhOffice *office)
{
  g_autofree char *scope = bh_chart_words_dup_scope (pareto->scope);
  g_autofree char *period
      = bh_chart_words_dup_period (&pareto->period, bh_office_get_time (office));
  g_autofree char *count = dup_count (pareto->total);
  g_autofree char *tickets = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", (gulong) pareto->total), count);

  return g_strdup_printf ("%s · %s · %s", scope, period, tickets);
}

BhChart *
bh_pareto_chart_new_with_columns (BhPareto *pareto, BhOffice *office, guint most)
{
  ParetoBuilder self = { .pareto = pareto };
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (pareto != NULL && BH_IS_OFFICE (office) && most >= 1, NULL);

  for (guint i = 0; i < pareto->items->len; i++)
    self.has_before = self.has_before || get_item (pareto, i)->previous > 0;
  self.before_name = pareto->before.to == pareto->period.from ? _ ("Period before")
                                                              : C_ ("chart", "Compared with");
  subtitle = dup_subtitle (pareto, office);
  self.chart = bh_band_chart_new (_ ("Tickets by category"), subtitle, BH_CHART_TICKS_NAMES);
  bh_band_chart_set_axis (self.chart, BH_CHART_SIDE_START, BH_CHART_COUNTS,
                          C_ ("chart", "tickets"));
  bh_band_chart_set_axis (self.chart, BH_CHART_SIDE_END, BH_CHART_PERCENTS, "");
  bh_chart_set_empty_text (BH_CHART (self.chart), _ ("No tickets were received in this period."));
  add_layers (&self);
  start_table (&self);
  add_items (&self, most);
  add_keys (&self);
  bh_chart_take_table (BH_CHART (self.chart), self.table);

  return BH_CHART (self.chart);
}

/* What is kept to make the chart anew at another width. */
typedef struct
{
  BhPareto *pareto; /* (owned) */
  BhOffice *office; /* (owned) */
} ParetoSource;

static void
free_item (gpointer data)
{
  BhParetoItem *item = data;

  g_free (item->key);
  g_free (item->name);
  g_free (item->filter);
  g_free (item);
}

static gpointer
copy_item (gconstpointer data, gpointer user_data)
{
  BhParetoItem *copy = g_memdup2 (data, sizeof (BhParetoItem));

  copy->key = g_strdup (copy->key);
  copy->name = g_strdup (copy->name);
  copy->filter = g_strdup (copy->filter);

  return copy;
}

static ParetoSource *
source_new (BhPareto *pareto, BhOffice *office)
{
  ParetoSource *self = g_new0 (ParetoSource, 1);

  self->pareto = g_memdup2 (pareto, sizeof *pareto);
  self->pareto->scope = g_strdup (pareto->scope);
  self->pareto->items = g_ptr_array_copy (pareto->items, copy_item, NULL);
  g_ptr_array_set_free_func (self->pareto->items, free_item);
  self->office = g_object_ref (office);

  return self;
}

static void
source_free (gpointer data)
{
  ParetoSource *self = data;

  bh_pareto_free (self->pareto);
  g_object_unref (self->office);
  g_free (self);
}

static guint
source_count (gpointer data, double width, const BhChartStyle *style)
{
  ParetoSource *self = data;

  return MIN (self->pareto->items->len, bh_pareto_chart_count_columns (width, style));
}

static BhChart *
source_make (gpointer data, guint n_marks)
{
  ParetoSource *self = data;

  return bh_pareto_chart_new_with_columns (self->pareto, self->office, n_marks);
}

BhChart *
bh_pareto_chart_new (BhPareto *pareto, BhOffice *office)
{
  static const BhChartSizes sizes = { source_count, source_make };
  BhChart *chart = bh_pareto_chart_new_with_columns (pareto, office, BH_PARETO_COLUMNS);

  bh_chart_set_sizes (chart, &sizes, source_new (pareto, office), source_free);

  return chart;
}
