/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-site-plan.h"

G_BEGIN_DECLS

/**
 * bh_site_import_async:
 * @file: a picture
 * @community_id: whose plan it becomes
 *
 * Looks whether @file can be a site plan, puts it into the store of files and gives it to the
 * community.
 */
void bh_site_import_async (BhDesk *desk,
                           GFile *file,
                           gint64 community_id,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/** bh_site_import_finish: Returns: (transfer full) (nullable): the plan without its marks; NULL
 * with an error that says what to do */
BhSitePlan *bh_site_import_finish (BhDesk *desk, GAsyncResult *result, GError **error);

G_END_DECLS
