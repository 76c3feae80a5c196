/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhDomainError:
 * @BH_DOMAIN_ERROR_REFUSED: the rules of the loop do not allow it now
 * @BH_DOMAIN_ERROR_INPUT: an input is missing, unknown or cannot be read
 * @BH_DOMAIN_ERROR_HISTORY: a history does not make sense: damaged or made by something else
 *
 * Errors of the rules. Messages are translated and made for a clerk: what is wrong, what to do.
 */
typedef enum
{
  BH_DOMAIN_ERROR_REFUSED,
  BH_DOMAIN_ERROR_INPUT,
  BH_DOMAIN_ERROR_HISTORY,
} BhDomainError;

#define BH_DOMAIN_ERROR (bh_domain_error_quark ())
GQuark bh_domain_error_quark (void);

/** bh_domain_refuse: sets %BH_DOMAIN_ERROR_REFUSED. Returns: FALSE, for `return bh_domain_refuse
 * (…)` */
gboolean bh_domain_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** bh_domain_reject_input: sets %BH_DOMAIN_ERROR_INPUT. Returns: FALSE */
gboolean bh_domain_reject_input (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
