/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-facts-reader.h"

/* Parameters of the scopes begin here, each with room for as many texts as a filter may have. */
#define FIRST_SCOPE_PARAMETER 2000
#define SCOPE_PARAMETERS 900

void
bh_facts_reader_clear (BhFactsReader *self)
{
  g_clear_pointer (&self->filter, bh_filter_sql_free);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  if (self->scope_sql != NULL)
    g_string_free (self->scope_sql, TRUE);
  self->scope_sql = NULL;
}

static gboolean
add_scopes (BhFactsReader *self, GError **error)
{
  for (guint i = 0; i < self->request->n_scopes; i++)
    {
      BhFilterSql *scope = bh_filter_sql_new (self->request->scopes[i], self->office, "k",
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

gboolean
bh_facts_reader_init (BhFactsReader *self,
                      BhConnection *connection,
                      BhOffice *office,
                      const BhFactsRequest *request,
                      GError **error)
{
  g_return_val_if_fail (request->n_scopes <= BH_TICKET_FACTS_MAX_SCOPES, FALSE);

  self->request = request;
  self->office = office;
  self->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_filter_sql_free);
  self->scope_sql = g_string_new (NULL);
  self->filter = bh_filter_sql_new (request->filter, office, "t", BH_FIRST_FILTER_PARAMETER,
                                    request->as_of, error);
  self->query = (BhFigureQuery){
    .connection = connection,
    .filter = self->filter,
    .each_ticket = TRUE,
    .from = request->period.from,
    .end = MIN (request->period.to, request->as_of),
    .as_of = request->as_of,
  };

  return self->filter != NULL && add_scopes (self, error)
         && bh_figure_query_is_present (connection, request->as_of, &self->query.present, error);
}

BhStatement *
bh_facts_reader_run (BhFactsReader *self, const char *which, const char *select, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (select, "%s", 2);
  g_autofree char *whole = g_strjoinv (self->scope_sql->str, parts);
  BhStatement *s = bh_figure_query_run (&self->query, BH_STATE_AS_OF, which, whole, error);

  for (guint i = 0; s != NULL && i < self->scopes->len; i++)
    bh_filter_sql_bind (g_ptr_array_index (self->scopes, i), s);

  return s;
}

guint32
bh_facts_reader_get_scopes (BhFactsReader *self, BhStatement *s, guint column)
{
  guint32 bits = 0;

  for (guint i = 0; i < self->scopes->len; i++)
    if (bh_statement_get_int64 (s, column + i) != 0)
      bits |= 1U << i;

  return bits;
}
