/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-spots.h"

#include "exchange/bh-report-rules.h"
#include "exchange/bh-report-table.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-hot-cells.h"
#include "insight/bh-hot-ranking.h"
#include "storage/bh-filter-place.h"
#include "storage/bh-register-repository.h"

/* Of the sheet of hot spots: the places and the equipment that most tickets came from, and what to
 * look at there. They are found before the data is written, whose rows tell to which of them they
 * belong, so that the counts can be formulas. */

#define MOST_SPOTS 10
#define MOST_AREAS 50
#define LAST_COLUMN 11
#define WORDS_WIDTH 66
/* What is worth a look. */
#define LEAST_REPEATS 2
#define REPEATS_PART 3 /* of so many one */
#define LEAST_SAME 3
#define LEAST_RISE 3

enum
{
  SPOT_NAME,
  SPOT_COUNT,
  SPOT_BEFORE,
  SPOT_CHANGE,
  SPOT_REPEATS,
  SPOT_OPEN,
  SPOT_WORDS,
};

/* What is known of a place. */
typedef struct
{
  const BhHotLine *line;
  char *name;         /* (owned) */
  const char *column; /* (nullable): of the data, in which its name stands */
  gint64 before;
  gint64 open;
  gint64 overdue;
  gint64 same; /* tickets of the most frequent category */
  const char *category;
} Spot;

struct _BhReportSpots
{
  GPtrArray *rankings;   /* (owned) (element-type BhHotRanking): own the lines */
  GHashTable *taken;     /* (owned): names of spots */
  GArray *places;        /* (owned) (element-type Spot): the most first */
  GArray *equipment;     /* (owned) (element-type Spot): likewise */
  GHashTable *by_place;  /* (owned): id to Spot */
  GHashTable *buildings; /* (owned): name of a building to Spot */
};

static void
spot_clear (gpointer data)
{
  g_free (((Spot *) data)->name);
}

static GArray *
spots_new (void)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  g_array_set_clear_func (spots, spot_clear);

  return spots;
}

void
bh_report_spots_free (BhReportSpots *self)
{
  g_hash_table_unref (self->buildings);
  g_hash_table_unref (self->by_place);
  g_array_unref (self->places);
  g_array_unref (self->equipment);
  g_hash_table_unref (self->taken);
  g_ptr_array_unref (self->rankings);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportSpots, bh_report_spots_free)

char *
bh_report_dup_building (BhReport *self, gint64 id, GError **error)
{
  g_autoptr (BhPlace) place = bh_register_load_place (self->connection, id, error);

  return place != NULL ? bh_filter_place_dup_value (
             bh_office_get_name (self->office, BH_TYPE_PLACE, place->community_id), place->path)
                       : NULL;
}

static BhTicketFilter *
narrow_spot (BhReport *self, const BhHotLine *line, GError **error)
{
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  BhTicketFilter *base = self->request->filter != NULL ? self->request->filter : all;
  g_autofree char *text = bh_hot_line_dup_filter (line, base, NULL);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (text, error);

  return parsed != NULL ? bh_ticket_filter_resolve (parsed, self->office, error) : NULL;
}

static gboolean
read_categories (BhReport *self, Spot *spot, GError **error)
{
  g_autoptr (BhTicketFilter) filter = narrow_spot (self, spot->line, error);
  g_autoptr (GArray) cells = NULL;

  if (filter != NULL)
    cells = bh_hot_cells_by_category (self->insight, &self->spans[BH_REPORT_NOW].period, filter,
                                      error);
  if (cells == NULL)
    return FALSE;

  bh_hot_cells_sort (cells);
  if (cells->len > 0)
    {
      const BhHotCell *first = &g_array_index (cells, BhHotCell, 0);

      spot->same = first->count;
      spot->category = bh_report_labels_get_category (self->labels, first->row)->path;
    }

  return TRUE;
}

