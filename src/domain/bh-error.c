/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"

GQuark
bh_domain_error_quark (void)
{
  return g_quark_from_static_string ("bh-domain-error-quark");
}
