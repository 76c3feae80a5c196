/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"

G_BEGIN_DECLS

/** bh_place_text_dup: Returns: (transfer full): @place as forms write it and as the verbs read it:
 * its community and its path, since the path alone is the same in many communities */
char *bh_place_text_dup (BhOffice *office, BhPlace *place);

G_END_DECLS
