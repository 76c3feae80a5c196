/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What outsiders may see of people: for papers on the notice board and for the public profile of
 * workbook and ledger. Each keeps enough to recognise oneself and too little to find somebody
 * else. Free text (summary, description, notes) cannot be masked: it is left out. */

/**
 * bh_mask_name:
 * @name: (nullable): UTF-8
 *
 * The first letter and two asterisks, however long the name is: "张**", "J**". What does not begin
 * with a letter (a number typed as a name) shows nothing but the asterisks.
 *
 * Returns: (transfer full): "" for %NULL and blanks
 */
char *bh_mask_name (const char *name);

/**
 * bh_mask_phone:
 * @phone: (nullable): UTF-8; digits with any signs between them
 *
 * The first three and the last four digits of a mobile phone, "138****5678", the country's code
 * left out. Longer numbers likewise. Of 7 to 10 digits (a landline without its code) four after the
 * second are hidden, "62****78"; of a shorter number, an extension or none, everything, "****".
 *
 * Returns: (transfer full): "" for %NULL and blanks
 */
char *bh_mask_phone (const char *phone);

/**
 * bh_mask_place:
 * @place: (nullable): UTF-8; the path of a place ("3栋2单元301") or the free text of a ticket
 *
 * The building that @place names, with its phase or quarter: "一期3栋". Unit, floor, room and every
 * other word are left out, since free text may hold a name.
 *
 * Returns: (transfer full) (nullable): %NULL where @place names no building; show the community
 */
char *bh_mask_place (const char *place);

G_END_DECLS
