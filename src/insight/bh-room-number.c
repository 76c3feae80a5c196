/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-room-number.h"

#include <string.h>

#define LEAST_DIGITS 3
#define DOOR_DIGITS 2

static int
get_digit (const char *c)
{
  return *c - '0';
}

/* The last run of digits of @name. */
static const char *
find_number (const char *name, gsize *length)
{
  const char *end = name + strlen (name);
  const char *begin;

  while (end > name && !g_ascii_isdigit (end[-1]))
    end--;
  begin = end;
  while (begin > name && g_ascii_isdigit (begin[-1]))
    begin--;
  *length = (gsize) (end - begin);

  return begin;
}

static gboolean
ends_with (const char *begin, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - begin) >= length && strncmp (end - length, word, length) == 0;
}

static gboolean
is_basement (const char *name, const char *number, gsize length)
{
  if (ends_with (name, number, "负") || ends_with (name, number, "地下"))
    return TRUE;
  /* "3-1203" is a room of building 3, "-101" one below the ground. */
  if (number - name == 1 && name[0] == '-')
    return TRUE;

  return length == LEAST_DIGITS && number > name && g_ascii_toupper (number[-1]) == 'B';
}

gboolean
bh_room_number_parse (const char *name, int *floor, char **door)
{
  g_autofree char *plain = NULL;
  const char *number, *last;
  gsize length, suffix;

  g_return_val_if_fail (name != NULL && floor != NULL && door != NULL, FALSE);

  /* Full-width digits and letters become plain ones. */
  plain = g_utf8_normalize (name, -1, G_NORMALIZE_NFKC);
  if (plain == NULL)
    return FALSE;
  number = find_number (plain, &length);
  if (length < LEAST_DIGITS)
    return FALSE;

  last = number + length - DOOR_DIGITS;
  *floor = get_digit (last - 1) + (length > LEAST_DIGITS ? 10 * get_digit (last - 2) : 0);
  if (*floor == 0)
    return FALSE;
  if (is_basement (plain, number, length))
    *floor = -*floor;
  suffix = g_ascii_isalpha (last[DOOR_DIGITS]) && !g_ascii_isalpha (last[DOOR_DIGITS + 1]) ? 1 : 0;
  *door = g_ascii_strup (last, (gssize) (DOOR_DIGITS + suffix));

  return TRUE;
}
