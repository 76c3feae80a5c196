/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-choices.h"

#include "base/bh-i18n.h"

typedef struct
{
  const char *name;
  int score;
  guint position;
} Choice;

/* How many characters of @text stand in @name too, those of the common beginning twice. */
static int
rate (const char *name, const char *text)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  const char *in_name = folded_name;
  gboolean common = TRUE;
  int score = 0;

  for (const char *p = folded_text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      common = common && *in_name != '\0' && g_utf8_get_char (in_name) == c;
      if (common)
        in_name = g_utf8_next_char (in_name);
      if (g_utf8_strchr (folded_name, -1, c) != NULL)
        score += common ? 2 : 1;
    }

  return score;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const Choice *left = a, *right = b;

  if (left->score != right->score)
    return right->score - left->score;
  return left->position < right->position ? -1 : left->position > right->position;
}

char *
bh_verb_choices_join (GPtrArray *names, const char *text)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      Choice choice = { name, names->len > BH_MAX_CHOICES ? rate (name, text) : 0, i };

      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);

  for (guint i = 0; i < MIN (choices->len, BH_MAX_CHOICES); i++)
    {
      if (i > 0)
        g_string_append (joined, _ (", "));
      g_string_append (joined, g_array_index (choices, Choice, i).name);
    }
  if (choices->len > BH_MAX_CHOICES)
    g_string_append (joined, _ (", …"));
  if (choices->len == 0)
    g_string_append (joined, _ ("none yet"));

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
name_entry (BhOffice *office, BhEntry *entry)
{
  if (BH_IS_CATEGORY (entry))
    return bh_office_get_category_path (office, bh_entry_get_id (entry));
  if (BH_IS_CAUSE (entry) || BH_IS_CHANNEL (entry))
    return g_strdup_printf ("%s (%s)", bh_entry_get_code (entry), bh_entry_get_name (entry));

  return g_strdup (bh_entry_get_name (entry));
}

char *
bh_verb_choices_of (BhOffice *office, GType type, gint64 department_id, const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *entries = bh_office_list (office, type);

  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);

      if (bh_entry_is_retired (entry))
        continue;
      if (BH_IS_STAFF (entry) && department_id != 0
          && BH_STAFF (entry)->department_id != department_id)
        continue;
      g_ptr_array_add (names, name_entry (office, entry));
    }

  return bh_verb_choices_join (names, text);
}
