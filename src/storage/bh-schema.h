/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-connection.h"

G_BEGIN_DECLS

/** BH_SCHEMA_VERSION: the version that this program makes and understands. */
#define BH_SCHEMA_VERSION 6

/**
 * bh_schema_create:
 * @connection: inside of a write transaction, to an empty database
 *
 * Makes all tables and indexes of %BH_SCHEMA_VERSION, without any row.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_schema_create (BhConnection *connection, GError **error);

/**
 * bh_schema_drop_ticket_indexes:
 * @connection: inside of a write transaction
 *
 * For work that fills a database without tickets: building the indexes of tickets and their parts
 * at the end, by bh_schema_create_ticket_indexes() in the same transaction, takes a quarter of the
 * time that keeping them up takes.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_schema_drop_ticket_indexes (BhConnection *connection, GError **error);
/** bh_schema_create_ticket_indexes: builds what bh_schema_drop_ticket_indexes() dropped */
gboolean bh_schema_create_ticket_indexes (BhConnection *connection, GError **error);

/** bh_schema_migrate_2: brings a database of version 1 to version 2, as a step of migration: the
 * table of targets, and the pauses of the present round on the ticket */
gboolean bh_schema_migrate_2 (BhConnection *connection, GError **error);
/** bh_schema_migrate_3: likewise from version 2 to version 3: what the whole loop needs */
gboolean bh_schema_migrate_3 (BhConnection *connection, GError **error);
/** bh_schema_migrate_4: likewise from version 3 to version 4: what keeps figures quick, and plans
 * of the site */
gboolean bh_schema_migrate_4 (BhConnection *connection, GError **error);
/** bh_schema_migrate_5: likewise from version 4 to version 5: the month pack, and what keeps more
 * figures quick */
gboolean bh_schema_migrate_5 (BhConnection *connection, GError **error);
/** bh_schema_migrate_6: likewise from version 5 to version 6: which limits were kept, and whose fix
 * did not hold */
gboolean bh_schema_migrate_6 (BhConnection *connection, GError **error);
/** bh_schema_fill_standing: the part of it that works out what the fold derives for figures;
 * stages, opinions and callbacks have their defaults or what they should have */
gboolean bh_schema_fill_standing (BhConnection *connection, GError **error);

G_END_DECLS
