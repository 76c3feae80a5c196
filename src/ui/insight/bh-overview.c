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

  BhDesk *desk; /* (owned) */
  BhPeriod period;
  BhPeriod compare;
  BhTicketFilter *filter;    /* (owned) (nullable): of the question, %NULL before the first */
  gboolean stale;            /* to be read when it is shown */
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

G_DEFINE_FINAL_TYPE (BhOverview, bh_overview, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_READING = 1,
} Property;

static GParamSpec *properties[PROP_READING + 1];

typedef enum
{
  SHOW_TICKETS,
  SHOW_FIGURE,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

/* "Nov 2026 · compared with Oct 2026" */
static void
show_subtitle (BhOverview *self)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  g_autofree char *period = bh_chart_words_dup_period (&self->period, time);
  g_autofree char *compare = NULL;
  g_autofree char *both = NULL;

  if (self->compare.from < self->compare.to)
    {
      compare = bh_chart_words_dup_period (&self->compare, time);
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
  g_clear_pointer (&self->headlines, g_ptr_array_unref);
  self->headlines = headlines;
  self->answered = TRUE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "outdated");
  show_subtitle (self);
  set_n_tiles (self, headlines->len);
  for (guint i = 0; i < headlines->len; i++)
    bh_overview_tile_show (
        BH_OVERVIEW_TILE (gtk_flow_box_get_child_at_index (self->tiles, (int) i)),
        g_ptr_array_index (headlines, i));
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
  BhChartQuestion question
      = { .period = self->period, .compare = self->compare, .filter = self->filter };
  Waiting *waiting = g_new0 (Waiting, 1);

  self->mode = mode;
  g_set_weak_pointer (&waiting->overview, self);
  waiting->cancellable = g_object_ref (self->cancellable);
  bh_overview_read_async (bh_desk_get_store (self->desk), &question, mode, self->cancellable,
                          read_cb, waiting);
}

static void
begin (BhOverview *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  end_progress (self);
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  read_mode (self, BH_INSIGHT_KEPT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (BH_OVERVIEW (widget));
}

static BhHeadline *
get_headline (BhOverview *self, GtkFlowBoxChild *tile)
{
  return g_ptr_array_index (self->headlines, (guint) gtk_flow_box_child_get_index (tile));
}

static void
tile_activated_cb (BhOverview *self, GtkFlowBoxChild *tile)
{
  const BhHeadline *headline = get_headline (self, tile);
  g_autoptr (BhTicketFilter) filter = NULL;

  if (headline->filter != NULL)
    filter = bh_ticket_filter_parse (headline->filter, NULL);
  if (filter != NULL)
    g_signal_emit (self, signals[SHOW_TICKETS], 0, filter);
}

static void
bh_overview_map (GtkWidget *widget)
{
  BhOverview *self = BH_OVERVIEW (widget);

  GTK_WIDGET_CLASS (bh_overview_parent_class)->map (widget);
  if (self->stale)
    begin (self);
}

/* The page that is shown does not wait for it. */
static void
bh_overview_unmap (GtkWidget *widget)
{
  BhOverview *self = BH_OVERVIEW (widget);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      end_reading (self);
      self->stale = TRUE;
    }
  GTK_WIDGET_CLASS (bh_overview_parent_class)->unmap (widget);
}

static void
bh_overview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_READING:
      g_value_set_boolean (value, bh_overview_is_reading (BH_OVERVIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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
  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
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

  object_class->get_property = bh_overview_get_property;
  object_class->dispose = bh_overview_dispose;
  widget_class->map = bh_overview_map;
  widget_class->unmap = bh_overview_unmap;

  properties[PROP_READING]
      = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SHOW_TICKETS] = g_signal_new ("show-tickets", BH_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_TICKET_FILTER);
  signals[SHOW_FIGURE] = g_signal_new ("show-figure", BH_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

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

void
bh_overview_read (BhOverview *self, const BhChartQuestion *question, gboolean again)
{
  BhTicketFilter *filter;

  g_return_if_fail (BH_IS_OVERVIEW (self));
  g_return_if_fail (question != NULL && question->period.from < question->period.to);

  filter = question->filter != NULL ? bh_ticket_filter_ref (question->filter)
                                    : bh_ticket_filter_new ();
  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
  self->filter = filter;
  self->period = question->period;
  self->compare = question->compare;
  self->answered &= again;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin (self);
}

gboolean
bh_overview_is_reading (BhOverview *self)
{
  g_return_val_if_fail (BH_IS_OVERVIEW (self), FALSE);

  return self->cancellable != NULL;
}
