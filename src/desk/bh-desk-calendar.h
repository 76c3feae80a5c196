/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/* The office's calendar at the desk, without waiting. Who may change the register may change it. */

/**
 * bh_desk_change_calendar_async:
 * @hours: (nullable) (transfer none): see bh_register_change_calendar()
 * @years: (nullable) (transfer none) (element-type BhHolidayYear): likewise; not changed meanwhile
 * @valid_from: an instant; what lies before now means now
 *
 * Makes a new version of the calendar, in one transaction.
 */
void bh_desk_change_calendar_async (BhDesk *self,
                                    const BhOfficeHours *hours,
                                    GPtrArray *years,
                                    gint64 valid_from,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/** bh_desk_change_calendar_finish: @changed: (out): whether there was anything to change. Returns:
 * FALSE with %BH_DOMAIN_ERROR_REFUSED for who may not, or another error */
gboolean bh_desk_change_calendar_finish (BhDesk *self,
                                         GAsyncResult *result,
                                         gboolean *changed,
                                         GError **error);

/** bh_desk_find_missing_year_async: see bh_register_get_missing_year(); reads in the reader's
 * thread */
void bh_desk_find_missing_year_async (BhDesk *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/** bh_desk_find_missing_year_finish: Returns: the year, 0 for none, or -1 with @error */
int bh_desk_find_missing_year_finish (BhDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
