/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-legend.h"

/* In ems: the sign, the space behind it, between two keys, and from row to row. */
#define SIGN_WIDTH 1.7
#define SIGN_SPACE 0.45
#define KEY_SPACE 1.4
#define ROW_HEIGHT 1.65

typedef struct
{
  BhChartKey *key;
  PangoLayout *text; /* (owned) */
  double x;          /* of the sign, from where lines begin */
  double width;      /* of sign and text */
  guint row;
} PlacedKey;

struct _BhChartLegend
{
  GArray *placed; /* (owned) (element-type PlacedKey) */
  double em;
  double width; /* of the longest row */
  guint n_rows;
};

static void
free_key (gpointer data)
{
  BhChartKey *key = data;

  g_clear_object (&key->layer);
  g_free (key->text);
  g_free (key);
}

GPtrArray *
bh_chart_keys_new (void)
{
  return g_ptr_array_new_with_free_func (free_key);
}

void
bh_chart_keys_add_layer (GPtrArray *keys,
                         BhChartLayer *layer,
                         BhChartPointFlags flags,
                         const char *text)
{
  BhChartKey *key;

  g_return_if_fail (keys != NULL && BH_IS_CHART_LAYER (layer) && text != NULL);

  key = g_new0 (BhChartKey, 1);
  key->layer = g_object_ref (layer);
  key->flags = flags;
  key->text = g_strdup (text);
  g_ptr_array_add (keys, key);
}

void
bh_chart_keys_add_role (GPtrArray *keys, BhChartRole role, const char *text)
{
  BhChartKey *key;

  g_return_if_fail (keys != NULL && text != NULL);

  key = g_new0 (BhChartKey, 1);
  key->role = role;
  key->text = g_strdup (text);
  g_ptr_array_add (keys, key);
}

static void
clear_placed (gpointer data)
{
  PlacedKey *placed = data;

  g_object_unref (placed->text);
}

BhChartLegend *
bh_chart_legend_new (GPtrArray *keys, PangoContext *context, double em, double width)
{
  BhChartLegend *self = g_new0 (BhChartLegend, 1);
  double sign = (SIGN_WIDTH + SIGN_SPACE) * em, x = 0;

  self->placed = g_array_new (FALSE, TRUE, sizeof (PlacedKey));
  g_array_set_clear_func (self->placed, clear_placed);
  self->em = em;
  for (guint i = 0; i < keys->len; i++)
    {
      PlacedKey placed = { g_ptr_array_index (keys, i) };

      placed.text = bh_chart_text_new (context, placed.key->text, BH_CHART_TEXT_LABEL);
      bh_chart_text_limit (placed.text, width - sign, 1);
      bh_chart_text_get_size (placed.text, &placed.width, NULL);
      placed.width += sign;
      if (x > 0 && x + placed.width > width)
        {
          self->n_rows++;
          x = 0;
        }
      placed.x = x;
      placed.row = self->n_rows;
      self->width = MAX (self->width, x + placed.width);
      x += placed.width + KEY_SPACE * em;
      g_array_append_val (self->placed, placed);
    }
  if (keys->len > 0)
    self->n_rows++;

  return self;
}

void
bh_chart_legend_free (BhChartLegend *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->placed);
  g_free (self);
}

double
bh_chart_legend_get_width (BhChartLegend *self)
{
  return self->width;
}

double
bh_chart_legend_get_height (BhChartLegend *self)
{
  return self->n_rows * ROW_HEIGHT * self->em;
}

static void
draw_sign (const BhChartKey *key, cairo_t *cr, const BhChartFrame *frame, const BhChartArea *area)
{
  if (key->layer != NULL)
    {
      bh_chart_layer_draw_key (key->layer, cr, frame, area, key->flags);
      return;
    }
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  bh_chart_fill_role (frame->palette, cr, key->role, frame->em);
}

void
bh_chart_legend_draw (
    BhChartLegend *self, cairo_t *cr, const BhChartFrame *frame, double x, double y)
{
  double sign_width = SIGN_WIDTH * self->em, height = ROW_HEIGHT * self->em;

  for (guint i = 0; i < self->placed->len; i++)
    {
      PlacedKey *placed = &g_array_index (self->placed, PlacedKey, i);
      double from = frame->rtl ? self->width - placed->x - sign_width : placed->x;
      BhChartArea sign = { x + from, y + placed->row * height + 0.3 * self->em, sign_width,
                           height - 0.6 * self->em };
      double text = frame->rtl ? sign.x - SIGN_SPACE * self->em
                               : sign.x + sign_width + SIGN_SPACE * self->em;

      draw_sign (placed->key, cr, frame, &sign);
      bh_chart_text_draw (placed->text, cr, text, sign.y + sign.height / 2, frame->rtl ? 1 : 0, 0.5,
                          &frame->palette->text, NULL);
    }
}
