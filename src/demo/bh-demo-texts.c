/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-texts-private.h"

#include <string.h>

const BhDemoTop *
bh_demo_texts_get_tops (void)
{
  static BhDemoTop tops[BH_DEMO_N_TOPS];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      tops[0] = bh_demo_texts_repair;
      tops[1] = bh_demo_texts_communication;
      tops[2] = bh_demo_texts_fees;
      tops[3] = bh_demo_texts_environment;
      tops[4] = bh_demo_texts_order;
      tops[5] = bh_demo_texts_facilities;
      g_once_init_leave (&ready, 1);
    }

  return tops;
}

const BhDemoPhrases *
bh_demo_texts_get_phrases (void)
{
  return &bh_demo_texts_phrases;
}

static gboolean
is_slot (const char *name, gsize length, const char *slot)
{
  return strlen (slot) == length && strncmp (name, slot, length) == 0;
}

static void
append_slot (GString *text, const char *name, gsize length, const BhDemoSlots *slots)
{
  if (is_slot (name, length, "thing"))
    g_string_append (text, slots->thing);
  else if (is_slot (name, length, "spot"))
    g_string_append (text, slots->spot);
  else if (is_slot (name, length, "place"))
    g_string_append (text, slots->place);
  else if (is_slot (name, length, "since"))
    g_string_append (text, slots->since);
  else if (is_slot (name, length, "person"))
    g_string_append (text, slots->person);
  else if (is_slot (name, length, "month"))
    g_string_append (text, slots->month);
  else if (is_slot (name, length, "amount"))
    g_string_append (text, slots->amount);
  else if (is_slot (name, length, "floor"))
    g_string_append_printf (text, "%u", slots->floor);
  else if (is_slot (name, length, "days"))
    g_string_append_printf (text, "%u", slots->days);
  else if (is_slot (name, length, "times"))
    g_string_append_printf (text, "%u", slots->times);
  else
    g_error ("the demo texts have no slot “%.*s”", (int) length, name);
}

char *
bh_demo_texts_fill (const char *template, const BhDemoSlots *slots)
{
  GString *text;

  g_return_val_if_fail (template != NULL, NULL);
  g_return_val_if_fail (slots != NULL, NULL);

  text = g_string_sized_new (strlen (template) + 32);
  while (*template != '\0')
    {
      gsize plain = strcspn (template, "{");

      g_string_append_len (text, template, (gssize) plain);
      template += plain;
      if (*template == '{')
        {
          gsize length = strcspn (template, "}");

          append_slot (text, template + 1, length - 1, slots);
          template += length + 1;
        }
    }

  return g_string_free (text, FALSE);
}

guint
bh_demo_texts_count (const char *const *texts)
{
  return texts == NULL ? 0 : g_strv_length ((char **) texts);
}
