/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_PROBLEM_WINDOW (bh_problem_window_get_type ())
G_DECLARE_FINAL_TYPE (BhProblemWindow, bh_problem_window, BH, PROBLEM_WINDOW, AdwApplicationWindow)

/**
 * bh_problem_window_new:
 * @error: (transfer none): why the database was not opened, with its path
 *
 * Stands where the window would be when a database cannot be opened: says why, and offers to try
 * again.
 *
 * Signal: `retry`.
 */
BhProblemWindow *bh_problem_window_new (AdwApplication *application, const GError *error);

G_END_DECLS
