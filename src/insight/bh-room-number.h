/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bh_room_number_parse:
 * @name: of a room: "1203", "301室", "B101"
 * @floor: (out): 1 and up; below 0 for basements
 * @door: (out) (transfer full): what tells it from the others of its floor: "03", "03A"
 *
 * A room's floor and its number on the floor, as they are written on doors here: the last run of
 * digits in the name is the number; its last two digits are the door and the one or two before them
 * the floor. What stands before those four is the unit or building and left out ("10301" is floor
 * 3, door 01). One letter directly behind belongs to the door ("1203A"). "负", "地下" or a minus
 * directly before the digits mean a basement, "B" as well where three digits follow ("B101", but
 * "B1203" is the twelfth floor of building B). Names with fewer than three digits, as of shops
 * ("商铺5"), and a floor 0 tell no floor.
 *
 * Returns: FALSE where the name tells no floor
 */
gboolean bh_room_number_parse (const char *name, int *floor, char **door);

G_END_DECLS
