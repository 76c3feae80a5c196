/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-suggestion.h"

#include "base/bh-i18n.h"

/* A ticket without category is taken to be of the one that its text is like, if that is likely. */
#define MIN_CONFIDENCE 0.5

/**
 * BhVerbSuggestion:
 *
 * Lives in the main thread, as long as the form.
 */
struct _BhVerbSuggestion
{
  GObject parent_instance;

  BhDesk *desk;              /* (owned) */
  GWeakRef department;       /* BhField */
  GWeakRef person;           /* BhField */
  BhDispatchQuestion asked;  /* what was asked last */
  GCancellable *cancellable; /* (owned) (nullable): of the question under way */
  gboolean chose_department; /* somebody typed into the field */
  gboolean chose_person;
};

G_DEFINE_FINAL_TYPE (BhVerbSuggestion, bh_verb_suggestion, G_TYPE_OBJECT)

static void
show (BhField *field, const char *name, const BhHint *hint)
{
  /* Translators: why something is suggested, and how sure that is in percent */
  g_autofree char *note = g_strdup_printf (_ ("Suggested: %s (%d %%)"), hint->reason,
                                           (int) (hint->confidence * 100 + 0.5));
  g_autofree char *present = bh_field_dup_text (field);

  /* The cursor stays where it is in what is right already. */
  if (!g_str_equal (present, name))
    bh_field_set_text (field, name);
  bh_field_set_error (field, NULL);
  bh_field_set_note (field, note);
}

static void
show_hint (BhVerbSuggestion *self, BhDispatchHint *hint)
{
  g_autoptr (BhField) department = g_weak_ref_get (&self->department);
  g_autoptr (BhField) person = g_weak_ref_get (&self->person);
  BhOffice *office = bh_desk_get_office (self->desk);
  gint64 department_id
      = self->asked.department_id != 0 ? self->asked.department_id : hint->department.id;

  if (department == NULL || person == NULL)
    return;
  if (hint->department.id != 0 && !self->chose_department)
    show (department, bh_office_get_name (office, BH_TYPE_DEPARTMENT, hint->department.id),
          &hint->department);
  if (department_id != 0)
    bh_field_set_department (person, department_id);
  if (hint->person.id != 0 && !self->chose_person)
    show (person, bh_office_get_name (office, BH_TYPE_STAFF, hint->person.id), &hint->person);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree GWeakRef *asker = user_data;
  g_autoptr (BhVerbSuggestion) self = g_weak_ref_get (asker);
  g_autoptr (BhDispatchHint) hint
      = bh_suggester_find_holder_finish (BH_SUGGESTER (source), result, NULL);

  g_weak_ref_clear (asker);
  /* Without a suggestion the form is what it was. */
  if (self != NULL && hint != NULL)
    show_hint (self, hint);
}

static void
ask (BhVerbSuggestion *self)
{
  GWeakRef *asker = g_new0 (GWeakRef, 1);

  g_weak_ref_init (asker, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bh_suggester_find_holder_async (bh_desk_get_suggester (self->desk), &self->asked,
                                  self->cancellable, found_cb, asker);
}

/* Who was suggested is of the other department. */
static void
department_changed_cb (BhVerbSuggestion *self, BhField *field)
{
  g_autoptr (BhField) person = g_weak_ref_get (&self->person);
  g_autofree char *name = bh_field_dup_text (field);
  BhEntry *department
      = *name != '\0' ? bh_office_find (bh_desk_get_office (self->desk), BH_TYPE_DEPARTMENT, name)
                      : NULL;
  gint64 id = department != NULL ? bh_entry_get_id (department) : 0;

  self->chose_department = TRUE;
  bh_field_set_note (field, "");
  if (id == self->asked.department_id || person == NULL)
    return;
  if (!self->chose_person)
    {
      bh_field_set_text (person, NULL);
      bh_field_set_note (person, "");
    }
  self->asked.department_id = id;
  if (id != 0)
    ask (self);
}

static void
person_changed_cb (BhVerbSuggestion *self, BhField *field)
{
  self->chose_person = TRUE;
  bh_field_set_note (field, "");
}

static void
bh_verb_suggestion_dispose (GObject *object)
{
  BhVerbSuggestion *self = BH_VERB_SUGGESTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_verb_suggestion_parent_class)->dispose (object);
}

static void
bh_verb_suggestion_finalize (GObject *object)
{
  BhVerbSuggestion *self = BH_VERB_SUGGESTION (object);

  g_weak_ref_clear (&self->department);
  g_weak_ref_clear (&self->person);

  G_OBJECT_CLASS (bh_verb_suggestion_parent_class)->finalize (object);
}

static void
bh_verb_suggestion_class_init (BhVerbSuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_verb_suggestion_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_verb_suggestion_finalize;
}

static void
bh_verb_suggestion_init (BhVerbSuggestion *self)
{
  g_weak_ref_init (&self->department, NULL);
  g_weak_ref_init (&self->person, NULL);
}

static gint64
find_category (BhDesk *desk, BhTicket *ticket)
{
  g_auto (BhHint) hint = { 0 };

  if (ticket->category_id != 0)
    return ticket->category_id;
  bh_suggestion_find_category (bh_suggester_get_model (bh_desk_get_suggester (desk)),
                               bh_desk_get_office (desk), ticket->summary, ticket->description,
                               &hint);

  return hint.confidence >= MIN_CONFIDENCE ? hint.id : 0;
}

BhVerbSuggestion *
bh_verb_suggestion_new (BhDesk *desk, BhTicket *ticket, BhField *department, BhField *person)
{
  BhVerbSuggestion *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (BH_IS_FIELD (department), NULL);
  g_return_val_if_fail (BH_IS_FIELD (person), NULL);

  self = g_object_new (BH_TYPE_VERB_SUGGESTION, NULL);
  self->desk = g_object_ref (desk);
  g_weak_ref_set (&self->department, department);
  g_weak_ref_set (&self->person, person);
  self->asked.category_id = find_category (desk, ticket);
  self->asked.department_id = ticket->department_id;
  self->asked.concerns = ticket->concerns;
  bh_field_set_note (department, "");
  bh_field_set_note (person, "");
  g_signal_connect_object (department, "changed", G_CALLBACK (department_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ask (self);

  return self;
}
