/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "desk/bh-sweep.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BH_NOTIFIER_ACTION: action of the application that a click on a notification activates; its
 * target is (sx): path of the database, id of the ticket, 0 where it is about several */
#define BH_NOTIFIER_ACTION "show-ticket"

/** BH_NOTIFIER_MAX: more warnings than that at once become one notification */
#define BH_NOTIFIER_MAX 3

/**
 * bh_notifier_make:
 * @desk: whose office, and who sits at it
 * @notes: (element-type BhWarningNote): what was told in one pass
 * @n_more: how many more were told than @notes holds
 *
 * Desktop notifications for who is at the desk (bh_warning_is_shown()).
 *
 * Returns: (transfer full) (element-type GNotification): one for each, or one for all where there
 *   are more than %BH_NOTIFIER_MAX; none where nothing concerns them
 */
GPtrArray *bh_notifier_make (BhDesk *desk, GPtrArray *notes, guint n_more);

/** bh_notifier_send: @sweep: sends what bh_notifier_make() gives for a pass */
void bh_notifier_send (GApplication *application, BhDesk *desk, BhSweep *sweep);

G_END_DECLS
