/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register.h"

G_BEGIN_DECLS

#define BH_TYPE_TARGET (bh_target_get_type ())
G_DECLARE_FINAL_TYPE (BhTarget, bh_target, BH, TARGET, BhEntry)

/**
 * BhTarget:
 *
 * What the office wants of a figure (product.md, "three down, one up"): an entry of its lists, in
 * force from the beginning of its year until a later one for the same figure and filter takes its
 * place. Its code and its name are the key of the figure. Read only.
 */
struct _BhTarget
{
  BhEntry parent_instance;

  char *figure; /* (owned): key of figures.md, "handling_days" */
  char *filter; /* (owned): canonical text of the tickets that it is about, "" for all */
  int year;     /* first year that it is for */
  BhTargetForm form;
  double value; /* in the unit of the figure: a share as 0.85, how many are received or finished
                   for a whole year; of CHANGE: 0.08 less is -0.08 */
  gboolean has_baseline;
  double baseline; /* where the office comes from, in the unit of the figure, like the value */
  int base_year;   /* of CHANGE: the year compared with, 0: the year before the one looked at */
};

/**
 * bh_target_new:
 * @filter: (nullable): canonical text, %NULL for all tickets
 *
 * Returns: (transfer full): a target without baseline; that and the base year are set by its maker
 */
BhTarget *bh_target_new (gint64 id,
                         const char *figure,
                         const char *filter,
                         int year,
                         BhTargetForm form,
                         double value,
                         gboolean retired);

/** bh_target_is_same: Returns: whether both are about the same figure and filter, and both are
 * alarms or neither is: of such ones, that of the later year replaces the other */
gboolean bh_target_is_same (BhTarget *self, BhTarget *other);

G_END_DECLS
