/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-hot-line.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-filter.h"
#include "storage/bh-filter-place.h"
#include "storage/bh-register-repository.h"

void
bh_hot_line_free (BhHotLine *self)
{
  g_free (self->name);
  g_strfreev (self->values);
  g_free (self);
}

static BhHotLine *
line_new (BhFilterField field, gint64 id)
{
  BhHotLine *self = g_new0 (BhHotLine, 1);

  self->field = field;
  self->id = id;

  return self;
}

/* @value: (transfer full) */
static GStrv
list_single (char *value)
{
  GStrv values = g_new0 (char *, 2);

  values[0] = value;

  return values;
}

BhHotLine *
bh_hot_line_new_number (const char *code, gint64 id, char *name)
{
  BhFilterField field;
  gboolean known = bh_filter_field_find (code, &field);
  BhHotLine *self = line_new (known ? field : BH_FILTER_TEXT, id);

  self->name = name;
  self->values = known ? list_single (g_strdup_printf ("%" G_GINT64_FORMAT, id)) : NULL;

  return self;
}

BhHotLine *
bh_hot_line_new_category (BhOffice *office, gint64 id)
{
  BhHotLine *self = line_new (BH_FILTER_CATEGORY, id);

  self->name = id != 0 ? g_strdup (bh_office_get_name (office, BH_TYPE_CATEGORY, id))
                       : g_strdup (_ ("Without category"));
  self->values = list_single (bh_filter_format_category (office, id));

  return self;
}

static char *
dup_value (BhOffice *office, BhPlace *place)
{
  const char *community = bh_office_get_name (office, BH_TYPE_PLACE, place->community_id);
  gboolean whole = place->kind == BH_PLACE_COMMUNITY;

  return bh_filter_place_dup_value (community, whole ? NULL : place->path);
}

/* Sets @inside where the place that @value of a filter names stands in @place, or is it. */
static gboolean
stands_in (
    BhInsight *insight, const char *value, const char *place, gboolean *inside, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *outer_path = NULL;
  g_autofree char *condition
      = bh_filter_place_dup_condition (bh_insight_get_office (insight), value, 1, &path);
  g_autofree char *outer
      = bh_filter_place_dup_condition (bh_insight_get_office (insight), place, 2, &outer_path);
  g_autoptr (GString) sql = g_string_new (NULL);
  BhStatement *s;
  BhStep step;

  /* All that is in the inner one is in the outer one. */
  g_string_append_printf (sql,
                          "SELECT COUNT (*), SUM (CASE WHEN %s THEN 1 ELSE 0 END)"
                          " FROM (SELECT id AS place_id FROM place) AS t WHERE %s",
                          outer, condition);
  g_string_replace (sql, "$.", "t.", 0);
  s = bh_connection_prepare (bh_insight_get_connection (insight), sql->str, error);
  if (s == NULL)
    return FALSE;
  if (path != NULL)
    bh_statement_bind_text (s, 1, path);
  if (outer_path != NULL)
    bh_statement_bind_text (s, 2, outer_path);
  step = bh_statement_step (s, error);
  *inside = step == BH_STEP_ROW && bh_statement_get_int64 (s, 0) > 0
            && bh_statement_get_int64 (s, 0) == bh_statement_get_int64 (s, 1);
  bh_statement_reset (s);

  return step == BH_STEP_ROW;
}

/* Of the places that the scope names, those that stand in this one say it more narrowly. */
static GStrv
list_places (BhInsight *insight, const char *value, BhTicketFilter *scope, GError **error)
{
  const char *const *asked = scope != NULL ? bh_ticket_filter_get (scope, BH_FILTER_WITHIN) : NULL;
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_auto (GStrv) narrow = NULL;

  for (guint i = 0; asked != NULL && asked[i] != NULL; i++)
    {
      gboolean inside = FALSE, around = FALSE;

      if (!stands_in (insight, asked[i], value, &inside, error)
          || !stands_in (insight, value, asked[i], &around, error))
        return NULL;
      if (around)
        return list_single (g_strdup (value));
      if (inside)
        g_strv_builder_add (values, asked[i]);
    }
  narrow = g_strv_builder_end (values);

  return narrow[0] != NULL ? g_steal_pointer (&narrow) : list_single (g_strdup (value));
}

BhHotLine *
bh_hot_line_new_place (
    BhInsight *insight, gint64 id, BhTicketFilter *scope, gboolean with_community, GError **error)
{
  BhOffice *office = bh_insight_get_office (insight);
  g_autoptr (BhPlace) place
      = bh_register_load_place (bh_insight_get_connection (insight), id, error);
  g_autoptr (BhHotLine) self = NULL;
  g_autofree char *value = NULL;

  if (place == NULL)
    return NULL;

  self = line_new (BH_FILTER_WITHIN, id);
  self->name
      = with_community && place->kind != BH_PLACE_COMMUNITY ? g_strdup_printf (
            "%s %s", bh_office_get_name (office, BH_TYPE_PLACE, place->community_id), place->path)
                                                            : g_strdup (place->path);
  value = dup_value (office, place);
  self->values = list_places (insight, value, scope, error);

  return self->values != NULL ? g_steal_pointer (&self) : NULL;
}

static BhTicketFilter *
narrow (BhTicketFilter *base, const BhHotLine *line)
{
  if (line->values == NULL)
    return NULL;

  return bh_ticket_filter_with (base, line->field, (const char *const *) line->values, NULL);
}

char *
bh_hot_line_dup_brush (const BhHotLine *self)
{
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) filter = narrow (all, self);

  return filter != NULL ? g_strdup (bh_ticket_filter_to_text (filter)) : NULL;
}

char *
bh_hot_line_dup_filter (const BhHotLine *self, BhTicketFilter *base, const BhHotLine *other)
{
  g_autoptr (BhTicketFilter) own = base != NULL ? narrow (base, self) : NULL;
  g_autoptr (BhTicketFilter) both = NULL;

  if (own != NULL && other != NULL)
    both = narrow (own, other);
  else if (own != NULL)
    both = bh_ticket_filter_ref (own);

  return both != NULL ? g_strdup (bh_ticket_filter_to_text (both)) : NULL;
}

BhTicketFilter *
bh_hot_dup_base (BhInsight *insight, const BhPeriod *period, BhTicketFilter *filter, GError **error)
{
  return bh_figure_filter (BH_FIGURE_RECEIVED, period, bh_insight_get_time (insight), filter,
                           error);
}