static gint64
find_count (GArray *cells, gint64 id)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, BhHotCell, i).row == id)
      return g_array_index (cells, BhHotCell, i).count;

  return 0;
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const BhHotLine *left = ((const Spot *) a)->line, *right = ((const Spot *) b)->line;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;

  return left->id < right->id ? -1 : left->id > right->id;
}

static gboolean
is_public (BhReport *report)
{
  return report->request->profile == BH_REPORT_PUBLIC;
}

/* Whether it stands in a building, upwards from it. */
static gboolean
is_indoors (BhReport *report, gint64 id, gboolean *indoors, GError **error)
{
  *indoors = FALSE;
  while (id != 0 && !*indoors)
    {
      g_autoptr (BhPlace) place = bh_register_load_place (report->connection, id, error);

      if (place == NULL)
        return FALSE;
      *indoors = place->kind == BH_PLACE_BUILDING;
      id = place->parent_id;
    }

  return TRUE;
}

/* Outsiders are told the building of a ticket, and nothing else of its place. */
static gboolean
add_spot (BhReport *report,
          BhPlaceKind kind,
          const BhHotLine *line,
          GArray *before,
          GArray *spots,
          GError **error)
{
  Spot spot = { .line = line, .before = find_count (before, line->id) };
  gboolean indoors = FALSE;

  if (kind == BH_PLACE_AREA && is_public (report)
      && !is_indoors (report, line->id, &indoors, error))
    return FALSE;
  if (kind == BH_PLACE_BUILDING)
    spot.column = "building";
  else if (!is_public (report))
    spot.column = "spot";
  if (!indoors)
    g_array_append_val (spots, spot);

  return TRUE;
}

/* The places of one kind; of public areas more than are shown, since some may stand in buildings.
 */
static gboolean
add_spots (BhReport *report, BhReportSpots *self, BhPlaceKind kind, GArray *spots, GError **error)
{
  const BhReportSpan *spans = report->spans;
  const BhPeriod *part = &spans[BH_REPORT_BEFORE].so_far;
  BhTicketFilter *filter = report->request->filter;
  guint most = kind == BH_PLACE_AREA ? MOST_AREAS : MOST_SPOTS;
  BhHotRanking *ranking = bh_hot_ranking_compute (report->insight, kind, most,
                                                  &spans[BH_REPORT_NOW].period, filter, error);
  g_autoptr (GArray) before = NULL;

  if (ranking == NULL)
    return FALSE;

  g_ptr_array_add (self->rankings, ranking);
  before = kind == BH_PLACE_BUILDING
               ? bh_hot_buildings_list (report->insight, part, filter, error)
               : bh_hot_cells_by_place (report->insight, kind, part, filter, error);
  if (before == NULL)
    return FALSE;

  for (guint i = 0; i < ranking->lines->len; i++)
    if (!add_spot (report, kind, g_ptr_array_index (ranking->lines, i), before, spots, error))
      return FALSE;

  return TRUE;
}

static gboolean
name_spot (BhReport *report, BhReportSpots *self, Spot *spot, GError **error)
{
  if (g_strcmp0 (spot->column, "building") != 0)
    {
      spot->name = bh_report_take_label (self->taken, spot->line->name);
      g_hash_table_insert (self->by_place, (gpointer) &spot->line->id, spot);
      return TRUE;
    }

  spot->name = bh_report_dup_building (report, spot->line->id, error);
  if (spot->name != NULL)
    g_hash_table_insert (self->buildings, spot->name, spot);

  return spot->name != NULL;
}

/* Keeps the first of them. */
static gboolean
complete_spots (BhReport *report, BhReportSpots *self, GArray *spots, GError **error)
{
  g_array_sort (spots, compare_spots);
  g_array_set_size (spots, MIN (spots->len, MOST_SPOTS));
  for (guint i = 0; i < spots->len; i++)
    {
      Spot *spot = &g_array_index (spots, Spot, i);

      if (!name_spot (report, self, spot, error) || !read_categories (report, spot, error))
        return FALSE;
    }

  return TRUE;
}

