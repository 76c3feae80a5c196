/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-hot-cells.h"

#include "storage/bh-filter-sql.h"

/* Parameters of every statement: ?1 and ?2 the bounds of the period, ?3 as-of. */
#define FIRST_FILTER_PARAMETER 4

#define CELL_TYPE "(xxxx)"
#define CELLS_TYPE "a" CELL_TYPE

/* What is counted stands in the place of the dollar sign. */
#define RECEIVED                                                                                   \
  "t.received_at >= ?1 AND t.received_at < ?2 AND NOT (t.status = 90 AND t.closed_at < ?3) AND "
#define REPEATS "SUM (CASE WHEN t.repeat_of IS NULL THEN 0 ELSE 1 END)"

G_STATIC_ASSERT (BH_STATUS_VOID == 90 && BH_PLACE_BUILDING == 2);

static const char BY_HOUR[]
    = "SELECT t.received_weekday, t.received_hour, COUNT (*), " REPEATS " FROM ticket AS t WHERE $"
      " GROUP BY t.received_weekday, t.received_hour";

static const char BY_CATEGORY[] = "SELECT COALESCE (t.category_id, 0), 0, COUNT (*), " REPEATS
                                  " FROM ticket AS t WHERE $ GROUP BY COALESCE (t.category_id, 0)";

/* From a place upwards: room, unit, building; equipment may stand one deeper. Tickets are put
 * together by place first: there are fewer places than tickets. */
static const char BY_BUILDING[]
    = "SELECT CASE 2 WHEN p.kind THEN p.id WHEN q.kind THEN q.id WHEN r.kind THEN r.id"
      " WHEN s.kind THEN s.id ELSE 0 END AS building, x.category_id, SUM (x.n), SUM (x.repeats)"
      " FROM (SELECT t.place_id, COALESCE (t.category_id, 0) AS category_id, COUNT (*) AS n,"
      " " REPEATS " AS repeats FROM ticket AS t WHERE $"
      " GROUP BY t.place_id, COALESCE (t.category_id, 0)) AS x"
      " LEFT JOIN place AS p ON p.id = x.place_id LEFT JOIN place AS q ON q.id = p.parent_id"
      " LEFT JOIN place AS r ON r.id = q.parent_id LEFT JOIN place AS s ON s.id = r.parent_id"
      " GROUP BY building, x.category_id";

static const char BY_PLACE[]
    = "SELECT p.id, p.community_id, COUNT (*), " REPEATS
      " FROM ticket AS t JOIN place AS p ON p.id = t.place_id WHERE p.kind = %d AND $"
      " GROUP BY p.id, p.community_id";

static const char IN_BUILDING[]
    = "WITH RECURSIVE inside (id, kind) AS ("
      "SELECT a.id, a.kind FROM place AS a WHERE a.id = %" G_GINT64_FORMAT
      " UNION ALL SELECT b.id, b.kind FROM place AS b JOIN inside ON b.parent_id = inside.id)"
      " SELECT inside.id, inside.kind, COUNT (*), " REPEATS
      " FROM inside JOIN ticket AS t ON t.place_id = inside.id WHERE $"
      " GROUP BY inside.id, inside.kind";

static const char IN_COMMUNITY[]
    = "WITH RECURSIVE inside (top, kind, id) AS ("
      "SELECT a.id, a.kind, a.id FROM place AS a WHERE a.parent_id = %" G_GINT64_FORMAT
      " UNION ALL SELECT inside.top, inside.kind, b.id"
      " FROM place AS b JOIN inside ON b.parent_id = inside.id)"
      " SELECT inside.top, inside.kind, COUNT (*), " REPEATS
      " FROM inside JOIN ticket AS t ON t.place_id = inside.id WHERE $"
      " GROUP BY inside.top, inside.kind";

static char *
dup_statement (const char *sql, BhFilterSql *filter)
{
  g_autofree char *condition = g_strconcat (RECEIVED, bh_filter_sql_get_condition (filter), NULL);
  GString *text = g_string_new (sql);

  g_string_replace (text, "$", condition, 1);

  return g_string_free (text, FALSE);
}

/* @data: the statement */
static GVariant *
read_cells (BhInsight *insight,
            const BhPeriod *period,
            BhTicketFilter *filter,
            gpointer data,
            gint64 *changes_at,
            GError **error)
{
  gint64 as_of = bh_insight_get_as_of (insight);
  g_autoptr (BhFilterSql) narrowed = bh_filter_sql_new_compared (
      filter, bh_insight_get_office (insight), "t", FIRST_FILTER_PARAMETER, as_of, error);
  g_autofree char *sql = narrowed != NULL ? dup_statement (data, narrowed) : NULL;
  BhStatement *s = sql != NULL
                       ? bh_connection_prepare (bh_insight_get_connection (insight), sql, error)
                       : NULL;
  g_auto (GVariantBuilder) cells = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (CELLS_TYPE));
  BhStep step = BH_STEP_ERROR;

  if (s == NULL)
    return NULL;

  bh_statement_bind_int64 (s, 1, period->from);
  bh_statement_bind_int64 (s, 2, MIN (period->to, as_of));
  bh_statement_bind_int64 (s, 3, as_of);
  bh_filter_sql_bind (narrowed, s);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    g_variant_builder_add (&cells, CELL_TYPE, bh_statement_get_int64 (s, 0),
                           bh_statement_get_int64 (s, 1), bh_statement_get_int64 (s, 2),
                           bh_statement_get_int64 (s, 3));

  return step == BH_STEP_DONE ? g_variant_builder_end (&cells) : NULL;
}

