/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-bars-layout.h"

G_BEGIN_DECLS

/** BhBarsPen: what one drawing of bars needs; owns none of it. */
typedef struct
{
  const BhBarsContent *content;
  const BhBarsLayout *layout;
  const BhCellPage *page;
} BhBarsPen;

/** bh_bars_pen_draw: draws axis, names, bars with their numbers, and what they are compared with */
void bh_bars_pen_draw (const BhBarsPen *self, cairo_t *cr);

G_END_DECLS
