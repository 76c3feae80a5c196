/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-suggestion.h"

#include "base/bh-i18n.h"
#include "desk/bh-danger.h"
#include "storage/bh-suggestion-queries.h"

#define MEMORY_DAYS (2 * 365)
#define MAX_GUESSES 8
#define MAX_WORDS 3
/* Words of danger are certain as far as words go. */
#define DANGER_CONFIDENCE 0.95
#define USUAL_CONFIDENCE 0.8

void
bh_hint_clear (BhHint *hint)
{
  hint->id = 0;
  hint->confidence = 0;
  g_clear_pointer (&hint->reason, g_free);
}

static gboolean
is_in_use (BhOffice *office, gint64 category_id)
{
  BhEntry *category = bh_office_get (office, BH_TYPE_CATEGORY, category_id);

  return category != NULL && !bh_entry_is_retired (category);
}

/* The name of a category is a text about it. */
static void
add_names (GArray *samples, BhOffice *office)
{
  GPtrArray *categories = bh_office_list (office, BH_TYPE_CATEGORY);

  for (guint i = 0; i < categories->len; i++)
    {
      BhCategory *category = g_ptr_array_index (categories, i);
      BhSample sample = { bh_entry_get_name (BH_ENTRY (category)), NULL,
                          bh_entry_get_id (BH_ENTRY (category)) };

      if (bh_entry_is_retired (BH_ENTRY (category)))
        continue;
      if (category->parent_id != 0)
        sample.description = bh_office_get_name (office, BH_TYPE_CATEGORY, category->parent_id);
      g_array_append_val (samples, sample);
    }
}

BhClassifier *
bh_suggestion_train (BhConnection *connection,
                     BhOffice *office,
                     gint64 now,
                     guint limit,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (BhSample));
  g_autoptr (GPtrArray) examples = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  add_names (samples, office);
  if (connection != NULL)
    {
      examples = bh_suggestion_list_examples (connection, now - MEMORY_DAYS * G_TIME_SPAN_DAY,
                                              limit, error);
      if (examples == NULL)
        return NULL;
    }
  for (guint i = 0; examples != NULL && i < examples->len; i++)
    {
      BhExample *example = g_ptr_array_index (examples, i);
      BhSample sample = { example->summary, example->description, example->category_id };

      if (is_in_use (office, sample.label))
        g_array_append_val (samples, sample);
    }

  return bh_classifier_train ((BhSample *) (gpointer) samples->data, samples->len, cancellable,
                              error);
}

static char *
dup_words_reason (char **words)
{
  g_autofree char *joined = g_strjoinv (_ (", "), words);

  if (*joined == '\0')
    return g_strdup (_ ("like earlier tickets"));

  /* Translators: words of a text: "because of “lift, trapped”" */
  return g_strdup_printf (_ ("because of “%s”"), joined);
}

void
bh_suggestion_find_category (BhClassifier *model,
                             BhOffice *office,
                             const char *summary,
                             const char *description,
                             BhHint *hint)
{
  BhGuess guesses[MAX_GUESSES];
  guint n = 0;

  g_return_if_fail (BH_IS_OFFICE (office));
  g_return_if_fail (hint != NULL);

  *hint = (BhHint){ 0 };
  if (model != NULL)
    n = bh_classifier_guess (model, summary, description, guesses, MAX_GUESSES);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) words = NULL;

      if (!is_in_use (office, guesses[i].label))
        continue;
      hint->id = guesses[i].label;
      hint->confidence = guesses[i].confidence;
      words = bh_classifier_explain (model, summary, description, hint->id, MAX_WORDS);
      hint->reason = dup_words_reason (words);
      return;
    }
}

void
bh_suggestion_find_grade (BhOffice *office,
                          gint64 category_id,
                          const char *summary,
                          const char *description,
                          BhHint *hint)
{
  BhCategory *category;
  const char *word;

  g_return_if_fail (BH_IS_OFFICE (office));
  g_return_if_fail (hint != NULL);

  *hint = (BhHint){ 0 };
  word = bh_danger_find_word (summary);
  if (word == NULL)
    word = bh_danger_find_word (description);
  if (word != NULL)
    {
      hint->id = BH_GRADE_URGENT;
      hint->confidence = DANGER_CONFIDENCE;
      /* Translators: a word of danger that was typed */
      hint->reason = g_strdup_printf (_ ("“%s” may be dangerous"), word);
      return;
    }

  category = bh_office_get (office, BH_TYPE_CATEGORY, category_id);
  if (category == NULL || category->grade == BH_GRADE_NONE)
    return;
  hint->id = category->grade;
  hint->confidence = USUAL_CONFIDENCE;
  /* Translators: a category */
  hint->reason = g_strdup_printf (_ ("usual for “%s”"), bh_entry_get_name (BH_ENTRY (category)));
}
