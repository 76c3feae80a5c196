/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-household.h"
#include "desk/bh-suggester.h"
#include "desk/bh-ticket-view.h"
#include "desk/bh-verbs.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

#define BH_TYPE_DESK (bh_desk_get_type ())
G_DECLARE_FINAL_TYPE (BhDesk, bh_desk, BH, DESK, GObject)

/**
 * BhDesk:
 *
 * The desk as the window sees it: a store, who sits there, and the verbs without waiting. Lives in
 * the main thread.
 *
 * Properties:
 * - `office` (BhOffice): the office as it is now
 * - `staff-id` (int64): who is at the desk, 0 for nobody; begins as, and follows, the setting
 *   `desk-staff`
 */
BhDesk *bh_desk_new (BhStore *store);

BhStore *bh_desk_get_store (BhDesk *self);
/** bh_desk_get_office: Returns: (transfer none): the office now; notify::office when it changes */
BhOffice *bh_desk_get_office (BhDesk *self);
/** bh_desk_get_suggester: Returns: (transfer none): what learns from the office's tickets; begins
 * when it is first asked for */
BhSuggester *bh_desk_get_suggester (BhDesk *self);
gint64 bh_desk_get_staff_id (BhDesk *self);
void bh_desk_set_staff_id (BhDesk *self, gint64 staff_id);
/** bh_desk_get_actor: who acts when somebody clicks a verb */
void bh_desk_get_actor (BhDesk *self, BhActor *actor);

/**
 * bh_desk_do_async:
 * @ticket_id: 0 for `new`
 * @inputs: (transfer none): see bh_verbs_do()
 * @at: 0 for now
 *
 * One verb in one transaction on the writer.
 */
void bh_desk_do_async (BhDesk *self,
                       BhVerb verb,
                       gint64 ticket_id,
                       BhPayload *inputs,
                       gint64 at,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
/** bh_desk_do_finish: Returns: (transfer full) (nullable): the ticket after the verb */
BhTicket *bh_desk_do_finish (BhDesk *self, GAsyncResult *result, GError **error);

/** bh_desk_load_async: reads a ticket in the reader's thread */
void bh_desk_load_async (BhDesk *self,
                         gint64 ticket_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
/** bh_desk_load_finish: Returns: (transfer full) (nullable): NULL with @error */
BhTicketView *bh_desk_load_finish (BhDesk *self, GAsyncResult *result, GError **error);
/** bh_desk_describe_event: Returns: (transfer full): one line in the reader's language: what was
 * done, with the names of the office: "Dispatched to 工程部, 李强" */
char *bh_desk_describe_event (BhOffice *office, BhEvent *event);

/**
 * bh_desk_find_household_async:
 * @phone: (nullable): digits, whole
 * @room_id: 0 where only the phone is known
 *
 * Who calls: by phone or by room, whichever is known.
 */
void bh_desk_find_household_async (BhDesk *self,
                                   const char *phone,
                                   gint64 room_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/** bh_desk_find_household_finish: Returns: (transfer full) (nullable): an empty card where nobody
 * is known; NULL with @error */
BhHousehold *bh_desk_find_household_finish (BhDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
