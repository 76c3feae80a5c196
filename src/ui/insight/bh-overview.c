/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-overview.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "ui/insight/bh-overview-reader.h"
#include "ui/insight/bh-overview-tile.h"

#include <adwaita.h>

/* What comes sooner needs no sign that it is coming. */
#define PATIENCE_MS 200

/**
 * BhOverview:
 *
 * CSS node: `overview`, with the class `.outdated` while what is shown is not what was asked for.
 * Action: `overview.retry`.
 *
 * Each question is answered up to three times: by what was kept from before, by what is quickly
 * computed, and in full.
 */
struct _BhOverview
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  BhInsightLook *look;       /* (owned) (nullable): asked for last */
  GCancellable *cancellable; /* (owned) (nullable): of the reading that is under way */
  BhInsightMode mode;        /* of that */
  gboolean answered;         /* what is shown is about the question */
  guint patience_id;
  GPtrArray *headlines; /* (owned) (nullable) (element-type BhHeadline): shown */

  GtkWidget *body;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkWidget *progress;
  GtkLabel *subtitle;
  GtkFlowBox *tiles;
  AdwStatusPage *problem;
};

static void bh_overview_part_init (BhInsightPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhOverview,
                               bh_overview,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_INSIGHT_PART, bh_overview_part_init))

/* Waiting: what the main thread keeps until an answer comes. */
typedef struct
{
  BhOverview *overview;      /* (weak) (nullable): may go meanwhile */
  GCancellable *cancellable; /* (owned) */
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_clear_weak_pointer (&waiting->overview);
  g_object_unref (waiting->cancellable);
  g_free (waiting);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
end_progress (BhOverview *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (self->progress, FALSE);
}

static gboolean
patience_cb (gpointer user_data)
{
  BhOverview *self = BH_OVERVIEW (user_data);

  self->patience_id = 0;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_widget_set_visible (self->progress, TRUE);
  if (!self->answered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "outdated");

  return G_SOURCE_REMOVE;
}

static void
end_reading (BhOverview *self)
{
  end_progress (self);
  g_clear_object (&self->cancellable);
}

/* "Nov 2026 · compared with Oct 2026" */
static void
show_subtitle (BhOverview *self)
{
  const BhInsightLook *look = self->look;
  BhOfficeTime *time = bh_office_get_time (look->office);
  g_autofree char *period = bh_chart_words_dup_period (&look->period, time);
  g_autofree char *compare = NULL;
  g_autofree char *both = NULL;

  if (look->compare.from < look->compare.to)
    {
      compare = bh_chart_words_dup_period (&look->compare, time);
      /* Translators: two stretches of time: "Nov 2026, compared with Oct 2026" */
      both = g_strdup_printf (_ ("%s, compared with %s"), period, compare);
    }
  gtk_label_set_label (self->subtitle, both != NULL ? both : period);
}

static void
set_n_tiles (BhOverview *self, guint n)
{
  guint there = 0;
  GtkFlowBoxChild *child;

  while (gtk_flow_box_get_child_at_index (self->tiles, (int) there) != NULL)
    there++;
  for (; there < n; there++)
    gtk_flow_box_insert (self->tiles, bh_overview_tile_new (), -1);
  while ((child = gtk_flow_box_get_child_at_index (self->tiles, (int) n)) != NULL)
    gtk_flow_box_remove (self->tiles, GTK_WIDGET (child));
}

/* @headlines: (transfer full). The tiles stay, so that the focus does. */
static void
show_headlines (BhOverview *self, GPtrArray *headlines)
{
  g_autoptr (BhTicketFilter) common = bh_ticket_filter_resolve (
      bh_insight_look_get_filter (self->look, NULL), self->look->office, NULL);

  g_clear_pointer (&self->headlines, g_ptr_array_unref);
  self->headlines = headlines;
  self->answered = TRUE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "outdated");
  show_subtitle (self);
  set_n_tiles (self, headlines->len);
  for (guint i = 0; i < headlines->len; i++)
    bh_overview_tile_show (
        BH_OVERVIEW_TILE (gtk_flow_box_get_child_at_index (self->tiles, (int) i)),
        g_ptr_array_index (headlines, i), common);
  gtk_stack_set_visible_child_name (self->stack, "tiles");
}

