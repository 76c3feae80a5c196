/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-import.h"
#include "storage/bh-store.h"

/* A new database in a folder of its own, and files to import. */
typedef struct
{
  char *folder;           /* owned */
  BhClock *clock;         /* owned */
  BhStore *store;         /* owned */
  BhImportReport *report; /* owned, nullable: of the last import */
} ImportFixture;

void import_fixture_set_up (ImportFixture *fixture, gconstpointer data);
void import_fixture_tear_down (ImportFixture *fixture, gconstpointer data);

/* The time zone of the office; to be set before the first import. */
void import_fixture_set_zone (ImportFixture *fixture, const char *zone);

/* Imports @file with @map (nullable): the report is the fixture's. */
void
import_fixture_import_file (ImportFixture *fixture, GFile *file, GFile *map, BhImportFlags flags);

/* Imports @text. */
void import_fixture_import (ImportFixture *fixture, const char *text, BhImportFlags flags);

/* A file of the folder that holds @text. */
GFile *import_fixture_make_file (ImportFixture *fixture, const char *name, const char *text);

#define assert_report(fixture, read, imported, updated, unchanged, rejected)                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpuint ((fixture)->report->n_read, ==, read);                                        \
    g_assert_cmpuint ((fixture)->report->n_rejected, ==, rejected);                                \
    g_assert_cmpuint ((fixture)->report->n_imported, ==, imported);                                \
    g_assert_cmpuint ((fixture)->report->n_updated, ==, updated);                                  \
    g_assert_cmpuint ((fixture)->report->n_unchanged, ==, unchanged);                              \
  }                                                                                                \
  G_STMT_END

/* The ticket with @number; NULL where there is none. Transfer full. */
BhTicket *import_fixture_load (ImportFixture *fixture, const char *number);

/* What the database answers to a question for one number. */
gint64 import_fixture_count (ImportFixture *fixture, const char *sql);

/* A file of the real ledgers, NULL where they are not at hand. Transfer full. */
GFile *import_fixture_find_shared (const char *name);
