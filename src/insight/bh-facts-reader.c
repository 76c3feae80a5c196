/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-facts-reader.h"

#include "storage/bh-filter-place.h"

/* Parameters of the scopes begin here, each with room for as many texts as a filter may have. */
#define FIRST_SCOPE_PARAMETER 2000
#define SCOPE_PARAMETERS 900
/* How many tickets, about, are received in a window. */
#define WINDOW_TICKETS 10000

void
bh_facts_reader_clear (BhFactsReader *self)
{
  g_clear_pointer (&self->filter, bh_filter_sql_free);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_clear_pointer (&self->buildings, g_hash_table_unref);
  if (self->scope_sql != NULL)
    g_string_free (self->scope_sql, TRUE);
  self->scope_sql = NULL;
}

static gboolean
add_scopes (BhFactsReader *self, GError **error)
{
  for (guint i = 0; i < self->request->n_scopes; i++)
    {
      BhFilterSql *scope = bh_filter_sql_new_compared (self->request->scopes[i], self->office, "k",
                                                       FIRST_SCOPE_PARAMETER + i * SCOPE_PARAMETERS,
                                                       self->request->as_of, error);

      if (scope == NULL)
        return FALSE;

      g_ptr_array_add (self->scopes, scope);
      g_string_append_printf (self->scope_sql, ", CASE WHEN %s THEN 1 ELSE 0 END",
                              bh_filter_sql_get_condition (scope));
    }

  return TRUE;
}

/* The marks of all complainants of a ticket together. */
static const char CARE[]
    = ", (SELECT COALESCE (MAX (w.care & 1) + MAX (w.care & 2) + MAX (w.care & 4), 0)"
      " FROM complainant AS c JOIN contact AS w ON w.id = c.contact_id"
      " WHERE c.ticket_id = k.id AND c.left_at IS NULL AND w.care > 0)";

G_STATIC_ASSERT (BH_CARE_ELDERLY == 1 && BH_CARE_CHILD == 2 && BH_CARE_DISABLED == 4);

gboolean
bh_facts_reader_init (BhFactsReader *self,
                      BhConnection *connection,
                      BhOffice *office,
                      const BhFactsRequest *request,
                      GError **error)
{
  g_return_val_if_fail (request->n_scopes <= BH_FACTS_MAX_SCOPES, FALSE);

  self->request = request;
  self->office = office;
  self->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_filter_sql_free);
  self->scope_sql = g_string_new (NULL);
  self->buildings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->filter = bh_filter_sql_new_compared (request->filter, office, "t",
                                             BH_FIRST_FILTER_PARAMETER, request->as_of, error);
  self->query = (BhFigureQuery){
    .connection = connection,
    .filter = self->filter,
    .wanted = BH_FIGURES_ALL,
    .each_ticket = TRUE,
    .from = request->period.from,
    .end = MIN (request->period.to, request->as_of),
    .as_of = request->as_of,
  };

  if (self->filter == NULL || !add_scopes (self, error))
    return FALSE;
  if (request->with_care)
    g_string_append (self->scope_sql, CARE);

  return bh_figure_query_is_present (connection, request->as_of, &self->query.present, error);
}

static gboolean
read_instant (BhStatement *s, gint64 *instant, GError **error)
{
  BhStep step = bh_statement_step (s, error);

  if (step == BH_STEP_ROW)
    *instant = bh_statement_get_int64 (s, 0);
  bh_statement_reset (s);

  return step != BH_STEP_ERROR;
}

/* Where the next window ends: many tickets of a ledger may be received at the same instant. */
static gboolean
find_end (BhFactsReader *self, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      self->query.connection,
      "SELECT t.received_at FROM ticket AS t WHERE t.received_at >= ?1 AND t.received_at < ?2"
      " ORDER BY t.received_at LIMIT 1 OFFSET " G_STRINGIFY (WINDOW_TICKETS),
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, self->window.from);
  bh_statement_bind_int64 (s, 2, self->query.end);
  self->window.to = self->query.end;
  if (!read_instant (s, &self->window.to, error))
    return FALSE;
  self->window.to = MAX (self->window.to, self->window.from + 1);

  return TRUE;
}

