/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-today.h"

G_BEGIN_DECLS

/**
 * bh_today_make_section:
 * @section: cleared; its kind, filter and order are filled in
 * @today: whose day, at which instant, since which look
 *
 * What a section asks for.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT
 */
gboolean bh_today_make_section (
    BhTodaySection *section, BhTodayKind kind, BhToday *today, BhOffice *office, GError **error);

G_END_DECLS
