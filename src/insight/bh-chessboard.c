/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-chessboard.h"

#include "insight/bh-hot-cells.h"
#include "insight/bh-room-number.h"
#include "storage/bh-filter-place.h"

static void
room_free (BhChessRoom *room)
{
  bh_hot_line_free (room->line);
  g_free (room);
}

static void
column_free (BhChessColumn *column)
{
  g_free (column->unit);
  g_free (column->door);
  g_free (column);
}

static void
chessboard_free (BhChessboard *self)
{
  g_clear_pointer (&self->building, bh_hot_line_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->floors, g_array_unref);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChessboard, chessboard_free)

void
bh_chessboards_free (BhChessboards *self)
{
  g_free (self->scope);
  g_clear_pointer (&self->base, bh_ticket_filter_unref);
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_free (self);
}

/* A room while the board grows: its column is known when all are there. */
typedef struct
{
  BhChessRoom *room;
  char *unit;  /* (owned) */
  char *door;  /* (owned) */
  char *order; /* (owned): sorts the columns */
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->room, room_free);
  g_free (found->unit);
  g_free (found->door);
  g_free (found->order);
  g_free (found);
}

/* By floor and door, or by the name alone. */
static Found *
found_new (BhStatement *s, const char *community, BhOffice *office)
{
  const char *name = bh_statement_get_text (s, 1), *unit = bh_statement_get_text (s, 3);
  Found *found = g_new0 (Found, 1);
  g_autofree char *value = bh_filter_place_dup_value (community, bh_statement_get_text (s, 2));
  int floor = 0;

  found->room = g_new0 (BhChessRoom, 1);
  found->room->line = g_new0 (BhHotLine, 1);
  found->room->line->id = bh_statement_get_int64 (s, 0);
  found->room->line->name = g_strdup (bh_statement_get_text (s, 2));
  found->room->line->field = BH_FILTER_WITHIN;
  found->room->line->values = g_new0 (char *, 2);
  found->room->line->values[0] = g_steal_pointer (&value);
  found->unit = g_strdup (unit != NULL ? unit : "");
  if (bh_room_number_parse (name, &floor, &found->door))
    found->room->floor = floor;
  else
    found->door = g_strdup (name);
  found->order
      = g_strdup_printf ("%s\001%d%s", bh_statement_get_text (s, 4), floor == 0, found->door);

  return found;
}

/* All rooms, with their unit where they stand in one. */
static GPtrArray *
list_rooms (BhInsight *insight, gint64 building_id, GError **error)
{
  static const char sql[]
      = "WITH RECURSIVE inside (id) AS (SELECT a.id FROM place AS a WHERE a.id = ?1"
        " UNION ALL SELECT b.id FROM place AS b JOIN inside ON b.parent_id = inside.id)"
        " SELECT p.id, p.name, p.path, CASE WHEN u.kind = 3 THEN u.name END,"
        " CASE WHEN u.kind = 3 THEN u.digits_key || ' ' || u.sort_key ELSE '' END,"
        " p.retired, p.community_id"
        " FROM inside JOIN place AS p ON p.id = inside.id LEFT JOIN place AS u ON u.id = "
        "p.parent_id"
        " WHERE p.kind = 4 ORDER BY p.id";
  BhOffice *office = bh_insight_get_office (insight);
  BhStatement *s = bh_connection_prepare (bh_insight_get_connection (insight), sql, error);
  g_autoptr (GPtrArray) rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  BhStep step = BH_STEP_ERROR;

  G_STATIC_ASSERT (BH_PLACE_UNIT == 3 && BH_PLACE_ROOM == 4);
  if (s != NULL)
    bh_statement_bind_int64 (s, 1, building_id);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      const char *community
          = bh_office_get_name (office, BH_TYPE_PLACE, bh_statement_get_int64 (s, 6));
      Found *found = found_new (s, community, office);

      /* What is not there any more is left out below, unless somebody complained about it. */
      found->room->line->count = bh_statement_get_int64 (s, 5) != 0 ? -1 : 0;
      g_ptr_array_add (rooms, found);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&rooms) : NULL;
}

