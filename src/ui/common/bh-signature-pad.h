/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-control.h"

G_BEGIN_DECLS

#define BH_TYPE_SIGNATURE_PAD (bh_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (BhSignaturePad, bh_signature_pad, BH, SIGNATURE_PAD, GtkWidget)

/**
 * BhSignaturePad:
 *
 * Where somebody signs with mouse, finger or pen; who cannot draw types a name. Its value is the
 * picture as "data:image/png;base64,…", which the verb puts into the store of files.
 */
GtkWidget *bh_signature_pad_new (void);

/** bh_signature_pad_clear: takes away what was drawn or typed, as the button does */
void bh_signature_pad_clear (BhSignaturePad *self);

G_END_DECLS
