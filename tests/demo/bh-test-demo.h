/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-office.h"

G_BEGIN_DECLS

#define BH_TEST_DEMO_UNTIL 20260601
#define BH_TEST_DEMO_FIRST_YEAR 2024 /* 18 months before */
#define BH_TEST_DEMO_LARGE 1800

/** BhTestDemo: an empty folder, and a place for an office in it. */
typedef struct
{
  char *folder;   /* (owned) */
  char *path;     /* (owned) */
  BhClock *clock; /* (owned) */
} BhTestDemo;

/** bh_test_demo_create: a demo office until %BH_TEST_DEMO_UNTIL */
void bh_test_demo_create (const char *path, guint tickets, guint64 seed);

/** bh_test_demo_get_large_office: Returns: (transfer none): path of an office that the tests of a
 * program share: making it takes a second or two */
const char *bh_test_demo_get_large_office (void);

BhStore *bh_test_demo_open_store (BhTestDemo *fixture, const char *path);

/** bh_test_demo_load_tickets: @user_data: the office. Returns: (transfer full) (nullable): all in
 * order of receipt, for what a test wants to know of them */
gpointer bh_test_demo_load_tickets (BhConnection *connection,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

/** bh_test_demo_get_tickets: Returns: (transfer full): the same */
GPtrArray *bh_test_demo_get_tickets (BhStore *store);

/** bh_test_demo_add: a test with a folder of its own */
void bh_test_demo_add (const char *path, void (*func) (BhTestDemo *fixture, gconstpointer data));

/** bh_test_demo_run: runs the tests and removes what they shared. Returns: as g_test_run() */
int bh_test_demo_run (void);

G_END_DECLS
