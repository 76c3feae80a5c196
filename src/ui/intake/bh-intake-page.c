/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-page.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-place-text.h"
#include "ui/common/bh-focus.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-side-layout.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/intake/bh-intake-caller.h"
#include "ui/intake/bh-intake-inputs.h"
#include "ui/intake/bh-intake-side.h"

#include <adwaita.h>

#define FORM_WIDTH 760
#define CARD_WIDTH 320
#define SPACING 24
#define TOAST_SECONDS 8
/* The draft's name among the forms of the ticket 0, which is not there yet. */
#define DRAFT "new"

/**
 * BhIntakePage:
 *
 * CSS nodes: `intakepage` with the form, the card and a bar of buttons. Where there is no room for
 * both side by side, the card stands below the form.
 */
struct _BhIntakePage
{
  GtkWidget parent_instance;

  BhDesk *desk;           /* (owned) */
  BhDrafts *drafts;       /* (owned) */
  BhIntakeCaller *caller; /* (owned) */
  GtkWidget *content;     /* (owned by the template), and all below */
  AdwToastOverlay *toasts;
  GtkRevealer *restored;
  GtkBox *columns;
  GtkLabel *problem;
  BhIntakeForm *form;
  BhIntakeSide *side;
  GtkButton *notice;
  GtkWidget *form_focus; /* (weak) (nullable): where the cursor was before F6 */
  BhPayload *discarded;  /* (owned) (nullable): what was discarded last */
  char *waiting;         /* (owned) (nullable): field to advance from once it is known who calls */
  gboolean busy;         /* a ticket is being registered */
  gboolean again;        /* the caller stays for the next one */
  gboolean served;       /* the caller was helped by a reminder */
};

G_DEFINE_FINAL_TYPE (BhIntakePage, bh_intake_page, GTK_TYPE_WIDGET)

typedef enum
{
  OPEN_TICKET,
  REGISTERED,
  LEFT,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gint64
get_now (BhIntakePage *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static void
set_problem (BhIntakePage *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
keep_draft (BhIntakePage *self)
{
  g_autoptr (BhPayload) inputs = NULL;

  if (!bh_intake_form_is_empty (self->form))
    inputs = bh_intake_form_dup_inputs (self->form);
  bh_drafts_set (self->drafts, 0, DRAFT, inputs);
}

static void
edited_cb (BhIntakePage *self, const char *key)
{
  set_problem (self, NULL);
  self->served = FALSE;
  keep_draft (self);
}

/* @target: (nullable): floating */
static void
show_toast (
    BhIntakePage *self, const char *text, const char *button, const char *action, GVariant *target)
{
  AdwToast *toast = bh_message_new_toast (text);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  bh_message_replace_toast (self->toasts, toast);
}

static void
clear (BhIntakePage *self, gboolean keep_caller)
{
  bh_intake_form_reset (self->form, keep_caller);
  gtk_revealer_set_reveal_child (self->restored, FALSE);
  set_problem (self, NULL);
  self->served = FALSE;
  keep_draft (self);
  bh_intake_caller_ask (self->caller);
  bh_intake_side_ask (self->side);
  bh_intake_form_focus (self->form, keep_caller ? "summary" : "phone");
}

static void
registered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhIntakePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = bh_desk_do_finish (BH_DESK (source), result, &error);
  g_autofree char *text = NULL;

  self->busy = FALSE;
  if (ticket == NULL)
    {
      set_problem (self, error->message);
      return;
    }

  clear (self, self->again);
  bh_drafts_flush (self->drafts);
  bh_intake_caller_refresh (self->caller);
  text = bh_intake_dup_registered (ticket, bh_desk_get_office (self->desk));
  show_toast (self, text, _ ("_Open"), "intake.open", g_variant_new_int64 (ticket->id));
  g_signal_emit (self, signals[REGISTERED], 0, ticket->id);
}

static void
register_ticket (BhIntakePage *self, gboolean again)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  g_autoptr (BhPayload) typed = bh_intake_form_dup_inputs (self->form);
  g_autoptr (GHashTable) errors = bh_intake_inputs_check (typed, office, get_now (self));
  g_autoptr (BhPayload) inputs = NULL;

  if (self->busy)
    return;
  set_problem (self, NULL);
  bh_intake_form_show_errors (self->form, errors);
  if (g_hash_table_size (errors) > 0)
    return;

  self->busy = TRUE;
  self->again = again;
  inputs = bh_intake_inputs_finish (typed, office);
  bh_desk_do_async (self->desk, BH_VERB_NEW, 0, inputs, 0, NULL, registered_cb,
                    g_object_ref (self));
}

static void
register_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  register_ticket (BH_INTAKE_PAGE (widget), g_str_equal (name, "intake.register-next"));
}

