/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-caller.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/common/bh-place-text.h"
#include "ui/intake/bh-caller-lookup.h"

/**
 * BhIntakeCaller:
 *
 * What somebody typed is asked for; what is found fills only fields that nobody typed into.
 */
struct _BhIntakeCaller
{
  GObject parent_instance;

  BhDesk *desk;           /* (owned) */
  BhIntakeForm *form;     /* (owned) */
  BhHouseholdCard *card;  /* (owned) */
  BhCallerLookup *lookup; /* (owned) */
};

G_DEFINE_FINAL_TYPE (BhIntakeCaller, bh_intake_caller, G_TYPE_OBJECT)

typedef enum
{
  KNOWN,
  FAILED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
show_repeat (BhIntakeCaller *self)
{
  g_autofree char *number
      = bh_intake_fields_dup_text (bh_intake_form_get_fields (self->form), "repeat-of");

  bh_household_card_set_repeat (self->card, number);
}

static void
repeat_cb (BhIntakeCaller *self, BhTicketRow *ticket)
{
  BhIntakeFields *fields = bh_intake_form_get_fields (self->form);
  g_autofree char *present = bh_intake_fields_dup_text (fields, "repeat-of");

  bh_intake_fields_set (fields, "repeat-of",
                        g_str_equal (present, ticket->number) ? NULL : ticket->number);
}

static void
caller_cb (BhIntakeCaller *self, BhContact *contact)
{
  BhIntakeFields *fields = bh_intake_form_get_fields (self->form);

  bh_intake_fields_set (fields, "contact", bh_entry_get_name (BH_ENTRY (contact)));
  if (contact->phone != NULL)
    bh_intake_fields_set (fields, "phone", contact->phone);
  bh_intake_form_focus (self->form, "summary");
}

/* Who has the phone; where only a room is known, who lives there alone. */
static BhContact *
find_caller (BhHousehold *household, const char *phone)
{
  g_autofree char *digits = bh_text_digits (phone);

  for (guint i = 0; *digits != '\0' && i < household->contacts->len; i++)
    {
      BhContact *contact = g_ptr_array_index (household->contacts, i);

      if (g_strcmp0 (contact->phone, digits) == 0)
        return contact;
    }
  if (*digits == '\0' && household->contacts->len == 1)
    return g_ptr_array_index (household->contacts, 0);

  return NULL;
}

static void
show_who (BhIntakeCaller *self, BhCaller *found, BhContact *contact, const char *place)
{
  g_autofree char *description = contact != NULL ? bh_contact_dup_description (contact) : NULL;

  if (description == NULL && found != NULL && found->place == NULL && *place != '\0')
    bh_intake_form_set_who (self->form,
                            _ ("This place is not in the register; its words are kept."));
  else
    bh_intake_form_set_who (self->form, description);
}

/* What the office knows goes into the fields that nobody filled. */
static void
fill_in (BhIntakeCaller *self, BhCaller *found)
{
  BhIntakeFields *fields = bh_intake_form_get_fields (self->form);
  g_autofree char *phone = bh_intake_fields_dup_typed (fields, "phone");
  g_autofree char *place = bh_intake_fields_dup_typed (fields, "place");
  BhHousehold *household = found != NULL ? found->household : NULL;
  BhContact *contact = household != NULL ? find_caller (household, phone) : NULL;
  g_autofree char *room = NULL;

  if (household != NULL && household->room != NULL)
    room = bh_place_text_dup (bh_desk_get_office (self->desk), household->room);
  if (*place == '\0')
    bh_intake_fields_fill (fields, "place", room);
  if (*phone == '\0')
    bh_intake_fields_fill (fields, "phone", contact != NULL ? contact->phone : NULL);
  bh_intake_fields_fill (fields, "contact",
                         contact != NULL ? bh_entry_get_name (BH_ENTRY (contact)) : NULL);
  show_who (self, found, contact, place);
}

static void
found_cb (BhIntakeCaller *self, BhCaller *found)
{
  bh_household_card_show (self->card, found != NULL ? found->household : NULL,
                          bh_desk_get_office (self->desk),
                          bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk))));
  show_repeat (self);
  fill_in (self, found);
  g_signal_emit (self, signals[KNOWN], 0);
}

static void
failed_cb (BhIntakeCaller *self, GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
edited_cb (BhIntakeCaller *self, const char *key)
{
  if (g_str_equal (key, "phone") || g_str_equal (key, "place"))
    bh_intake_caller_ask (self);
  if (g_str_equal (key, "repeat-of"))
    show_repeat (self);
}

static void
bh_intake_caller_dispose (GObject *object)
{
  BhIntakeCaller *self = BH_INTAKE_CALLER (object);

  g_clear_object (&self->lookup);
  g_clear_object (&self->card);
  g_clear_object (&self->form);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_intake_caller_parent_class)->dispose (object);
}

static void
bh_intake_caller_class_init (BhIntakeCallerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_intake_caller_dispose;

  signals[KNOWN] = g_signal_new ("known", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_intake_caller_init (BhIntakeCaller *self)
{
}

BhIntakeCaller *
bh_intake_caller_new (BhDesk *desk, BhIntakeForm *form, BhHouseholdCard *card)
{
  BhIntakeCaller *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_INTAKE_FORM (form), NULL);
  g_return_val_if_fail (BH_IS_HOUSEHOLD_CARD (card), NULL);

  self = g_object_new (BH_TYPE_INTAKE_CALLER, NULL);
  self->desk = g_object_ref (desk);
  self->form = g_object_ref (form);
  self->card = g_object_ref (card);
  self->lookup = bh_caller_lookup_new (bh_desk_get_store (desk));
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "caller", G_CALLBACK (caller_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "repeat", G_CALLBACK (repeat_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lookup, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lookup, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
bh_intake_caller_ask (BhIntakeCaller *self)
{
  BhIntakeFields *fields;
  g_autofree char *phone = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (BH_IS_INTAKE_CALLER (self));

  fields = bh_intake_form_get_fields (self->form);
  phone = bh_intake_fields_dup_typed (fields, "phone");
  place = bh_intake_fields_dup_typed (fields, "place");
  bh_caller_lookup_ask (self->lookup, phone, place);
}

gboolean
bh_intake_caller_hurry (BhIntakeCaller *self)
{
  g_return_val_if_fail (BH_IS_INTAKE_CALLER (self), FALSE);

  return bh_caller_lookup_hurry (self->lookup);
}

void
bh_intake_caller_refresh (BhIntakeCaller *self)
{
  g_return_if_fail (BH_IS_INTAKE_CALLER (self));

  bh_caller_lookup_refresh (self->lookup);
}
