/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-i18n.h"
#include "desk/bh-desk-site-plan.h"
#include "ui/common/bh-message.h"
#include "ui/insight/bh-site-plan-private.h"

/* A place on its way to where it goes, and back. */
typedef struct
{
  GWeakRef page;
  gint64 plan_id;
  BhSiteMark *before; /* (owned) */
  BhSiteMark *after;  /* (owned) */
  gboolean undoing;
} Move;

static void
move_free (Move *move)
{
  g_weak_ref_clear (&move->page);
  bh_site_mark_free (move->before);
  bh_site_mark_free (move->after);
  g_free (move);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static Move *
move_new (BhSitePlanPage *self, const BhSiteMark *before, const BhSiteMark *after)
{
  Move *move = g_new0 (Move, 1);

  g_weak_ref_init (&move->page, self);
  move->plan_id = self->plan->id;
  move->before = bh_site_mark_copy (before);
  move->after = bh_site_mark_copy (after);

  return move;
}

static void start_move (BhSitePlanPage *self, Move *move);

static void
undo_cb (AdwToast *toast, Move *move)
{
  g_autoptr (BhSitePlanPage) self = g_weak_ref_get (&move->page);
  Move *back;

  if (self == NULL || self->plan == NULL || self->plan->id != move->plan_id)
    return;
  back = move_new (self, move->after, move->before);
  back->undoing = TRUE;
  start_move (self, back);
}

static void
free_undo (gpointer data, GClosure *closure)
{
  move_free (data);
}

static void
offer_undo (BhSitePlanPage *self, const Move *move)
{
  g_autofree char *text = g_strdup_printf (
      move->after->placed ? _ ("%s is on the plan") : _ ("%s is off the plan"), move->after->name);
  AdwToast *toast = bh_message_new_toast (text);

  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb),
                         move_new (self, move->before, move->after), free_undo, 0);
  bh_message_replace_toast (self->toasts, toast);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSitePlanPage) self = g_weak_ref_get (&move->page);
  gboolean done = bh_desk_place_on_plan_finish (BH_DESK (source), result, &error);

  if (self == NULL)
    return;
  bh_site_plan_page_show_problem (self, done ? NULL : error->message);
  if (!done)
    bh_site_plan_page_read_plan (self, FALSE);
  else if (!move->undoing && self->plan != NULL && self->plan->id == move->plan_id)
    offer_undo (self, move);
}

/* @move: (transfer full). The next key need not wait for the writer: what is shown is what will
 * be; where it is refused, the plan is read anew. */
static void
start_move (BhSitePlanPage *self, Move *move)
{
  BhSiteMark *mark = bh_site_plan_find (self->plan, move->after->place_id);

  if (mark != NULL)
    {
      mark->placed = move->after->placed;
      mark->x = move->after->x;
      mark->y = move->after->y;
    }
  bh_site_plan_page_show_plan (self);
  bh_desk_place_on_plan_async (self->desk, move->plan_id, move->before, move->after, NULL, moved_cb,
                               move);
}

void
bh_site_plan_page_place (BhSitePlanPage *self, const BhSiteMark *after)
{
  const BhSiteMark *before
      = self->plan != NULL ? bh_site_plan_find (self->plan, after->place_id) : NULL;

  if (before != NULL)
    start_move (self, move_new (self, before, after));
}
