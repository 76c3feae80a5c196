/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bh_ui_init: makes the templates and styles of the window known; may be called again */
void bh_ui_init (void);

G_END_DECLS