BhStep
bh_facts_reader_next (BhFactsReader *self, GCancellable *cancellable, GError **error)
{
  gboolean first = self->query.within == NULL;

  self->query.within = BH_FACTS_WINDOW;
  self->window.from = first ? G_MININT64 : self->window.to;
  if (!first && self->window.from >= self->query.end)
    return BH_STEP_DONE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return BH_STEP_ERROR;

  return find_end (self, error) ? BH_STEP_ROW : BH_STEP_ERROR;
}

void
bh_facts_reader_bind (BhFactsReader *self, BhStatement *s)
{
  if (self->query.within == NULL)
    return;

  bh_statement_bind_int64 (s, 1990, self->window.from);
  bh_statement_bind_int64 (s, 1991, self->window.to);
}

BhStatement *
bh_facts_reader_run (BhFactsReader *self, const char *which, const char *select, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (select, "%s", 2);
  g_autofree char *whole = g_strjoinv (self->scope_sql->str, parts);
  BhStatement *s = bh_figure_query_run (&self->query, BH_STATE_AS_OF, which, whole, error);

  if (s == NULL)
    return NULL;

  bh_facts_reader_bind (self, s);
  for (guint i = 0; i < self->scopes->len; i++)
    bh_filter_sql_bind (g_ptr_array_index (self->scopes, i), s);

  return s;
}

/* Returns: FALSE with @error; @name: (out) (transfer full) (nullable) */
static gboolean
read_building (BhFactsReader *self, gint64 place_id, char **name, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      self->query.connection,
      "SELECT c.name, b.path FROM place AS b JOIN place AS c ON c.id = b.community_id"
      " WHERE b.id = " BH_SQL_BUILDING ("?1"),
      error);
  BhStep step;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, place_id);
  step = bh_statement_step (s, error);
  if (step == BH_STEP_ROW)
    *name = bh_filter_place_dup_value (bh_statement_get_text (s, 0), bh_statement_get_text (s, 1));
  bh_statement_reset (s);

  return step != BH_STEP_ERROR;
}

static gboolean
get_building (BhFactsReader *self, gint64 place_id, const char **building, GError **error)
{
  gpointer found;
  char *name = NULL;

  if (place_id == 0)
    return TRUE;
  if (!g_hash_table_lookup_extended (self->buildings, &place_id, NULL, &found))
    {
      if (!read_building (self, place_id, &name, error))
        return FALSE;
      g_hash_table_insert (self->buildings, g_memdup2 (&place_id, sizeof place_id), name);
      found = name;
    }
  *building = found;

  return TRUE;
}

static guint32
get_scopes (BhFactsReader *self, BhStatement *s, guint column)
{
  guint32 bits = 0;

  for (guint i = 0; i < self->scopes->len; i++)
    if (bh_statement_get_int64 (s, column + i) != 0)
      bits |= 1U << i;

  return bits;
}

gboolean
bh_facts_reader_fill_head (
    BhFactsReader *self, BhStatement *s, guint scopes, BhFactsHead *head, GError **error)
{
  *head = (BhFactsHead){
    .number = bh_statement_get_text (s, 1),
    .kind = (BhKind) bh_statement_get_int64 (s, 2),
    .grade = (BhGrade) bh_statement_get_int64 (s, 3),
    .channel_id = bh_statement_get_int64 (s, 4),
    .category_id = bh_statement_get_int64 (s, 5),
    .community_id = bh_statement_get_int64 (s, 6),
    .department_id = bh_statement_get_int64 (s, 7),
    .staff_id = bh_statement_get_int64 (s, 8),
    .cause_id = bh_statement_get_int64 (s, 9),
    .place_id = bh_statement_get_int64 (s, 10),
    .weekday = (int) bh_statement_get_int64 (s, 11),
    .hour = (int) bh_statement_get_int64 (s, 12),
    .scopes = get_scopes (self, s, scopes),
  };
  if (self->request->with_care)
    head->care = (BhCare) bh_statement_get_int64 (s, scopes + self->scopes->len);

  return get_building (self, head->place_id, &head->building, error);
}