static void
submitted_cb (BhIntakePage *self)
{
  register_ticket (self, FALSE);
}

/* One click is no reason to lose what was typed. */
static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhIntakePage *self = BH_INTAKE_PAGE (widget);
  gboolean empty = bh_intake_form_is_empty (self->form);

  g_clear_pointer (&self->discarded, bh_payload_unref);
  self->discarded = bh_intake_form_dup_inputs (self->form);
  clear (self, FALSE);
  if (!empty)
    show_toast (self, _ ("What was typed is discarded"), _ ("_Undo"), "intake.restore", NULL);
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhIntakePage *self = BH_INTAKE_PAGE (widget);

  if (self->discarded == NULL || !bh_intake_form_is_empty (self->form))
    return;
  bh_intake_form_set_inputs (self->form, self->discarded);
  g_clear_pointer (&self->discarded, bh_payload_unref);
  keep_draft (self);
  bh_intake_caller_ask (self->caller);
  bh_intake_form_focus (self->form, "summary");
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  g_signal_emit (widget, signals[OPEN_TICKET], 0, g_variant_get_int64 (id));
}

/* While a ticket is being registered no key may get in between: it would be lost with the form. */
static gboolean
key_pressed_cb (BhIntakePage *self)
{
  return self->busy;
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
switch_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhIntakePage *self = BH_INTAKE_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side)))
    {
      if (!bh_focus_return (self->form_focus))
        bh_intake_form_focus (self->form, "phone");
      return;
    }
  g_set_weak_pointer (&self->form_focus, focus);
  bh_intake_side_focus (self->side);
}

/* The caller's matter is in the books already. */
static void
served_cb (BhIntakePage *self, BhTicket *ticket, gboolean joined)
{
  g_autofree char *text = NULL;

  if (joined)
    clear (self, FALSE);
  self->served = TRUE;
  set_problem (self, NULL);
  bh_intake_caller_refresh (self->caller);
  /* Translators: a ticket's number */
  text = g_strdup_printf (joined ? _ ("Joined: %s") : _ ("The reminder is recorded: %s"),
                          ticket->number);
  show_toast (self, text, _ ("_Open"), "intake.open", g_variant_new_int64 (ticket->id));
}

static void
open_ticket_cb (BhIntakePage *self, gint64 ticket_id)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0, ticket_id);
}

static void
go_on (BhIntakePage *self)
{
  g_autofree char *key = g_steal_pointer (&self->waiting);

  if (key != NULL)
    bh_intake_form_advance (self->form, key);
}

static void
known_cb (BhIntakePage *self)
{
  keep_draft (self);
  bh_intake_side_ask (self->side);
  go_on (self);
}

static void
failed_cb (BhIntakePage *self, GError *error)
{
  set_problem (self, error->message);
  go_on (self);
}

/* Who is known need not be asked: Enter waits for the few milliseconds that the look-up takes. */
static gboolean
advancing_cb (BhIntakePage *self, const char *key)
{
  if (!g_str_equal (key, "phone") && !g_str_equal (key, "place"))
    return FALSE;
  if (!bh_intake_caller_hurry (self->caller))
    return FALSE;
  g_free (self->waiting);
  self->waiting = g_strdup (key);

  return TRUE;
}

static void
bh_intake_page_dispose (GObject *object)
{
  BhIntakePage *self = BH_INTAKE_PAGE (object);

  g_clear_weak_pointer (&self->form_focus);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->caller);
  g_clear_object (&self->drafts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_intake_page_parent_class)->dispose (object);
}

static void
bh_intake_page_finalize (GObject *object)
{
  BhIntakePage *self = BH_INTAKE_PAGE (object);

  g_free (self->waiting);
  g_clear_pointer (&self->discarded, bh_payload_unref);

  G_OBJECT_CLASS (bh_intake_page_parent_class)->finalize (object);
}

