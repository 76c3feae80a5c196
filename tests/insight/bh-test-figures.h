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

/* Hand-made histories, in an office of 1 January 2027. Limits are those of the default policies:
 * response 1 h, 4 h, 24 h; completion 24 h, 72 h, 120 h; sign-off 7 days; callback 24 h, 48 h, 72 h
 * (urgent, important, general). */

/** bh_test_figures_office: Returns: (transfer full): an office without tickets */
BhTestStore *bh_test_figures_office (void);

/** BH_TEST_DO: one event of ticket @id at @at; the rest are keys and values, and NULL */
#define BH_TEST_DO(office, id, verb, at, ...)                                                      \
  g_assert_cmpint (bh_test_record (office, id, BH_VERB_##verb, bh_test_at (at), __VA_ARGS__), !=, 0)

/** bh_test_receive: Returns: id of a ticket that anybody can be asked about */
gint64 bh_test_receive (BhTestStore *office, const char *at, const char *grade);

/** bh_test_prepare: dispatches, accepts and plans at @at */
void bh_test_prepare (BhTestStore *office, gint64 id, const char *at);

/** bh_test_redo: the same in a further round */
void bh_test_redo (BhTestStore *office, gint64 id, const char *at);

/** bh_test_dup_policy: Returns: (transfer full): id of the policy of @grade, for a payload */
char *bh_test_dup_policy (BhTestStore *office, BhGrade grade);

/** bh_test_figure: @month: "2026-03". Returns: the value of all tickets */
BhFigureValue
bh_test_figure (BhTestStore *office, const char *month, const char *as_of, BhFigureId figure);

void bh_test_assert_count (
    BhTestStore *office, const char *month, const char *as_of, BhFigureId figure, gint64 expected);

/** bh_test_assert_share: no value where @denominator is 0 */
void bh_test_assert_share (BhTestStore *office,
                           const char *month,
                           const char *as_of,
                           BhFigureId figure,
                           double numerator,
                           double denominator);

void bh_test_assert_mean (BhTestStore *office,
                          const char *month,
                          const char *as_of,
                          BhFigureId figure,
                          gint64 count,
                          double mean);

void bh_test_assert_provisional (BhTestStore *office,
                                 const char *month,
                                 const char *as_of,
                                 BhFigureId figure,
                                 gboolean expected);

G_END_DECLS
