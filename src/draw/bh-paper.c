/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-private.h"

#include <string.h>

/* Shares of a row with one pair, and with two. */
#define LABEL_SHARE 14
#define HALF_SHARE 36
#define WIDE_SHARE (LABEL_SHARE + 2 * HALF_SHARE)
/* Letters on half of the width, Chinese ones counted twice. */
#define HALF_WIDTH 40

#define HEADING_SPACE 9
#define HEADING_HEIGHT 19
#define TEXT_SPACE 3
#define BLOCK_SPACE 6
#define PHOTOS_A_ROW 3

static void
cell_clear (gpointer data)
{
  BhPaperCell *cell = data;

  g_free (cell->text);
  g_clear_pointer (&cell->photo, bh_paper_photo_unref);
}

static void
row_clear (gpointer data)
{
  BhPaperRow *row = data;

  g_array_unref (row->cells);
}

/* What has no form on paper becomes a blank; lines stay. */
static char *
clean (const char *text)
{
  char *result = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  for (char *p = result; p != NULL && *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && *p != '\n')
      *p = ' ';

  return result != NULL ? g_strchomp (result) : NULL;
}

BhPaper *
bh_paper_new (const char *title)
{
  BhPaper *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_atomic_rc_box_new0 (BhPaper);
  self->title = clean (title);
  self->rows = g_array_new (FALSE, TRUE, sizeof (BhPaperRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->columns = g_array_new (FALSE, TRUE, sizeof (BhPaperColumn));
  self->head = -1;
  self->scale = 1;

  return self;
}

BhPaper *
bh_paper_ref (BhPaper *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BhPaper *self = data;

  g_free (self->title);
  g_free (self->corner);
  g_free (self->start);
  g_free (self->end);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
}

void
bh_paper_unref (BhPaper *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = clean (text);
}

void
bh_paper_set_corner (BhPaper *self, const char *text)
{
  g_return_if_fail (self != NULL);

  set_text (&self->corner, text);
}

const char *
bh_paper_get_corner (BhPaper *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->corner;
}

void
bh_paper_set_footer (BhPaper *self, const char *start, const char *end)
{
  g_return_if_fail (self != NULL);

  set_text (&self->start, start);
  set_text (&self->end, end);
}

void
bh_paper_set_landscape (BhPaper *self, gboolean landscape)
{
  g_return_if_fail (self != NULL);

  self->landscape = landscape;
}

void
bh_paper_set_scale (BhPaper *self, double scale)
{
  g_return_if_fail (self != NULL && scale > 0);

  self->scale = scale;
}

void
bh_paper_set_shrink (BhPaper *self, gboolean shrink)
{
  g_return_if_fail (self != NULL);

  self->shrink = shrink;
}

const char *
bh_paper_get_title (BhPaper *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

gboolean
bh_paper_is_landscape (BhPaper *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->landscape;
}

BhPaperRow *
bh_paper_get_row (BhPaper *self, guint i)
{
  g_assert (i < self->rows->len);

  return &g_array_index (self->rows, BhPaperRow, i);
}

char *
bh_paper_dup_text (BhPaper *self)
{
  g_autoptr (GString) out = NULL;
  const char *const frame[] = { self->corner, self->start, self->end };

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (self->title);
  for (guint i = 0; i < G_N_ELEMENTS (frame); i++)
    if (frame[i] != NULL)
      g_string_append_printf (out, "\n%s", frame[i]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GArray *cells = bh_paper_get_row (self, i)->cells;

      for (guint j = 0; j < cells->len; j++)
        {
          const char *text = g_array_index (cells, BhPaperCell, j).text;

          if (text != NULL)
            g_string_append_printf (out, "\n%s", text);
        }
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: (transfer none): a new row at the end, until the next one */
static BhPaperRow *
append_row (BhPaper *self)
{
  BhPaperRow row
      = { .cells = g_array_new (FALSE, TRUE, sizeof (BhPaperCell)), .head = -1, .lined = TRUE };

  g_array_set_clear_func (row.cells, cell_clear);
  g_array_append_val (self->rows, row);
  self->half = FALSE;

  return bh_paper_get_row (self, self->rows->len - 1);
}

static BhPaperCell *
append_cell (BhPaperRow *row, const char *text, double share, BhPaperTone tone, BhPaperAlign align)
{
  BhPaperCell cell = { .text = clean (text), .share = share, .tone = tone, .align = align };

  g_array_append_val (row->cells, cell);

  return &g_array_index (row->cells, BhPaperCell, row->cells->len - 1);
}

void
bh_paper_add_heading (BhPaper *self, const char *text)
{
  BhPaperRow *row;

  g_return_if_fail (self != NULL && text != NULL);

  row = append_row (self);
  row->lined = FALSE;
  row->keep = TRUE;
  row->space = HEADING_SPACE;
  row->min_height = HEADING_HEIGHT;
  append_cell (row, text, 1, BH_PAPER_HEADING, BH_PAPER_START);
}

void
bh_paper_add_text (BhPaper *self, const char *text, BhPaperTone tone, BhPaperAlign align)
{
  BhPaperRow *row;

  g_return_if_fail (self != NULL);

  if (text == NULL || *text == '\0')
    return;
  row = append_row (self);
  row->lined = FALSE;
  row->space = TEXT_SPACE;
  append_cell (row, text, 1, tone, align);
}

static void
append_pair (BhPaperRow *row, const char *label, const char *value, double share)
{
  append_cell (row, label, LABEL_SHARE, BH_PAPER_LABEL, BH_PAPER_START)->centered = TRUE;
  append_cell (row, value, share, BH_PAPER_BODY, BH_PAPER_START)->centered = TRUE;
}

/* Whether @text is too long for half of the width; Chinese takes twice the room of Latin. */
static gboolean
is_wide (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0' && width <= HALF_WIDTH; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        return TRUE;
      width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
    }

  return width > HALF_WIDTH;
}

void
bh_paper_add_pair (BhPaper *self, const char *label, const char *value, gboolean wide)
{
  g_autofree char *text = clean (value);
  BhPaperRow *last;

  g_return_if_fail (self != NULL && label != NULL);

  if (text == NULL || *text == '\0')
    return;
  wide = wide || is_wide (text);
  if (!self->half || wide)
    {
      append_pair (append_row (self), label, text, WIDE_SHARE);
      self->half = !wide;
      return;
    }
  last = bh_paper_get_row (self, self->rows->len - 1);
  g_array_index (last->cells, BhPaperCell, 1).share = HALF_SHARE;
  append_pair (last, label, text, HALF_SHARE);
  self->half = FALSE;
}

void
bh_paper_begin_table (BhPaper *self, const BhPaperColumn *columns, guint n_columns)
{
  BhPaperRow *row;

  g_return_if_fail (self != NULL && columns != NULL && n_columns > 0);

  g_array_set_size (self->columns, 0);
  g_array_append_vals (self->columns, columns, n_columns);
  row = append_row (self);
  row->keep = TRUE;
  for (guint i = 0; i < n_columns; i++)
    {
      append_cell (row, columns[i].title, columns[i].share, BH_PAPER_LABEL, columns[i].align);
      g_array_index (self->columns, BhPaperColumn, i).title = NULL;
    }
  self->head = (int) self->rows->len - 1;
}

void
bh_paper_add_row (BhPaper *self, const char *const *cells)
{
  BhPaperRow *row;

  g_return_if_fail (self != NULL && self->columns->len > 0);

  row = append_row (self);
  row->head = self->head;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const BhPaperColumn *column = &g_array_index (self->columns, BhPaperColumn, i);

      append_cell (row, cells[i], column->share, BH_PAPER_BODY, column->align);
    }
}

void
bh_paper_add_boxes (BhPaper *self, const BhPaperBox *boxes, guint n_boxes, double height)
{
  BhPaperRow *row;

  g_return_if_fail (self != NULL && boxes != NULL);

  /* Those before it keep it with them. */
  if (self->rows->len > 0)
    {
      BhPaperRow *last = bh_paper_get_row (self, self->rows->len - 1);

      last->keep = last->keep || last->min_height > 0;
    }
  row = append_row (self);
  row->min_height = height;
  for (guint i = 0; i < n_boxes; i++)
    {
      g_autofree char *text
          = boxes[i].text != NULL && boxes[i].label != NULL
                ? g_strconcat (boxes[i].label, "\n", boxes[i].text, NULL)
                : g_strdup (boxes[i].text != NULL ? boxes[i].text : boxes[i].label);
      BhPaperCell *cell = append_cell (row, text, boxes[i].share, BH_PAPER_BODY, BH_PAPER_START);

      if (boxes[i].photo != NULL)
        cell->photo = bh_paper_photo_ref (boxes[i].photo);
    }
}

void
bh_paper_add_figures (BhPaper *self, const BhPaperBox *boxes, guint n_boxes)
{
  BhPaperRow *figures, *names;

  g_return_if_fail (self != NULL && boxes != NULL);

  figures = append_row (self);
  figures->keep = TRUE;
  figures->lined = FALSE;
  figures->space = BLOCK_SPACE;
  for (guint i = 0; i < n_boxes; i++)
    append_cell (figures, boxes[i].text, boxes[i].share, BH_PAPER_LARGE, BH_PAPER_CENTER);
  names = append_row (self);
  names->lined = FALSE;
  for (guint i = 0; i < n_boxes; i++)
    append_cell (names, boxes[i].label, boxes[i].share, BH_PAPER_NOTE, BH_PAPER_CENTER);
}

void
bh_paper_add_photos (BhPaper *self, GPtrArray *photos, GPtrArray *captions)
{
  guint columns;

  g_return_if_fail (self != NULL && photos != NULL && captions != NULL);
  g_return_if_fail (photos->len == captions->len);

  columns = MIN (photos->len, PHOTOS_A_ROW);
  for (guint i = 0; i < photos->len; i += columns)
    {
      BhPaperRow *row = append_row (self);

      row->lined = FALSE;
      row->space = TEXT_SPACE;
      for (guint j = i; j < i + columns; j++)
        {
          gboolean there = j < photos->len;
          BhPaperCell *cell = append_cell (row, there ? g_ptr_array_index (captions, j) : NULL, 1,
                                           BH_PAPER_NOTE, BH_PAPER_CENTER);

          if (there)
            cell->photo = bh_paper_photo_ref (g_ptr_array_index (photos, j));
        }
    }
}