static void
bh_intake_page_class_init (BhIntakePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_intake_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_intake_page_finalize;

  signals[OPEN_TICKET] = g_signal_new ("open-ticket", BH_TYPE_INTAKE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REGISTERED] = g_signal_new ("registered", BH_TYPE_INTAKE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  signals[LEFT] = g_signal_new ("left", BH_TYPE_INTAKE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "intake.register", NULL, register_cb);
  gtk_widget_class_install_action (widget_class, "intake.register-next", NULL, register_cb);
  gtk_widget_class_install_action (widget_class, "intake.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "intake.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "intake.switch", NULL, switch_pane_cb);
  gtk_widget_class_install_action (widget_class, "intake.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "intake.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "intake.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "intake.register", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "intake.register", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "intake.register-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "intake.switch", NULL);

  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-intake-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhIntakePage, content);
  gtk_widget_class_bind_template_child (widget_class, BhIntakePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhIntakePage, restored);
  gtk_widget_class_bind_template_child (widget_class, BhIntakePage, columns);
  gtk_widget_class_bind_template_child (widget_class, BhIntakePage, problem);
  gtk_widget_class_bind_template_child (widget_class, BhIntakePage, notice);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "intakepage");
}

static void
bh_intake_page_init (BhIntakePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
connect_parts (BhIntakePage *self)
{
  const struct
  {
    gpointer part;
    const char *signal;
    GCallback callback;
  } connections[] = {
    { self->form, "edited", G_CALLBACK (edited_cb) },
    { self->form, "advancing", G_CALLBACK (advancing_cb) },
    { self->form, "submitted", G_CALLBACK (submitted_cb) },
    { self->side, "open-ticket", G_CALLBACK (open_ticket_cb) },
    { self->side, "served", G_CALLBACK (served_cb) },
    { self->side, "failed", G_CALLBACK (failed_cb) },
    { self->caller, "known", G_CALLBACK (known_cb) },
    { self->caller, "failed", G_CALLBACK (failed_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].part, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
}

static void
restore_draft (BhIntakePage *self)
{
  g_autoptr (BhPayload) draft = bh_drafts_get (self->drafts, 0, DRAFT);

  if (draft == NULL)
    return;
  bh_intake_form_set_inputs (self->form, draft);
  gtk_revealer_set_reveal_child (self->restored, TRUE);
  bh_intake_caller_ask (self->caller);
  bh_intake_side_ask (self->side);
}

GtkWidget *
bh_intake_page_new (BhDesk *desk, BhDrafts *drafts)
{
  BhIntakePage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_INTAKE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  self->form = BH_INTAKE_FORM (bh_intake_form_new (desk));
  self->side = BH_INTAKE_SIDE (bh_intake_side_new (desk, self->form, self->notice));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->columns),
                                 bh_side_layout_new (SPACING, FORM_WIDTH, CARD_WIDTH));
  gtk_widget_set_parent (GTK_WIDGET (self->form), GTK_WIDGET (self->columns));
  gtk_widget_set_parent (GTK_WIDGET (self->side), GTK_WIDGET (self->columns));
  self->caller = bh_intake_caller_new (desk, self->form, bh_intake_side_get_card (self->side));
  connect_parts (self);
  restore_draft (self);

  return GTK_WIDGET (self);
}

/* A caller whose matter was never typed is hardly on the phone still. */
static gboolean
is_stale (BhIntakePage *self)
{
  g_autoptr (BhPayload) inputs = bh_intake_form_dup_inputs (self->form);
  gint64 opened = bh_payload_get_int (inputs, BH_INTAKE_OPENED);

  return !bh_intake_form_has_matter (self->form)
         && get_now (self) - opened > BH_BACKFILL_SECONDS * BH_USEC_PER_SEC;
}

void
bh_intake_page_begin (BhIntakePage *self)
{
  g_return_if_fail (BH_IS_INTAKE_PAGE (self));

  /* Who was only reminded of a ticket has hung up. */
  if (self->served && !bh_intake_form_has_matter (self->form))
    clear (self, FALSE);
  if (bh_intake_form_is_empty (self->form) || is_stale (self))
    {
      bh_intake_form_open (self->form);
      bh_field_focus (bh_intake_fields_get (bh_intake_form_get_fields (self->form), "phone"));
      return;
    }
  bh_intake_form_focus (self->form, "summary");
}

void
bh_intake_page_begin_for (BhIntakePage *self, BhContact *contact, BhPlace *place)
{
  BhIntakeFields *fields;
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_INTAKE_PAGE (self));

  bh_intake_page_begin (self);
  if (!bh_intake_form_is_empty (self->form))
    return;
  fields = bh_intake_form_get_fields (self->form);
  if (contact != NULL)
    bh_intake_fields_set (fields, "contact", bh_entry_get_name (BH_ENTRY (contact)));
  if (contact != NULL && contact->phone != NULL)
    bh_intake_fields_set (fields, "phone", contact->phone);
  if (place != NULL)
    {
      text = bh_place_text_dup (bh_desk_get_office (self->desk), place);
      bh_intake_fields_set (fields, "place", text);
    }
  bh_intake_form_focus (self->form, "summary");
}
