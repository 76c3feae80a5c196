/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-deadline.h"
#include "support/bh-test-history.h"

G_BEGIN_DECLS

/** bh_test_history_refold: folds the events anew, after they were changed by hand */
void bh_test_history_refold (BhTestHistory *history);

/** bh_test_assert_deadlines: what the running clocks' deadlines are computed and explained with
 * gives what is stored; folding all events at once gives what folding them one by one gave */
void bh_test_assert_deadlines (BhTestHistory *history);

/** bh_test_history_count_office_hours: the policies count office hours from now on, by the default
 * hours and the holidays of National Day 2025; the ticket is received at @start, by a calendar of
 * the id %BH_TEST_CALENDAR */
#define BH_TEST_CALENDAR 51
void bh_test_history_count_office_hours (BhTestHistory *history, gint64 start);

G_END_DECLS