static void
count_rooms (BhChessboard *self, GPtrArray *found, GArray *cells)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < found->len; i++)
    {
      BhHotLine *line = ((Found *) g_ptr_array_index (found, i))->room->line;

      g_hash_table_insert (by_id, &line->id, line);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);
      BhHotLine *line = g_hash_table_lookup (by_id, &cell->row);

      self->building->count += cell->count;
      self->building->repeats += cell->repeats;
      if (line == NULL)
        {
          self->elsewhere += cell->count;
          continue;
        }
      line->count = cell->count;
      line->repeats = cell->repeats;
    }
  for (guint i = found->len; i > 0; i--)
    if (((Found *) g_ptr_array_index (found, i - 1))->room->line->count < 0)
      g_ptr_array_remove_index (found, i - 1);
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(Found *const *) a)->order, (*(Found *const *) b)->order);
}

/* The highest first; those without stand below the basements. */
static int
compare_floors (gconstpointer a, gconstpointer b)
{
  int left = *(const int *) a, right = *(const int *) b;

  if ((left == 0) != (right == 0))
    return left == 0 ? 1 : -1;

  return right - left;
}

static int
compare_rooms (gconstpointer a, gconstpointer b)
{
  const BhChessRoom *left = *(BhChessRoom *const *) a, *right = *(BhChessRoom *const *) b;

  if (left->floor != right->floor)
    return compare_floors (&left->floor, &right->floor);

  return left->column < right->column ? -1 : left->column > right->column;
}

static gboolean
has_floor (GArray *floors, int floor)
{
  for (guint i = 0; i < floors->len; i++)
    if (g_array_index (floors, int, i) == floor)
      return TRUE;

  return FALSE;
}

/* Takes the rooms out of @found. */
static void
lay_out (BhChessboard *self, GPtrArray *found)
{
  const char *last = NULL;

  g_ptr_array_sort (found, compare_order);
  for (guint i = 0; i < found->len; i++)
    {
      Found *one = g_ptr_array_index (found, i);

      if (g_strcmp0 (one->order, last) != 0)
        {
          BhChessColumn *column = g_new0 (BhChessColumn, 1);

          column->unit = g_strdup (one->unit);
          column->door = g_strdup (one->door);
          g_ptr_array_add (self->columns, column);
          last = one->order;
        }
      one->room->column = self->columns->len - 1;
      if (!has_floor (self->floors, one->room->floor))
        g_array_append_val (self->floors, one->room->floor);
      g_ptr_array_add (self->rooms, g_steal_pointer (&one->room));
    }
  g_array_sort (self->floors, compare_floors);
  g_ptr_array_sort (self->rooms, compare_rooms);
}

static BhChessboard *
compute_board (
    BhInsight *insight, gint64 id, const BhPeriod *period, BhTicketFilter *filter, GError **error)
{
  gboolean several = bh_office_get_only_community (bh_insight_get_office (insight)) == 0;
  g_autoptr (GArray) cells = bh_hot_cells_in_building (insight, id, period, filter, error);
  g_autoptr (GPtrArray) found = cells != NULL ? list_rooms (insight, id, error) : NULL;
  g_autoptr (BhChessboard) self = NULL;

  if (found == NULL)
    return NULL;

  self = g_new0 (BhChessboard, 1);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->floors = g_array_new (FALSE, FALSE, sizeof (int));
  self->rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) room_free);
  self->building = bh_hot_line_new_place (insight, id, filter, several, error);
  if (self->building == NULL)
    return NULL;

  count_rooms (self, found, cells);
  lay_out (self, found);

  return g_steal_pointer (&self);
}

BhChessboards *
bh_chessboards_compute (
    BhInsight *insight, guint most, const BhPeriod *period, BhTicketFilter *filter, GError **error)
{
  g_autoptr (BhChessboards) self = NULL;
  g_autoptr (GArray) buildings = NULL;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  buildings = bh_hot_buildings_list (insight, period, filter, error);
  if (buildings == NULL)
    return NULL;

  self = g_new0 (BhChessboards, 1);
  self->period = *period;
  self->scope = g_strdup (filter != NULL ? bh_ticket_filter_to_text (filter) : "");
  self->n_buildings = buildings->len;
  self->boards = g_ptr_array_new_with_free_func ((GDestroyNotify) chessboard_free);
  self->base = bh_hot_dup_base (insight, period, filter, error);
  if (self->base == NULL)
    return NULL;

  for (guint i = 0; i < MIN (most, buildings->len); i++)
    {
      gint64 id = g_array_index (buildings, BhHotCell, i).row;
      g_autoptr (GError) failure = NULL;
      BhChessboard *board = compute_board (insight, id, period, filter, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      /* What was kept need not be all. */
      if (board != NULL)
        g_ptr_array_add (self->boards, board);
    }

  return g_steal_pointer (&self);
}