static void
show_problem (BhOverview *self, const GError *error)
{
  adw_status_page_set_title (self->problem, _ ("The figures could not be counted"));
  adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void read_mode (BhOverview *self, BhInsightMode mode);

static void
go_on (BhOverview *self)
{
  if (self->mode == BH_INSIGHT_EXACT)
    end_reading (self);
  else
    read_mode (self, self->mode == BH_INSIGHT_KEPT ? BH_INSIGHT_QUICK : BH_INSIGHT_EXACT);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) headlines = NULL;
  g_autoptr (BhOverview) self = NULL;
  gboolean complete;

  headlines = bh_overview_read_finish (result, &complete, &error);
  if (waiting->overview == NULL || waiting->overview->cancellable != waiting->cancellable)
    return;

  self = g_object_ref (waiting->overview);
  if (headlines == NULL)
    {
      end_reading (self);
      show_problem (self, error);
      return;
    }
  if (headlines->len > 0)
    show_headlines (self, g_steal_pointer (&headlines));
  if (complete)
    end_reading (self);
  else
    go_on (self);
}

static void
read_mode (BhOverview *self, BhInsightMode mode)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  self->mode = mode;
  g_set_weak_pointer (&waiting->overview, self);
  waiting->cancellable = g_object_ref (self->cancellable);
  bh_overview_read_async (bh_desk_get_store (self->desk), self->look, mode, self->cancellable,
                          read_cb, waiting);
}

static void
begin (BhOverview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  end_progress (self);
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  read_mode (self, BH_INSIGHT_KEPT);
}

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (BH_OVERVIEW (widget));
}

static void
tile_activated_cb (BhOverview *self, GtkFlowBoxChild *tile)
{
  const BhHeadline *headline
      = g_ptr_array_index (self->headlines, (guint) gtk_flow_box_child_get_index (tile));

  if (headline->filter != NULL)
    bh_insight_part_emit_activated (BH_INSIGHT_PART (self), headline->filter);
}

static void
bh_overview_read (BhInsightPart *part, BhInsightLook *look, gboolean again)
{
  BhOverview *self = BH_OVERVIEW (part);

  bh_insight_look_ref (look);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  self->look = look;
  self->answered &= again;
  begin (self);
}

static gboolean
bh_overview_cancel (BhInsightPart *part)
{
  BhOverview *self = BH_OVERVIEW (part);

  if (self->cancellable == NULL)
    return FALSE;

  g_cancellable_cancel (self->cancellable);
  end_reading (self);

  return TRUE;
}

static gboolean
bh_overview_is_reading (BhInsightPart *part)
{
  return BH_OVERVIEW (part)->cancellable != NULL;
}

static GtkWidget *
bh_overview_get_focus_widget (BhInsightPart *part)
{
  return GTK_WIDGET (BH_OVERVIEW (part)->tiles);
}

static void
bh_overview_part_init (BhInsightPartInterface *iface)
{
  iface->read = bh_overview_read;
  iface->cancel = bh_overview_cancel;
  iface->is_reading = bh_overview_is_reading;
  iface->get_focus_widget = bh_overview_get_focus_widget;
}

static void
bh_overview_dispose (GObject *object)
{
  BhOverview *self = BH_OVERVIEW (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_OVERVIEW);
  g_clear_pointer (&self->headlines, g_ptr_array_unref);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_overview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, BhOverview, body);
  gtk_widget_class_bind_template_child (widget_class, BhOverview, stack);
  gtk_widget_class_bind_template_child (widget_class, BhOverview, spinner);
  gtk_widget_class_bind_template_child (widget_class, BhOverview, progress);
  gtk_widget_class_bind_template_child (widget_class, BhOverview, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BhOverview, tiles);
  gtk_widget_class_bind_template_child (widget_class, BhOverview, problem);
  gtk_widget_class_bind_template_callback (widget_class, tile_activated_cb);
}

static void
bh_overview_class_init (BhOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_overview_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "overview.retry", NULL, retry_cb);
  gtk_widget_class_set_css_name (widget_class, "overview");
}

static void
bh_overview_init (BhOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_overview_new (BhDesk *desk)
{
  BhOverview *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_OVERVIEW, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}