/* @sql: gives the four numbers of a cell in every row */
static GArray *
get_cells (BhInsight *insight,
           const char *key,
           const char *sql,
           const BhPeriod *period,
           BhTicketFilter *filter,
           GError **error)
{
  g_autoptr (GVariant) value
      = bh_insight_get (insight, key, period, filter, read_cells, (gpointer) sql, error);
  g_autoptr (GArray) cells = NULL;
  GVariantIter iter;
  BhHotCell cell;

  if (value == NULL)
    return NULL;

  cells = g_array_new (FALSE, FALSE, sizeof (BhHotCell));
  g_variant_iter_init (&iter, value);
  while (
      g_variant_iter_next (&iter, CELL_TYPE, &cell.row, &cell.column, &cell.count, &cell.repeats))
    g_array_append_val (cells, cell);

  return g_steal_pointer (&cells);
}

GArray *
bh_hot_cells_by_hour (BhInsight *insight,
                      const BhPeriod *period,
                      BhTicketFilter *filter,
                      GError **error)
{
  return get_cells (insight, "hot-hours", BY_HOUR, period, filter, error);
}

GArray *
bh_hot_cells_by_building (BhInsight *insight,
                          const BhPeriod *period,
                          BhTicketFilter *filter,
                          GError **error)
{
  return get_cells (insight, "hot-buildings", BY_BUILDING, period, filter, error);
}

GArray *
bh_hot_cells_by_category (BhInsight *insight,
                          const BhPeriod *period,
                          BhTicketFilter *filter,
                          GError **error)
{
  return get_cells (insight, "hot-categories", BY_CATEGORY, period, filter, error);
}

GArray *
bh_hot_cells_by_place (BhInsight *insight,
                       BhPlaceKind kind,
                       const BhPeriod *period,
                       BhTicketFilter *filter,
                       GError **error)
{
  g_autofree char *key = g_strdup_printf ("hot-places/%d", (int) kind);
  g_autofree char *sql = g_strdup_printf (BY_PLACE, (int) kind);

  return get_cells (insight, key, sql, period, filter, error);
}

GArray *
bh_hot_cells_in_building (BhInsight *insight,
                          gint64 building_id,
                          const BhPeriod *period,
                          BhTicketFilter *filter,
                          GError **error)
{
  g_autofree char *key = g_strdup_printf ("hot-building/%" G_GINT64_FORMAT, building_id);
  g_autofree char *sql = g_strdup_printf (IN_BUILDING, building_id);

  return get_cells (insight, key, sql, period, filter, error);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const BhHotCell *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;

  return left->row < right->row ? -1 : left->row > right->row;
}

void
bh_hot_cells_sort (GArray *cells)
{
  g_return_if_fail (cells != NULL);

  g_array_sort (cells, compare_cells);
}

/* The cells of one building are put together, those of none left out. */
GArray *
bh_hot_buildings_list (BhInsight *insight,
                       const BhPeriod *period,
                       BhTicketFilter *filter,
                       GError **error)
{
  g_autoptr (GArray) cells = bh_hot_cells_by_building (insight, period, filter, error);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *buildings;

  if (cells == NULL)
    return NULL;

  buildings = g_array_new (FALSE, FALSE, sizeof (BhHotCell));
  for (guint i = 0; i < cells->len; i++)
    {
      BhHotCell *cell = &g_array_index (cells, BhHotCell, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &cell->row));

      if (cell->row == 0)
        continue;
      if (place == 0)
        {
          g_array_append_val (buildings, *cell);
          g_hash_table_insert (places, &cell->row, GUINT_TO_POINTER (buildings->len));
          continue;
        }
      g_array_index (buildings, BhHotCell, place - 1).count += cell->count;
      g_array_index (buildings, BhHotCell, place - 1).repeats += cell->repeats;
    }
  bh_hot_cells_sort (buildings);

  return buildings;
}

GArray *
bh_hot_cells_in_community (BhInsight *insight,
                           gint64 community_id,
                           const BhPeriod *period,
                           BhTicketFilter *filter,
                           GError **error)
{
  g_autofree char *key = g_strdup_printf ("hot-community/%" G_GINT64_FORMAT, community_id);
  g_autofree char *sql = g_strdup_printf (IN_COMMUNITY, community_id);

  return get_cells (insight, key, sql, period, filter, error);
}

gint64
bh_hot_cells_sum (GArray *cells)
{
  gint64 sum = 0;

  g_return_val_if_fail (cells != NULL, 0);

  for (guint i = 0; i < cells->len; i++)
    sum += g_array_index (cells, BhHotCell, i).count;

  return sum;
}
