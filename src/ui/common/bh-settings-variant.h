/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** bh_settings_bind_variant: binds setting @key to the property of @object of that name, whose type
 * is GVariant, both ways and as long as @object lives */
void bh_settings_bind_variant (GSettings *settings, const char *key, gpointer object);

G_END_DECLS
