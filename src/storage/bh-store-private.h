/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-sqlite-connection.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/* The inside of the store, shared by its files: bh-store-open.c opens, bh-store.c closes and tells
 * of changes, bh-store-write.c and bh-store-read.c run work. */

struct _BhStore
{
  GObject parent_instance;

  char *path;            /* (owned) */
  BhClock *clock;        /* (owned) */
  GMainContext *context; /* (owned): of whoever opened the store */
  BhWorker *writer;      /* (owned) */
  BhWorker *reader;      /* (owned) */
  GSource *watch;        /* (owned) (nullable) */
  gint watching;         /* atomic: a look at the file is queued */

  /* of the writer's thread */
  BhConnection *write_connection; /* (owned) */
  BhIdSource *ids;                /* (owned) */
  gint64 data_version;            /* changes when another process writes */
  gint64 stamp;                   /* changes when anybody changes tickets or the register */

  /* of the reader's thread */
  BhConnection *read_connection; /* (owned) */

  GMutex lock;             /* of what follows */
  BhOffice *office;        /* (owned) */
  GPtrArray *idle_readers; /* (owned) (element-type BhConnection): for bh_store_read() */
  gboolean closed;
};

/** BhStoreNotice: a change notice with its ids. */
typedef struct _BhStoreNotice BhStoreNotice;

/** bh_store_notice_new: @work: (nullable): what was done; @others: anything else may have changed
 * as well, since another process wrote. Returns: (transfer full) (nullable): NULL where there is
 * nothing to tell */
BhStoreNotice *bh_store_notice_new (BhWork *work, gboolean others);
/** bh_store_emit: @notice: (transfer full): emits it now; in the main context of the store */
void bh_store_emit (BhStore *self, BhStoreNotice *notice);
/** bh_store_post: @notice: (transfer full): emits it in the main context of the store */
void bh_store_post (BhStore *self, BhStoreNotice *notice);

/** bh_store_start: starts the workers, once the connections are there */
void bh_store_start (BhStore *self);

/** bh_store_set_office: @office: (transfer none): what bh_store_dup_office() gives from now on */
void bh_store_set_office (BhStore *self, BhOffice *office);

/** bh_store_advance_ids: makes sure that new ids are above all in the file; writer's thread */
gboolean bh_store_advance_ids (BhStore *self, GError **error);
/** bh_store_watch_in_worker: looks whether another process wrote; writer's thread */
void bh_store_watch_in_worker (GTask *task, gpointer user_data);

G_END_DECLS
