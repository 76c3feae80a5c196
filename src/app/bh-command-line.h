/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhWindowFunc:
 * @database: path of the database to open
 *
 * Opens the window and stays until it is closed.
 *
 * Returns: the exit status
 */
typedef int (*BhWindowFunc) (const char *database);

/**
 * bh_command_line_run:
 * @window: (nullable): called where the command line names no command; %NULL shows the help instead
 *
 * Does what the command line asks for. No command needs a display or a session bus; what opens
 * the window is not even initialised for them.
 *
 * Returns: the exit status: 0 done, 1 refused or failed, 2 wrong usage
 */
int bh_command_line_run (int argc, char **argv, BhWindowFunc window);

G_END_DECLS
