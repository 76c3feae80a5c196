/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/insight/bh-insight-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_INSIGHT_PART (bh_insight_part_get_type ())
G_DECLARE_INTERFACE (BhInsightPart, bh_insight_part, BH, INSIGHT_PART, GtkWidget)

/**
 * BhInsightPart:
 *
 * What stands on a page of figures: a chart, a list, the overview, the site plan. It is told what
 * to show, reads that off the main thread, and shows its own progress and its own errors.
 *
 * Signals:
 * - `activated (const char *filter)`: somebody wants to see the tickets of that filter
 * - `brushed (const char *filter)`: somebody selected what that filter says, %NULL where nothing is
 *   selected any more: it narrows the other parts
 */
struct _BhInsightPartInterface
{
  GTypeInterface parent_iface;

  /* The following are as the functions of the same name below. */
  void (*read) (BhInsightPart *self, BhInsightLook *look, gboolean again);
  gboolean (*cancel) (BhInsightPart *self);
  gboolean (*is_reading) (BhInsightPart *self);
  GtkWidget *(*get_focus_widget) (BhInsightPart *self);
  void (*clear_brush) (BhInsightPart *self); /* (nullable) */
};

/** bh_insight_part_read: shows what @look asks for; @again: the same as before, so that what is
 * shown stays without a word until the new answer is there */
void bh_insight_part_read (BhInsightPart *self, BhInsightLook *look, gboolean again);
/** bh_insight_part_cancel: nobody looks any more. Returns: whether an answer was still to come */
gboolean bh_insight_part_cancel (BhInsightPart *self);
gboolean bh_insight_part_is_reading (BhInsightPart *self);
/** bh_insight_part_get_focus_widget: Returns: (transfer none): where the keyboard comes to */
GtkWidget *bh_insight_part_get_focus_widget (BhInsightPart *self);
/** bh_insight_part_clear_brush: nothing is selected any more, without a signal */
void bh_insight_part_clear_brush (BhInsightPart *self);

/** bh_insight_part_emit_activated: for who implements it */
void bh_insight_part_emit_activated (BhInsightPart *self, const char *filter);
/** bh_insight_part_emit_brushed: likewise; @filter: (nullable) */
void bh_insight_part_emit_brushed (BhInsightPart *self, const char *filter);

G_END_DECLS
