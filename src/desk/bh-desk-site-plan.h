/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-site-plan.h"

G_BEGIN_DECLS

/* The site plans at the desk, without waiting. Who may change the register changes them. */

/** bh_desk_load_site_plan_async: reads the plan of a community in the reader's thread;
 * @community_id: 0 for the first community that has one */
void bh_desk_load_site_plan_async (BhDesk *self,
                                   gint64 community_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/** bh_desk_load_site_plan_finish: Returns: (transfer full) (nullable): NULL without @error where
 * there is none */
BhSitePlan *bh_desk_load_site_plan_finish (BhDesk *self, GAsyncResult *result, GError **error);

/**
 * bh_desk_save_site_plan_async:
 * @plan: (transfer none): of a community; its picture is in the store, see
 *   bh_desk_store_file_async()
 *
 * Gives a community its plan, or the one that it has another picture.
 */
void bh_desk_save_site_plan_async (BhDesk *self,
                                   const BhSitePlan *plan,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/** bh_desk_save_site_plan_finish: Returns: FALSE with %BH_DOMAIN_ERROR_REFUSED for who may not, or
 * another error */
gboolean bh_desk_save_site_plan_finish (BhDesk *self, GAsyncResult *result, GError **error);

/**
 * bh_desk_place_on_plan_async:
 * @before: (transfer none) (nullable): how the place stood when somebody decided; refused where it
 *   was moved since
 * @mark: (transfer none): where it goes, or that it goes off the plan
 *
 * Puts a place on a plan. The same with the two exchanged takes it back.
 */
void bh_desk_place_on_plan_async (BhDesk *self,
                                  gint64 plan_id,
                                  const BhSiteMark *before,
                                  const BhSiteMark *mark,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/** bh_desk_place_on_plan_finish: Returns: FALSE with @error */
gboolean bh_desk_place_on_plan_finish (BhDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
