/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-today.h"

G_BEGIN_DECLS

/**
 * bh_today_detail_dup:
 * @ticket: of section @kind, with its parts
 * @department_id: that of who is at the desk, 0 for any
 * @now: the present instant
 *
 * Returns: (transfer full): in a few words, what the section is about: whom to call, what is asked
 *   for and by whom, the task, why and until when it is suspended, which clock was told of
 */
char *bh_today_detail_dup (
    BhTodayKind kind, BhTicket *ticket, gint64 department_id, BhOffice *office, gint64 now);

/** bh_today_detail_dup_request: Returns: (transfer full): what is asked for, "延期至 11-25 18:00"
 */
char *bh_today_detail_dup_request (BhRequest *request, BhOffice *office, gint64 now);
/** bh_today_detail_get_reason: Returns: (transfer none): why it is asked for, "" where it is not
 * said */
const char *bh_today_detail_get_reason (BhRequest *request);

G_END_DECLS
