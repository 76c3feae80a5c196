/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"

#include "support/bh-test-folder.h"

G_BEGIN_DECLS

/** BH_TEST_NOW: 2026-03-02 10:00 in Shanghai, a Monday: where the clock of a test begins. */
#define BH_TEST_NOW G_GINT64_CONSTANT (1772416800000000)

/**
 * BhTestStore:
 *
 * A new database in a folder of its own, with a clock that stands still and reproducible salts.
 */
typedef struct
{
  char *folder;   /* (owned) (nullable): NULL where the database is the caller's */
  char *path;     /* (owned) */
  BhClock *clock; /* (owned) */
  BhStore *store; /* (owned) */
} BhTestStore;

BhTestStore *bh_test_store_new (void);
/** bh_test_store_open: @path: of a database that stays when the test store goes */
BhTestStore *bh_test_store_open (const char *path);
void bh_test_store_free (BhTestStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTestStore, bh_test_store_free)

/** bh_test_store_reopen: closes and opens the database again */
void bh_test_store_reopen (BhTestStore *self);

/** bh_test_store_write: one transaction that must succeed */
void bh_test_store_write (BhTestStore *self, BhWriteFunc func, gpointer user_data);

/** bh_test_store_get_single: Returns: the number that a query gives, in a transaction of its own */
gint64 bh_test_store_get_single (BhTestStore *self, const char *sql);

/**
 * bh_test_work_register:
 * @number: (nullable): NULL takes the next number
 * @community_id: 0 for none
 *
 * Records a new complaint of grade general, received now, by a complainant with the phone
 * 13800138000.
 *
 * Returns: (transfer none): the ticket
 */
BhTicket *bh_test_work_register (BhWork *work, const char *number, gint64 community_id);

/** bh_test_payload_new: @inputs: (nullable): "key=value" lines in any order. Returns: (transfer
 * full): the payload */
BhPayload *bh_test_payload_new (const char *inputs);
/** bh_test_work_record: @inputs: as for bh_test_payload_new(). Records an event
 * at the clock's instant. Returns: (transfer none) (nullable): the ticket, NULL with @error */
BhTicket *bh_test_work_record (
    BhWork *work, BhTicket *ticket, BhVerb verb, const char *inputs, GError **error);
/** bh_test_work_close: takes a new ticket through the loop to closed, an hour a step */
void bh_test_work_close (BhWork *work, BhTicket *ticket);

G_END_DECLS
