/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_PROBLEM_WINDOW (bh_problem_window_get_type ())
G_DECLARE_FINAL_TYPE (BhProblemWindow, bh_problem_window, BH, PROBLEM_WINDOW, AdwApplicationWindow)

/**
 * bh_problem_window_new:
 * @path: of the database
 * @error: (transfer none): why it was not opened
 *
 * Stands where the window would be when a database cannot be opened: says why, and offers to try
 * again.
 *
 * Signal: `retry`.
 */
BhProblemWindow *
bh_problem_window_new (AdwApplication *application, const char *path, const GError *error);

G_END_DECLS
