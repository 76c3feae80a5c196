/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-rules.h"
#include "exchange/bh-report-table.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-hot-cells.h"
#include "insight/bh-hot-ranking.h"

/* Of the sheet of hot spots: the places and the equipment that most tickets came from, and what to
 * look at there. */

#define MOST_SPOTS 10
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
  gint64 before;
  gint64 open;
  gint64 overdue;
  gint64 same; /* tickets of the most frequent category */
  const char *category;
} Spot;

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
read_categories (BhReport *self, Spot *spot, BhTicketFilter *filter, GError **error)
{
  g_autoptr (GArray) cells
      = bh_hot_cells_by_category (self->insight, &self->spans[BH_REPORT_NOW].period, filter, error);

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

static gboolean
read_open (BhReport *self, Spot *spot, BhTicketFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) groups = bh_figures_compute (
      self->insight, &self->spans[BH_REPORT_NOW].period, BH_BY_NOTHING, filter,
      BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END) | BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END), error);
  const BhFigureGroup *group;

  if (groups == NULL)
    return FALSE;

  group = g_ptr_array_index (groups, 0);
  spot->open = group->values[BH_FIGURE_OPEN_AT_END].count;
  spot->overdue = group->values[BH_FIGURE_OVERDUE_OPEN_AT_END].count;

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

static void
write_spot (BhReport *self, BhReportSheet *sheet, guint row, const Spot *spot)
{
  g_autofree char *words = dup_words (spot);
  g_autofree char *change
      = g_strdup_printf ("=IF(C%u=0,\"–\",B%u/C%u-1)", row + 1, row + 1, row + 1);

  bh_report_sheet_set_lines (sheet, row, bh_report_table_count_lines (words, WORDS_WIDTH, 3));
  bh_report_sheet_text (sheet, row, SPOT_NAME, spot->line->name, BH_STYLE_WRAP);
  bh_report_sheet_number (sheet, row, SPOT_COUNT, (double) spot->line->count, BH_STYLE_COUNT);
  bh_report_sheet_number (sheet, row, SPOT_BEFORE, (double) spot->before, BH_STYLE_COUNT);
  bh_report_sheet_value (sheet, row, SPOT_CHANGE, change, FALSE, spot->before > 0,
                         spot->before > 0 ? (double) spot->line->count / (double) spot->before - 1
                                          : 0,
                         BH_STYLE_CHANGE);
  bh_report_sheet_number (sheet, row, SPOT_REPEATS, (double) spot->line->repeats, BH_STYLE_COUNT);
  bh_report_sheet_number (sheet, row, SPOT_OPEN, (double) spot->open, BH_STYLE_COUNT);
  bh_report_sheet_merge (sheet, row, SPOT_WORDS, LAST_COLUMN, words, BH_STYLE_WRAP);
}

static void
write_spot_labels (BhReport *self, BhReportSheet *sheet, guint *row, const char *name)
{
  const char *const labels[SPOT_WORDS] = {
    [SPOT_NAME] = name,
    [SPOT_COUNT] = bh_figure_get_name (bh_figure_get_info (BH_FIGURE_RECEIVED)),
    [SPOT_BEFORE] = bh_report_span_get_name (self, BH_REPORT_BEFORE),
    [SPOT_CHANGE] = _ ("Change"),
    [SPOT_REPEATS] = _ ("Repeats"),
    [SPOT_OPEN] = _ ("Open at the end"),
  };

  bh_report_sheet_set_lines (sheet, *row, 2);
  for (guint i = 0; i < SPOT_WORDS; i++)
    bh_report_sheet_text (sheet, *row, i, labels[i], BH_STYLE_HEADER);
  bh_report_sheet_merge (sheet, *row, SPOT_WORDS, LAST_COLUMN, _ ("What to look at"),
                         BH_STYLE_HEADER);
  (*row)++;
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const BhHotLine *left = ((const Spot *) a)->line, *right = ((const Spot *) b)->line;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;

  return left->id < right->id ? -1 : left->id > right->id;
}

/* The lines of one kind; @rankings owns them. */
static gboolean
add_spots (BhReport *self, BhPlaceKind kind, GArray *spots, GPtrArray *rankings, GError **error)
{
  const BhReportSpan *spans = self->spans;
  BhTicketFilter *filter = self->request->filter;
  g_autoptr (GArray) before = NULL;
  BhHotRanking *ranking = bh_hot_ranking_compute (self->insight, kind, MOST_SPOTS,
                                                  &spans[BH_REPORT_NOW].period, filter, error);

  if (ranking == NULL)
    return FALSE;

  g_ptr_array_add (rankings, ranking);
  before
      = kind == BH_PLACE_BUILDING
            ? bh_hot_buildings_list (self->insight, &spans[BH_REPORT_BEFORE].period, filter, error)
            : bh_hot_cells_by_place (self->insight, kind, &spans[BH_REPORT_BEFORE].period, filter,
                                     error);
  if (before == NULL)
    return FALSE;

  for (guint i = 0; i < ranking->lines->len; i++)
    {
      Spot spot = { .line = g_ptr_array_index (ranking->lines, i) };

      spot.before = find_count (before, spot.line->id);
      g_array_append_val (spots, spot);
    }

  return TRUE;
}

static gboolean
complete_spots (BhReport *self, GArray *spots, GError **error)
{
  for (guint i = 0; i < spots->len; i++)
    {
      Spot *spot = &g_array_index (spots, Spot, i);
      g_autoptr (BhTicketFilter) filter = narrow_spot (self, spot->line, error);

      if (filter == NULL || !read_categories (self, spot, filter, error)
          || !read_open (self, spot, filter, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_spots (BhReport *self,
             BhReportSheet *sheet,
             guint *row,
             const BhPlaceKind *kinds,
             guint n_kinds,
             const char *name,
             GError **error)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  g_autoptr (GPtrArray) rankings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_hot_ranking_free);
  guint first;

  for (guint i = 0; i < n_kinds; i++)
    if (!add_spots (self, kinds[i], spots, rankings, error))
      return FALSE;
  g_array_sort (spots, compare_spots);
  g_array_set_size (spots, MIN (spots->len, MOST_SPOTS));
  if (!complete_spots (self, spots, error))
    return FALSE;

  if (spots->len == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("None had tickets."));
      return TRUE;
    }

  write_spot_labels (self, sheet, row, name);
  first = *row;
  for (guint i = 0; i < spots->len; i++)
    write_spot (self, sheet, (*row)++, &g_array_index (spots, Spot, i));
  bh_report_rules_add_bars (sheet, &(BhReportRange){ first, SPOT_COUNT, *row - 1, SPOT_COUNT }, 0);

  return TRUE;
}

/* Rooms are somebody's home: outsiders see buildings instead. */
gboolean
bh_report_write_hot_places (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  static const BhPlaceKind internal[] = { BH_PLACE_ROOM, BH_PLACE_AREA };
  static const BhPlaceKind open[] = { BH_PLACE_BUILDING, BH_PLACE_AREA };
  gboolean is_public = self->request->profile == BH_REPORT_PUBLIC;

  bh_report_table_begin (sheet, row, block);

  return write_spots (self, sheet, row, is_public ? open : internal, 2, _ ("Place"), error);
}

gboolean
bh_report_write_hot_equipment (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  static const BhPlaceKind kind = BH_PLACE_EQUIPMENT;

  bh_report_table_begin (sheet, row, block);

  return write_spots (self, sheet, row, &kind, 1, _ ("Equipment"), error);
}
