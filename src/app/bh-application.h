/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_APPLICATION (bh_application_get_type ())
G_DECLARE_FINAL_TYPE (BhApplication, bh_application, BH, APPLICATION, AdwApplication)

/**
 * BhApplication:
 *
 * The program with a window: opens databases, one window each. A second start hands its database
 * over to the first and ends.
 */
BhApplication *bh_application_new (void);

/**
 * bh_application_run:
 * @database: path of the database to open; the user's own is made where there is none yet
 *
 * Opens the window and stays until the last one is closed; a #BhWindowFunc.
 *
 * Returns: the exit status
 */
int bh_application_run (const char *database);

G_END_DECLS
