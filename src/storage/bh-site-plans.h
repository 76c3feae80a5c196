/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-site-plan.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* The site plans of the office: one a community. Their pictures stand in the store of files. Who
 * may change them is not asked here. */

/** bh_site_plans_list: Returns: (transfer full) (nullable) (element-type BhSitePlan): all plans
 * without their marks, in order of id; NULL with @error */
GPtrArray *bh_site_plans_list (BhConnection *connection, GError **error);
/** bh_site_plans_load: Returns: (transfer full) (nullable): the plan with its marks; NULL with
 * %BH_STORAGE_ERROR_NOT_FOUND or another error */
BhSitePlan *bh_site_plans_load (BhConnection *connection, gint64 id, GError **error);
/** bh_site_plans_find: Returns: id of the plan of the community, 0 where it has none; -1 with
 * @error */
gint64 bh_site_plans_find (BhConnection *connection, gint64 community_id, GError **error);
/** bh_site_plans_dup_file_path: Returns: (transfer full): where its picture stands */
char *bh_site_plans_dup_file_path (BhConnection *connection, const BhSitePlan *plan);

/**
 * bh_site_plans_save:
 * @plan: (transfer none): its id is not looked at, nor are its marks; its picture is in the store
 *
 * Gives a community its plan, or another picture to the one it has: what stands on it stays where
 * it is.
 *
 * Returns: the id; 0 with %BH_DOMAIN_ERROR_INPUT for a picture that cannot be one, or another error
 */
gint64 bh_site_plans_save (BhWork *work, const BhSitePlan *plan, GError **error);
/** bh_site_plans_remove: removes a plan with its marks; the file stays, as all files do */
gboolean bh_site_plans_remove (BhWork *work, gint64 id, GError **error);
/**
 * bh_site_plans_place:
 * @mark: (transfer none): where the place is, or that it is not on the plan any more
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT for a position outside of the picture or a place of
 *   another community, or another error
 */
gboolean bh_site_plans_place (BhWork *work, gint64 plan_id, const BhSiteMark *mark, GError **error);

G_END_DECLS
