/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-suggestion.h"

#include "base/bh-i18n.h"
#include "desk/bh-danger.h"
#include "ui/common/bh-picker.h"

/* Less sure than this is no help. */
#define MIN_CONFIDENCE 0.25

/**
 * BhIntakeSuggestion:
 *
 * Lives in the main thread: a guess takes microseconds.
 */
struct _BhIntakeSuggestion
{
  GObject parent_instance;

  BhDesk *desk;           /* (owned) */
  BhIntakeFields *fields; /* (owned) (nullable): until they go */
  BhSuggestionHint *hint; /* (not owned): lives as long as the fields */
  BhDangerHint *danger;   /* (not owned): likewise */
  gint64 category_id;     /* what is suggested, 0 for none */
  BhGrade grade;          /* BH_GRADE_NONE for none */
};

G_DEFINE_FINAL_TYPE (BhIntakeSuggestion, bh_intake_suggestion, G_TYPE_OBJECT)

static char *
dup_text (BhIntakeSuggestion *self, const char *key)
{
  return bh_intake_fields_dup_text (self->fields, key);
}

static void
set_ghost (BhIntakeSuggestion *self, const char *text)
{
  BhControl *control = bh_field_get_control (bh_intake_fields_get (self->fields, "category"));

  gtk_entry_set_placeholder_text (bh_picker_get_entry (BH_PICKER (control)), text);
}

static void
update_danger (BhIntakeSuggestion *self, const char *summary, const char *description)
{
  g_autofree char *grade = dup_text (self, "grade");
  const char *word = bh_danger_find_word (summary);

  if (word == NULL)
    word = bh_danger_find_word (description);
  if (bh_list_find (BH_LIST_GRADE, grade) == BH_GRADE_URGENT)
    word = NULL;
  bh_danger_hint_set_word (self->danger, word);
}

/* Only where nobody chose one. */
static void
suggest_category (BhIntakeSuggestion *self,
                  const char *summary,
                  const char *description,
                  BhHint *hint)
{
  BhSuggester *suggester = bh_desk_get_suggester (self->desk);
  g_autofree char *present = dup_text (self, "category");

  if (*present != '\0' || (*summary == '\0' && *description == '\0'))
    return;
  bh_suggester_start (suggester);
  bh_suggestion_find_category (bh_suggester_get_model (suggester), bh_desk_get_office (self->desk),
                               summary, description, hint);
  if (hint->confidence < MIN_CONFIDENCE)
    bh_hint_clear (hint);
}

static void
suggest_grade (BhIntakeSuggestion *self,
               gint64 category_id,
               const char *summary,
               const char *description,
               BhHint *hint)
{
  g_autofree char *present = dup_text (self, "grade");
  g_autofree char *chosen = bh_intake_fields_dup_typed (self->fields, "grade");

  if (*chosen != '\0')
    return;
  bh_suggestion_find_grade (bh_desk_get_office (self->desk), category_id, summary, description,
                            hint);
  if (hint->id == bh_list_find (BH_LIST_GRADE, present))
    bh_hint_clear (hint);
}

static char *
dup_what (BhIntakeSuggestion *self)
{
  const char *grade = bh_list_get_label (BH_LIST_GRADE, (int) self->grade);
  const char *category
      = bh_office_get_name (bh_desk_get_office (self->desk), BH_TYPE_CATEGORY, self->category_id);

  if (self->category_id == 0 && self->grade == BH_GRADE_NONE)
    return NULL;
  if (self->category_id == 0)
    return g_strdup (grade);
  if (self->grade == BH_GRADE_NONE)
    return g_strdup (category);

  return g_strdup_printf ("%s · %s", category, grade);
}

/* Of both the category's reason, which is the less plain one. */
static char *
dup_why (const BhHint *category, const BhHint *grade)
{
  const BhHint *hint = category->id != 0 ? category : grade;

  if (hint->id == 0)
    return NULL;

  /* Translators: how sure a suggestion is in percent, and its reason */
  return g_strdup_printf (_ ("%d %% sure, %s"), (int) (hint->confidence * 100 + 0.5), hint->reason);
}

