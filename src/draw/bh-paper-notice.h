/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper.h"

G_BEGIN_DECLS

/** BH_NOTICE_CATEGORY_CELLS: category, received, finished, in time, handling time, satisfaction */
#define BH_NOTICE_CATEGORY_CELLS 6
/** BH_NOTICE_MATTER_CELLS: matter, where, when it came, when it was or is to be done */
#define BH_NOTICE_MATTER_CELLS 4

/** BH_NOTICE_SMALL: marks a figure that stands on fewer than ten */
#define BH_NOTICE_SMALL "△"

/**
 * BhNotice:
 * @office: (owned): name of the office
 * @period: (owned): "2026年10月"
 * @about: (owned) (nullable): which tickets it is about, where not all
 * @figures: (owned) (element-type GStrv): name and value each, at most six
 * @handling: (owned) (nullable): how long it took, a sentence
 * @categories: (owned) (element-type GStrv): %BH_NOTICE_CATEGORY_CELLS texts each
 * @done: (owned) (element-type GStrv): %BH_NOTICE_MATTER_CELLS texts each
 * @open: (owned) (element-type GStrv): likewise
 * @has_small: some figure has %BH_NOTICE_SMALL behind it
 * @made_at: (owned): when it is printed
 *
 * What the notice board says of a period, ready to be read. Nothing in it is of one household.
 */
typedef struct
{
  char *office;
  char *period;
  char *about;
  GPtrArray *figures;
  char *handling;
  GPtrArray *categories;
  GPtrArray *done;
  GPtrArray *open;
  gboolean has_small;
  char *made_at;
} BhNotice;

BhNotice *bh_notice_new (void);
void bh_notice_free (BhNotice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhNotice, bh_notice_free)

/** bh_notice_make_paper: Returns: (transfer full): in letters that are read on a wall */
BhPaper *bh_notice_make_paper (const BhNotice *self);

G_END_DECLS
