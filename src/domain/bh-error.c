/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"

GQuark
bh_domain_error_quark (void)
{
  return g_quark_from_static_string ("bh-domain-error-quark");
}

gboolean
bh_domain_refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED, format, arguments));
  va_end (arguments);

  return FALSE;
}

gboolean
bh_domain_reject_input (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT, format, arguments));
  va_end (arguments);

  return FALSE;
}