void
bh_intake_suggestion_update (BhIntakeSuggestion *self)
{
  g_auto (BhHint) category = { 0 };
  g_auto (BhHint) grade = { 0 };
  g_autofree char *summary = NULL;
  g_autofree char *description = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *what = NULL;
  g_autofree char *why = NULL;
  BhEntry *present;

  g_return_if_fail (BH_IS_INTAKE_SUGGESTION (self));

  if (self->fields == NULL)
    return;
  summary = dup_text (self, "summary");
  description = dup_text (self, "description");
  typed = dup_text (self, "category");
  present = *typed != '\0'
                ? bh_office_find (bh_desk_get_office (self->desk), BH_TYPE_CATEGORY, typed)
                : NULL;
  suggest_category (self, summary, description, &category);
  suggest_grade (self,
                 category.id != 0 || present == NULL ? category.id : bh_entry_get_id (present),
                 summary, description, &grade);
  self->category_id = category.id;
  self->grade = (BhGrade) grade.id;
  what = dup_what (self);
  why = dup_why (&category, &grade);
  bh_suggestion_hint_set (self->hint, what, why);
  set_ghost (self, category.id != 0 ? bh_office_get_name (bh_desk_get_office (self->desk),
                                                          BH_TYPE_CATEGORY, category.id)
                                    : NULL);
  update_danger (self, summary, description);
}

gboolean
bh_intake_suggestion_accept (BhIntakeSuggestion *self)
{
  gint64 category_id;
  BhGrade grade;

  g_return_val_if_fail (BH_IS_INTAKE_SUGGESTION (self), FALSE);

  category_id = self->category_id;
  grade = self->grade;
  if (self->fields == NULL || (category_id == 0 && grade == BH_GRADE_NONE))
    return FALSE;

  if (category_id != 0)
    {
      g_autofree char *path
          = bh_office_get_category_path (bh_desk_get_office (self->desk), category_id);

      bh_intake_fields_set (self->fields, "category", path);
    }
  if (grade != BH_GRADE_NONE)
    bh_intake_fields_set (self->fields, "grade", bh_list_get_code (BH_LIST_GRADE, (int) grade));

  return TRUE;
}

static void
accepted_cb (BhIntakeSuggestion *self)
{
  bh_intake_suggestion_accept (self);
}

static void
urgent_accepted_cb (BhIntakeSuggestion *self)
{
  if (self->fields != NULL)
    bh_intake_fields_set (self->fields, "grade", bh_list_get_code (BH_LIST_GRADE, BH_GRADE_URGENT));
}

static void
bh_intake_suggestion_dispose (GObject *object)
{
  BhIntakeSuggestion *self = BH_INTAKE_SUGGESTION (object);

  bh_intake_suggestion_clear (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_intake_suggestion_parent_class)->dispose (object);
}

static void
bh_intake_suggestion_class_init (BhIntakeSuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_intake_suggestion_dispose;
}

static void
bh_intake_suggestion_init (BhIntakeSuggestion *self)
{
}

BhIntakeSuggestion *
bh_intake_suggestion_new (BhDesk *desk,
                          BhIntakeFields *fields,
                          BhSuggestionHint *hint,
                          BhDangerHint *danger)
{
  BhIntakeSuggestion *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_INTAKE_FIELDS (fields), NULL);
  g_return_val_if_fail (BH_IS_SUGGESTION_HINT (hint), NULL);
  g_return_val_if_fail (BH_IS_DANGER_HINT (danger), NULL);

  self = g_object_new (BH_TYPE_INTAKE_SUGGESTION, NULL);
  self->desk = g_object_ref (desk);
  self->fields = g_object_ref (fields);
  self->hint = hint;
  self->danger = danger;
  g_signal_connect_object (hint, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (danger, "accepted", G_CALLBACK (urgent_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_suggester (desk), "learned",
                           G_CALLBACK (bh_intake_suggestion_update), self, G_CONNECT_SWAPPED);

  return self;
}

void
bh_intake_suggestion_clear (BhIntakeSuggestion *self)
{
  g_return_if_fail (BH_IS_INTAKE_SUGGESTION (self));

  g_clear_object (&self->fields);
}
