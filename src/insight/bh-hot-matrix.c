/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-hot-matrix.h"

#include "base/bh-i18n.h"
#include "domain/bh-office-hours.h"
#include "insight/bh-hot-cells.h"

#define DAYS 7
#define HOURS 24

void
bh_hot_matrix_free (BhHotMatrix *self)
{
  g_free (self->scope);
  g_clear_pointer (&self->base, bh_ticket_filter_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->counts);
  g_free (self);
}

static BhHotLine *
get_line (GPtrArray *lines, guint i)
{
  return g_ptr_array_index (lines, i);
}

gint64
bh_hot_matrix_get (const BhHotMatrix *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, 0);

  return self->counts[row * self->columns->len + column];
}

char *
bh_hot_matrix_dup_filter (const BhHotMatrix *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return bh_hot_line_dup_filter (get_line (self->rows, row), self->base,
                                 get_line (self->columns, column));
}

char *
bh_hot_matrix_dup_brush (const BhHotMatrix *self, guint row, guint column)
{
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return bh_hot_line_dup_filter (get_line (self->rows, row), all, get_line (self->columns, column));
}

static BhHotMatrix *
matrix_new (BhInsight *insight, const BhPeriod *period, BhTicketFilter *filter, GError **error)
{
  g_autoptr (BhHotMatrix) self = g_new0 (BhHotMatrix, 1);

  self->period = *period;
  self->scope = g_strdup (filter != NULL ? bh_ticket_filter_to_text (filter) : "");
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_hot_line_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_hot_line_free);
  self->base = bh_hot_dup_base (insight, period, filter, error);

  return self->base != NULL ? g_steal_pointer (&self) : NULL;
}

static void
add_count (BhHotMatrix *self, guint row, guint column, const BhHotCell *cell)
{
  self->counts[row * self->columns->len + column] += cell->count;
  get_line (self->rows, row)->count += cell->count;
  get_line (self->rows, row)->repeats += cell->repeats;
  get_line (self->columns, column)->count += cell->count;
  get_line (self->columns, column)->repeats += cell->repeats;
  self->total += cell->count;
}

BhHotMatrix *
bh_hot_hours_compute (BhInsight *insight,
                      const BhPeriod *period,
                      BhTicketFilter *filter,
                      GError **error)
{
  g_autoptr (GArray) cells = NULL;
  g_autoptr (BhHotMatrix) self = NULL;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  cells = bh_hot_cells_by_hour (insight, period, filter, error);
  self = cells != NULL ? matrix_new (insight, period, filter, error) : NULL;
  if (self == NULL)
    return NULL;

  for (int day = 1; day <= DAYS; day++)
    g_ptr_array_add (self->rows,
                     bh_hot_line_new_number ("weekday", day, g_strdup (bh_weekday_get_name (day))));
  for (int hour = 0; hour < HOURS; hour++)
    g_ptr_array_add (self->columns,
                     bh_hot_line_new_number ("hour", hour, g_strdup_printf ("%d", hour)));
  self->counts = g_new0 (gint64, DAYS * HOURS);
  for (guint i = 0; i < cells->len; i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);

      g_assert (cell->row >= 1 && cell->row <= DAYS && cell->column >= 0 && cell->column < HOURS);
      add_count (self, (guint) cell->row - 1, (guint) cell->column, cell);
    }

  return g_steal_pointer (&self);
}

/* What is counted of a building matrix while it grows. */
typedef struct
{
  BhInsight *insight;
  BhTicketFilter *filter;
  BhParetoLevel level;
  GHashTable *rows;    /* id of the building to its place, and one more */
  GHashTable *columns; /* id of the category to its place, and one more */
} Work;

static gint64
get_column_id (const Work *work, gint64 category_id)
{
  BhCategory *category = category_id != 0 ? bh_office_get (bh_insight_get_office (work->insight),
                                                           BH_TYPE_CATEGORY, category_id)
                                          : NULL;

  if (work->level == BH_PARETO_TOP && category != NULL && category->parent_id != 0)
    return category->parent_id;

  return category_id;
}

