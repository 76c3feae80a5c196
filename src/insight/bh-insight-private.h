/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "config.h"
#include "insight/bh-insight-results.h"

G_BEGIN_DECLS

/* The inside of a look: bh-insight.c is its life, bh-insight-get.c computes and keeps. */

/* What a key in the database ends with. What was computed in the mode QUICK without something has
 * the first before that. */
#define BH_KEPT_QUICK "~quick"
#define BH_KEPT_VERSION "@" BH_VERSION

/* What a result in the making depends on: its own, and that of what it is made of. */
typedef struct
{
  gint64 changes_at;
  BhPeriod period;
  gboolean keepable;
  gboolean left_out;
} BhInsightFrame;

struct _BhInsight
{
  BhConnection *connection;  /* (owned) */
  BhOffice *office;          /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  BhStore *store;            /* (owned) (nullable): where results are kept */
  gint64 as_of;
  BhInsightMode mode;
  gboolean fresh;
  gboolean incomplete;
  gboolean gaps;
  gboolean left_out;
  gboolean knows_present;
  gboolean present;
  BhStamps *stamps;          /* (owned) (nullable): loaded when first asked for */
  GHashTable *found;         /* (owned): by key, filter and period: owned BhKept that holds */
  GHashTable *steady;        /* (owned): text of a filter to whether time does not change it */
  BhInsightResults *results; /* (owned) (nullable) */
  BhInsightFrame *frame;     /* (unowned) (nullable): what is being computed */
};

G_END_DECLS
