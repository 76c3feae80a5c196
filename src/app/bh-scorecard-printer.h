/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"

G_BEGIN_DECLS

/** bh_scorecard_print: @rows: (element-type BhScorecardRow). Prints figures beside what is to be
 * reached: as people read them in text, else plain numbers with keys of figures.md */
void bh_scorecard_print (BhFormat format, GPtrArray *rows);

G_END_DECLS