/* The lines with their counts, the largest first, and in the order of the office where equal. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const BhHotLine *left = *(BhHotLine *const *) a, *right = *(BhHotLine *const *) b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;

  return left->id < right->id ? -1 : left->id > right->id;
}

static void
note_places (GPtrArray *lines, GHashTable *places)
{
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      gint64 *id = &get_line (lines, i)->id;

      get_line (lines, i)->count = 0;
      g_hash_table_insert (places, id, GUINT_TO_POINTER (i + 1));
    }
}

static void
grow (GHashTable *sums, gint64 id, gint64 count)
{
  gint64 *sum = g_hash_table_lookup (sums, &id);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_memdup2 (&id, sizeof id), sum);
    }
  *sum += count;
}

/* A top category stands for all below it, unless the scope has only some of them. */
static GStrv
list_words (const Work *work, GArray *cells, gint64 id)
{
  BhOffice *office = bh_insight_get_office (work->insight);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *path = bh_office_get_category_path (office, id);

  if (work->filter == NULL || bh_ticket_filter_get (work->filter, BH_FILTER_CATEGORY) == NULL)
    {
      g_strv_builder_add (words, path);
      return g_strv_builder_end (words);
    }

  for (guint i = 0; i < cells->len; i++)
    {
      BhHotCell *cell = &g_array_index (cells, BhHotCell, i);
      g_autofree char *word = NULL;

      if (get_column_id (work, cell->column) != id || !g_hash_table_add (seen, &cell->column))
        continue;
      word = bh_filter_format_category (office, cell->column);
      g_strv_builder_add (words, word);
    }

  return g_strv_builder_end (words);
}

static void
add_columns (BhHotMatrix *self, Work *work, GArray *cells)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id, sum;

  for (guint i = 0; i < cells->len; i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);

      if (cell->row != 0)
        grow (sums, get_column_id (work, cell->column), cell->count);
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &id, &sum))
    {
      BhHotLine *line
          = bh_hot_line_new_category (bh_insight_get_office (work->insight), *(gint64 *) id);

      if (work->level == BH_PARETO_TOP && line->id != 0)
        {
          g_strfreev (line->values);
          line->values = list_words (work, cells, line->id);
        }
      line->count = *(gint64 *) sum;
      g_ptr_array_add (self->columns, line);
    }
  note_places (self->columns, work->columns);
}

static gboolean
add_rows (BhHotMatrix *self, Work *work, GArray *cells, GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gboolean several = bh_office_get_only_community (bh_insight_get_office (work->insight)) == 0;
  GHashTableIter iter;
  gpointer id, sum;

  for (guint i = 0; i < cells->len; i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);

      if (cell->row != 0)
        grow (sums, cell->row, cell->count);
      else
        self->outside += cell->count;
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &id, &sum))
    {
      BhHotLine *line
          = bh_hot_line_new_place (work->insight, *(gint64 *) id, work->filter, several, error);

      if (line == NULL)
        return FALSE;
      line->count = *(gint64 *) sum;
      g_ptr_array_add (self->rows, line);
    }
  note_places (self->rows, work->rows);

  return TRUE;
}

static guint
get_place (GHashTable *places, gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));

  g_assert (place > 0);

  return place - 1;
}

BhHotMatrix *
bh_hot_buildings_compute (BhInsight *insight,
                          const BhPeriod *period,
                          BhTicketFilter *filter,
                          BhParetoLevel level,
                          GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) columns = g_hash_table_new (g_int64_hash, g_int64_equal);
  Work work = { insight, filter, level, rows, columns };
  g_autoptr (GArray) cells = NULL;
  g_autoptr (BhHotMatrix) self = NULL;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  cells = bh_hot_cells_by_building (insight, period, filter, error);
  self = cells != NULL ? matrix_new (insight, period, filter, error) : NULL;
  if (self == NULL || !add_rows (self, &work, cells, error))
    return NULL;

  add_columns (self, &work, cells);
  self->counts = g_new0 (gint64, MAX (1, self->rows->len * self->columns->len));
  for (guint i = 0; i < cells->len; i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);

      if (cell->row != 0)
        add_count (self, get_place (rows, cell->row),
                   get_place (columns, get_column_id (&work, cell->column)), cell);
    }

  return g_steal_pointer (&self);
}
