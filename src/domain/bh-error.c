/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"

G_DEFINE_QUARK (bh - domain - error - quark, bh_domain_error)
