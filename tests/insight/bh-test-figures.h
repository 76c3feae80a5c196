/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-registry.h"
#include "support/bh-test-tickets.h"

G_BEGIN_DECLS

/** bh_test_at: @text: "2026-03-05 10:00" in Asia/Shanghai. Returns: the instant */
gint64 bh_test_at (const char *text);

/** bh_test_figures: Returns: (transfer full): the groups; the filter is in its text form */
GPtrArray *bh_test_figures (
    BhTestStore *office, const BhPeriod *period, gint64 as_of, BhFigureBy by, const char *filter);

/** bh_test_figures_wanted: the same with a set of figures */
GPtrArray *bh_test_figures_wanted (BhTestStore *office,
                                   const BhPeriod *period,
                                   gint64 as_of,
                                   BhFigureBy by,
                                   const char *filter,
                                   BhFigureSet wanted);

G_END_DECLS
