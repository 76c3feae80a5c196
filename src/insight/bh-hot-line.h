/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/**
 * BhHotLine:
 * @id: of the place or category, 0 for none; weekday or hour
 * @name: (owned): to be shown, translated
 * @field: by what the filter tells its tickets
 * @values: (owned) (nullable): of @field; %NULL where no filter tells them
 * @count: tickets
 * @repeats: how many of them are repeats
 *
 * A row or column of a matrix, or a line of a ranking.
 */
typedef struct
{
  gint64 id;
  char *name;
  BhFilterField field;
  GStrv values;
  gint64 count;
  gint64 repeats;
} BhHotLine;

void bh_hot_line_free (BhHotLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhHotLine, bh_hot_line_free)

/** bh_hot_line_new_number: @code: of the field whose value is the number; @name: (transfer full).
 * Returns: (transfer full) */
BhHotLine *bh_hot_line_new_number (const char *code, gint64 id, char *name);
/** bh_hot_line_new_category: @id: a category, 0 for tickets without one. Returns: (transfer full)
 */
BhHotLine *bh_hot_line_new_category (BhOffice *office, gint64 id);
/**
 * bh_hot_line_new_place:
 * @scope: (nullable): what the tickets are narrowed to: where it names places within this one, its
 *   words stay
 * @with_community: the name tells the community too
 *
 * Returns: (transfer full) (nullable): NULL with @error
 */
BhHotLine *bh_hot_line_new_place (
    BhInsight *insight, gint64 id, BhTicketFilter *scope, gboolean with_community, GError **error);

/** bh_hot_line_dup_brush: Returns: (transfer full) (nullable): text of a filter with the field of
 * the line alone */
char *bh_hot_line_dup_brush (const BhHotLine *self);
/**
 * bh_hot_line_dup_filter:
 * @base: the tickets of all lines
 * @other: (nullable): the line that crosses it
 *
 * Returns: (transfer full) (nullable): text of the filter that lists the tickets of the line, or of
 *   the cell; %NULL where none does
 */
char *bh_hot_line_dup_filter (const BhHotLine *self, BhTicketFilter *base, const BhHotLine *other);

/** bh_hot_dup_base: Returns: (transfer full) (nullable): the filter of the tickets that cells
 * count: those received in @period; %NULL with @error */
BhTicketFilter *bh_hot_dup_base (BhInsight *insight,
                                 const BhPeriod *period,
                                 BhTicketFilter *filter,
                                 GError **error);

G_END_DECLS
