/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-register.h"

G_BEGIN_DECLS

/**
 * bh_demo_picture_make:
 * @index: below %BH_DEMO_N_PICTURES
 *
 * Draws a small picture that stands for a photo: a wall, a floor, and a stain.
 *
 * Returns: (transfer full): the bytes of a PNG file
 */
GBytes *bh_demo_picture_make (guint index);

/**
 * bh_demo_picture_add_all:
 * @hashes: (out) (array fixed-size=6) (transfer full): what they are called in the store
 *
 * Puts all pictures among the files of the office.
 *
 * Returns: FALSE with @error
 */
gboolean bh_demo_picture_add_all (BhWork *work, char *hashes[BH_DEMO_N_PICTURES], GError **error);

G_END_DECLS
