/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** BhSignature: the strokes of a signature, and the picture that is made of them. No widget. */
typedef struct _BhSignature BhSignature;

BhSignature *bh_signature_new (void);
void bh_signature_free (BhSignature *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSignature, bh_signature_free)

void bh_signature_clear (BhSignature *self);
gboolean bh_signature_is_empty (BhSignature *self);

/** bh_signature_begin: a stroke begins; @pressure: 0 to 1, 0.5 for a mouse */
void bh_signature_begin (BhSignature *self, double x, double y, double pressure);
/** bh_signature_extend: the stroke goes on; before the first one it does nothing */
void bh_signature_extend (BhSignature *self, double x, double y, double pressure);

/** bh_signature_draw: draws the strokes with the source of @cr */
void bh_signature_draw (BhSignature *self, cairo_t *cr);

/** bh_signature_render: Returns: (transfer full) (nullable): the strokes as a PNG, black on white,
 * trimmed, of bounded size; NULL where there are none */
GBytes *bh_signature_render (BhSignature *self);

/** bh_signature_render_name: Returns: (transfer full): a name that was typed, as the same picture
 */
GBytes *bh_signature_render_name (const char *name);

G_END_DECLS