/* Rooms are somebody's home: outsiders see buildings instead, in whose number their corridors are.
 */
gboolean
bh_report_spots_prepare (BhReport *report, GError **error)
{
  g_autoptr (BhReportSpots) self = g_new0 (BhReportSpots, 1);

  self->rankings = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_hot_ranking_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = spots_new ();
  self->equipment = spots_new ();
  self->by_place = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->buildings = g_hash_table_new (g_str_hash, g_str_equal);
  if (!add_spots (report, self, is_public (report) ? BH_PLACE_BUILDING : BH_PLACE_ROOM,
                  self->places, error)
      || !add_spots (report, self, BH_PLACE_AREA, self->places, error)
      || !add_spots (report, self, BH_PLACE_EQUIPMENT, self->equipment, error)
      || !complete_spots (report, self, self->places, error)
      || !complete_spots (report, self, self->equipment, error))
    return FALSE;

  report->spots = g_steal_pointer (&self);

  return TRUE;
}

static void
add_ticket (Spot *spot, const BhTicketFacts *facts)
{
  if (spot == NULL)
    return;

  spot->open += (facts->open >> BH_REPORT_LAST) & 1;
  spot->overdue += (facts->overdue >> BH_REPORT_LAST) & 1;
}

const char *
bh_report_spots_add (BhReportSpots *self, const BhTicketFacts *facts)
{
  Spot *spot = g_hash_table_lookup (self->by_place, &facts->head.place_id);

  add_ticket (spot, facts);
  if (facts->head.building != NULL)
    add_ticket (g_hash_table_lookup (self->buildings, facts->head.building), facts);

  return spot != NULL && spot->column != NULL ? spot->name : NULL;
}

