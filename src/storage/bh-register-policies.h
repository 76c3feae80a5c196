/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-repository.h"

G_BEGIN_DECLS

/** bh_register_load_policies: adds all versions of all policies to an office that is being built */
gboolean bh_register_load_policies (BhConnection *connection, BhOffice *office, GError **error);

G_END_DECLS
