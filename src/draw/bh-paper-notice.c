/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-notice.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-registry.h"
#include "insight/bh-figure-text.h"

/* It is read from a step away. */
#define SCALE 1.2
#define MOST_FIGURES 6

BhNotice *
bh_notice_new (void)
{
  BhNotice *self = g_new0 (BhNotice, 1);

  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

void
bh_notice_free (BhNotice *self)
{
  g_free (self->office);
  g_free (self->period);
  g_free (self->about);
  g_ptr_array_unref (self->figures);
  g_free (self->handling);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->open);
  g_free (self->made_at);
  g_free (self);
}

static void
add_figures (BhPaper *paper, const BhNotice *self)
{
  BhPaperBox boxes[MOST_FIGURES] = { { NULL } };
  guint n = MIN (self->figures->len, MOST_FIGURES);

  for (guint i = 0; i < n; i++)
    {
      char **figure = g_ptr_array_index (self->figures, i);

      boxes[i] = (BhPaperBox){ figure[0], figure[1], NULL, 1 };
    }
  if (n > 0)
    bh_paper_add_figures (paper, boxes, n);
  bh_paper_add_text (paper, self->handling, BH_PAPER_BODY, BH_PAPER_CENTER);
}

static const char *
get_name (BhFigureId figure)
{
  return bh_figure_get_name (bh_figure_get_info (figure));
}

static void
add_categories (BhPaper *paper, const BhNotice *self)
{
  const BhPaperColumn columns[BH_NOTICE_CATEGORY_CELLS] = {
    { _ ("Category"), 21, BH_PAPER_START },
    { get_name (BH_FIGURE_RECEIVED), 13, BH_PAPER_END },
    { get_name (BH_FIGURE_FINISHED), 13, BH_PAPER_END },
    { get_name (BH_FIGURE_COMPLETION_ON_TIME), 14, BH_PAPER_END },
    { _ ("Handling time: mean, median, P90"), 32, BH_PAPER_END },
    { get_name (BH_FIGURE_SATISFACTION), 17, BH_PAPER_END },
  };

  if (self->categories->len == 0)
    return;
  bh_paper_add_heading (paper, _ ("What was asked for, and what was done"));
  bh_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->categories->len; i++)
    bh_paper_add_row (paper, g_ptr_array_index (self->categories, i));
}

static void
add_matters (
    BhPaper *paper, GPtrArray *matters, const char *heading, const char *until, const char *empty)
{
  const BhPaperColumn columns[BH_NOTICE_MATTER_CELLS] = {
    { _ ("Matter"), 46, BH_PAPER_START },
    { _ ("Where"), 20, BH_PAPER_START },
    { _ ("Raised on"), 17, BH_PAPER_START },
    { until, 17, BH_PAPER_START },
  };

  bh_paper_add_heading (paper, heading);
  if (matters->len == 0)
    {
      bh_paper_add_text (paper, empty, BH_PAPER_BODY, BH_PAPER_START);
      return;
    }
  bh_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < matters->len; i++)
    bh_paper_add_row (paper, g_ptr_array_index (matters, i));
}

BhPaper *
bh_notice_make_paper (const BhNotice *self)
{
  BhPaper *paper;

  g_return_val_if_fail (self != NULL, NULL);

  paper = bh_paper_new (_ ("Notice of our service"));
  bh_paper_set_scale (paper, SCALE);
  bh_paper_set_shrink (paper, TRUE);
  bh_paper_set_footer (paper, self->office, self->made_at);
  bh_paper_add_text (paper, self->office, BH_PAPER_STRONG, BH_PAPER_CENTER);
  bh_paper_add_text (paper, self->period, BH_PAPER_BODY, BH_PAPER_CENTER);
  bh_paper_add_text (paper, self->about, BH_PAPER_NOTE, BH_PAPER_CENTER);
  add_figures (paper, self);
  add_categories (paper, self);
  add_matters (paper, self->open, _ ("Matters that concern all: under way"), _ ("Promised for"),
               _ ("No matter that concerns all is under way."));
  add_matters (paper, self->done, _ ("Matters that concern all: done"), _ ("Done on"),
               _ ("No matter that concerns all was finished in this period."));
  if (self->has_small)
    bh_paper_add_text (paper, _ ("△ of fewer than ten"), BH_PAPER_NOTE, BH_PAPER_START);
  bh_paper_add_text (paper, _ ("Names, phone numbers and rooms are not shown."), BH_PAPER_NOTE,
                     BH_PAPER_START);

  return paper;
}