static void add_words (GPtrArray *words, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_words (GPtrArray *words, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (words, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* What to look at, the most pressing first. */
static char *
dup_words (const Spot *spot)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gint64 count = spot->line->count, repeats = spot->line->repeats;

  if (spot->overdue > 0)
    add_words (words,
               ngettext ("%d is overdue: see to it", "%d are overdue: see to them",
                         (gulong) spot->overdue),
               (int) spot->overdue);
  if (repeats >= LEAST_REPEATS && repeats * REPEATS_PART >= count)
    add_words (words, _ ("%d came again: was the cause removed?"), (int) repeats);
  if (spot->same >= LEAST_SAME && spot->same * 2 > count)
    /* Translators: a category and how many tickets. */
    add_words (words, _ ("mostly “%s” (%d): is there one cause?"), spot->category,
               (int) spot->same);
  if (count - spot->before >= LEAST_RISE && spot->before == 0)
    add_words (words, "%s", _ ("none in the time before: what has changed?"));
  else if (count - spot->before >= LEAST_RISE && count >= spot->before * 2)
    add_words (words, _ ("up from %d: what has changed?"), (int) spot->before);
  if (words->len == 0)
    add_words (words, "%s", count > 1 ? _ ("nothing stands out") : "");
  g_ptr_array_add (words, NULL);

  /* Translators: between two remarks about a place. */
  return g_strjoinv (_ ("; "), (char **) words->pdata);
}

/* A count of what stands in the name's column of the data; where that has no such one, a constant.
 */
static void
write_count (BhReport *self,
             BhReportSheet *sheet,
             guint row,
             guint column,
             const Spot *spot,
             BhFigureId figure,
             BhReportSpanId span,
             gint64 count)
{
  const BhFigureInfo *info = bh_figure_get_info (figure);
  g_autofree char *name = bh_report_dup_cell_name (row, SPOT_NAME, FALSE, TRUE);
  BhReportCondition condition = { spot->column, name, spot->name };
  g_auto (BhReportMonths) months = { 0 };
  g_autofree char *formula = NULL;
  gboolean is_array = FALSE;

  bh_report_months_init_sheet (&months, self, span, figure);
  months.slice.conditions = &condition;
  months.slice.n_conditions = 1;
  if (spot->column != NULL)
    formula = info->form == BH_FIGURE_SHARE
                  ? bh_report_formula_new_numerator (info, &months.slice, &self->extent)
                  : bh_report_formula_new (info, BH_REPORT_PART_VALUE, &months.slice, &self->extent,
                                           TRUE, &is_array);
  bh_report_sheet_value (sheet, row, column, formula, is_array, TRUE, (double) count,
                         BH_STYLE_COUNT);
}

static void
write_spot (BhReport *self, BhReportSheet *sheet, guint row, const Spot *spot)
{
  const BhHotLine *line = spot->line;
  g_autofree char *words = dup_words (spot);

  bh_report_sheet_set_lines (sheet, row, bh_report_table_count_lines (words, WORDS_WIDTH, 3));
  bh_report_sheet_text (sheet, row, SPOT_NAME, spot->name, BH_STYLE_WRAP);
  write_count (self, sheet, row, SPOT_COUNT, spot, BH_FIGURE_RECEIVED, BH_REPORT_NOW, line->count);
  write_count (self, sheet, row, SPOT_BEFORE, spot, BH_FIGURE_RECEIVED, BH_REPORT_BEFORE,
               spot->before);
  bh_report_write_change (sheet, row, SPOT_CHANGE, SPOT_COUNT, SPOT_BEFORE, FALSE,
                          &(BhReportNumber){ TRUE, (double) line->count },
                          &(BhReportNumber){ TRUE, (double) spot->before });
  write_count (self, sheet, row, SPOT_REPEATS, spot, BH_FIGURE_REPEAT_SHARE, BH_REPORT_NOW,
               line->repeats);
  write_count (self, sheet, row, SPOT_OPEN, spot, BH_FIGURE_OPEN_AT_END, BH_REPORT_NOW, spot->open);
  bh_report_sheet_merge (sheet, row, SPOT_WORDS, LAST_COLUMN, words, BH_STYLE_WRAP);
}

static void
write_spot_labels (BhReport *self, BhReportSheet *sheet, guint row, const char *name)
{
  g_autofree char *before = bh_report_span_dup_name_so_far (self, BH_REPORT_BEFORE, TRUE);
  const char *const labels[SPOT_WORDS] = {
    [SPOT_NAME] = name,
    [SPOT_COUNT] = bh_figure_get_name (bh_figure_get_info (BH_FIGURE_RECEIVED)),
    [SPOT_BEFORE] = before,
    [SPOT_CHANGE] = _ ("Change"),
    [SPOT_REPEATS] = _ ("Repeats"),
    [SPOT_OPEN] = _ ("Open at the end"),
  };

  bh_report_sheet_set_lines (sheet, row, 2);
  for (guint i = 0; i < SPOT_WORDS; i++)
    bh_report_sheet_text (sheet, row, i, labels[i], BH_STYLE_HEADER);
  bh_report_sheet_merge (sheet, row, SPOT_WORDS, LAST_COLUMN, _ ("What to look at"),
                         BH_STYLE_HEADER);
}

static void
write_spots (BhReport *self, BhReportSheet *sheet, guint *row, GArray *spots, const char *name)
{
  guint first;

  if (spots->len == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("None had tickets."));
      return;
    }

  write_spot_labels (self, sheet, (*row)++, name);
  first = *row;
  for (guint i = 0; i < spots->len; i++)
    write_spot (self, sheet, (*row)++, &g_array_index (spots, Spot, i));
  bh_report_rules_add_bars (sheet, &(BhReportRange){ first, SPOT_COUNT, *row - 1, SPOT_COUNT }, 0);
}

gboolean
bh_report_write_hot_places (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  bh_report_table_begin (sheet, row, block);
  write_spots (self, sheet, row, self->spots->places, _ ("Place"));

  return TRUE;
}

gboolean
bh_report_write_hot_equipment (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  bh_report_table_begin (sheet, row, block);
  write_spots (self, sheet, row, self->spots->equipment, _ ("Equipment"));

  return TRUE;
}
