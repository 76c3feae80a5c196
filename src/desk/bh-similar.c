/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-similar.h"

#include "base/bh-i18n.h"
#include "desk/bh-text-features.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-suggestion-queries.h"

#define MAX_SHOWN 6
#define MAX_AT_PLACE 60
#define MAX_OF_CATEGORY 300
#define MAX_NEWEST 300
#define MAX_CHARS 200
/* Half of what two texts say is the same: 0.35 still finds one said in other words, below that
 * most are of other matters. At the same place less will do. */
#define LIKE 0.35
#define LIKE_AT_PLACE 0.15

typedef struct
{
  const BhSimilarQuestion *question;
  BhOffice *office;
  gint64 now;
  gint64 since;
  BhPlace *place;   /* (owned) (nullable) */
  GArray *words;    /* (owned): of the text */
  GArray *found;    /* (owned) (element-type Match) */
  GHashTable *seen; /* (owned): ids */
} Search;

typedef struct
{
  gint64 id;
  gint64 finished_at;
  gint64 place_id;
  double score;
  double likeness;
  gboolean same_place;
  gboolean open;
  BhSimilarAction action;
} Match;

void
bh_similar_free (BhSimilar *similar)
{
  g_clear_object (&similar->ticket);
  g_free (similar->reason);
  g_free (similar);
}

static double
compare_texts (Search *self, BhLikeness *ticket)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", ticket->summary,
                                           ticket->description != NULL ? ticket->description : "");
  g_autoptr (GArray) summary = bh_text_features_hash_words (ticket->summary, MAX_CHARS);
  g_autoptr (GArray) whole = bh_text_features_hash_words (text, MAX_CHARS);

  return MAX (bh_text_features_compare (self->words, summary),
              bh_text_features_compare (self->words, whole));
}

static gboolean
is_same_place (Search *self, BhLikeness *ticket)
{
  if (self->place != NULL)
    return ticket->place_id == bh_entry_get_id (BH_ENTRY (self->place));

  return self->question->place != NULL
         && g_strcmp0 (self->question->place, ticket->place_text) == 0;
}

/* Who joins is somebody at home in a room, or of whom no place is known. */
static gboolean
can_join (Search *self, BhStatus status)
{
  if (status >= BH_STATUS_FINISHED)
    return FALSE;

  return self->question->place == NULL
         || (self->place != NULL && self->place->kind == BH_PLACE_ROOM);
}

static BhSimilarAction
choose_action (Search *self, const Match *match, BhStatus status)
{
  if (!match->open)
    return BH_SIMILAR_REPEAT;
  if (match->same_place)
    return BH_SIMILAR_REMIND;

  return can_join (self, status) ? BH_SIMILAR_JOIN : BH_SIMILAR_LOOK;
}

/* A building's or community's own "place" is no place where two problems are likely one. */
static gboolean
is_narrow (BhPlace *place)
{
  return place != NULL
         && (place->kind == BH_PLACE_ROOM || place->kind == BH_PLACE_AREA
             || place->kind == BH_PLACE_EQUIPMENT);
}

static gboolean
is_shown (Search *self, const Match *match, gboolean same_category)
{
  gboolean room = self->place != NULL && self->place->kind == BH_PLACE_ROOM;

  if (!match->same_place)
    return match->likeness >= LIKE;
  if (self->place != NULL && !is_narrow (self->place))
    return match->likeness >= LIKE;
  if (same_category || match->likeness >= LIKE_AT_PLACE)
    return TRUE;

  return match->open && !room;
}

static void
consider (Search *self, BhLikeness *ticket)
{
  Match match
      = { .id = ticket->id, .finished_at = ticket->finished_at, .place_id = ticket->place_id };
  gint64 category_id
      = self->question->category_id != 0 ? self->question->category_id : self->question->likely_id;
  gboolean same_category = category_id != 0 && ticket->category_id == category_id;

  match.open = !bh_status_is_ended (ticket->status);
  match.same_place = is_same_place (self, ticket);
  if (!match.open && (ticket->finished_at == 0 || ticket->finished_at < self->since))
    return;
  if (self->place != NULL && ticket->community_id != self->place->community_id)
    return;
  match.likeness = compare_texts (self, ticket);
  if (!is_shown (self, &match, same_category))
    return;
  if (!g_hash_table_add (self->seen, g_memdup2 (&match.id, sizeof match.id)))
    return;

  match.action = choose_action (self, &match, ticket->status);
  match.score = match.likeness + (match.same_place ? 1 : 0) + (match.open ? 0.3 : 0)
                + (same_category ? 0.3 : 0);
  g_array_append_val (self->found, match);
}

/* @tickets: (transfer full) (nullable): %NULL where it failed */
static gboolean
consider_all (Search *self, GPtrArray *tickets)
{
  if (tickets == NULL)
    return FALSE;

  for (guint i = 0; i < tickets->len; i++)
    consider (self, g_ptr_array_index (tickets, i));
  g_ptr_array_unref (tickets);

  return TRUE;
}

static gboolean
find_place (Search *self, BhConnection *connection, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 id;

  if (self->question->place == NULL)
    return TRUE;
  id = bh_register_find_place (connection, 0, self->question->place, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (id != 0)
    self->place = bh_register_load_place (connection, id, error);

  return id == 0 || self->place != NULL;
}

/* An open ticket may be older than the window of repeats, but hardly by more than that again. */
static gboolean
search (Search *self, BhConnection *connection, GError **error)
{
  gint64 since = self->since - (self->now - self->since);
  gint64 category_id
      = self->question->category_id != 0 ? self->question->category_id : self->question->likely_id;

  if (!find_place (self, connection, error))
    return FALSE;
  if (self->place != NULL
      && !consider_all (self, bh_suggestion_list_at_place (connection,
                                                           bh_entry_get_id (BH_ENTRY (self->place)),
                                                           since, MAX_AT_PLACE, error)))
    return FALSE;
  if (self->words->len == 0)
    return TRUE;
  if (category_id != 0
      && !consider_all (self, bh_suggestion_list_of_category (connection, category_id, since,
                                                              MAX_OF_CATEGORY, error)))
    return FALSE;

  return consider_all (self, bh_suggestion_list_newest (connection, since, MAX_NEWEST, error));
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *x = a, *y = b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;

  return (x->id < y->id) - (x->id > y->id);
}

static const char *
get_place_words (Search *self)
{
  switch (self->place != NULL ? self->place->kind : BH_PLACE_NONE)
    {
    case BH_PLACE_ROOM:
      return _ ("same room");
    case BH_PLACE_EQUIPMENT:
      return _ ("same equipment");
    case BH_PLACE_NONE:
    case BH_PLACE_COMMUNITY:
    case BH_PLACE_BUILDING:
    case BH_PLACE_UNIT:
    case BH_PLACE_AREA:
    default:
      return _ ("same place");
    }
}

static char *
dup_reason (Search *self, const Match *match, BhTicketRow *ticket)
{
  g_autofree char *where = match->same_place ? g_strdup (get_place_words (self))
                           : ticket->place != NULL && *ticket->place != '\0'
                               /* Translators: a place */
                               ? g_strdup_printf (_ ("similar text, %s"), ticket->place)
                               : g_strdup (_ ("similar text"));
  int days = (int) ((self->now - match->finished_at) / G_TIME_SPAN_DAY);

  if (match->open)
    /* Translators: "same room", and that the ticket is open */
    return g_strdup_printf (_ ("%s, open"), where);
  if (days == 0)
    return g_strdup_printf (_ ("%s, finished today"), where);

  return g_strdup_printf (
      ngettext ("%s, finished %d day ago", "%s, finished %d days ago", (gulong) days), where, days);
}

static GPtrArray *
load_matches (Search *self, BhConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) similar = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_similar_free);
  guint n = MIN (self->found->len, MAX_SHOWN);

  g_array_sort (self->found, compare_matches);
  for (guint i = 0; i < n; i++)
    {
      Match *match = &g_array_index (self->found, Match, i);
      g_autoptr (GPtrArray) rows
          = bh_ticket_repository_load_rows (connection, &match->id, 1, error);
      BhSimilar *one;

      if (rows == NULL)
        return NULL;
      if (rows->len == 0)
        continue;
      one = g_new0 (BhSimilar, 1);
      one->ticket = g_object_ref (g_ptr_array_index (rows, 0));
      one->action = match->action;
      one->reason = dup_reason (self, match, one->ticket);
      g_ptr_array_add (similar, one);
    }

  return g_steal_pointer (&similar);
}

GPtrArray *
bh_similar_find (BhConnection *connection,
                 BhOffice *office,
                 const BhSimilarQuestion *question,
                 gint64 now,
                 GError **error)
{
  Search self = { question, office, now };
  g_autofree char *text = NULL;
  GPtrArray *similar = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  text = g_strdup_printf ("%s\n%s", question->summary != NULL ? question->summary : "",
                          question->description != NULL ? question->description : "");
  self.since = now - bh_office_get_settings (office)->repeat_days * G_TIME_SPAN_DAY;
  self.words = bh_text_features_hash_words (text, MAX_CHARS);
  self.found = g_array_new (FALSE, FALSE, sizeof (Match));
  self.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (search (&self, connection, error))
    similar = load_matches (&self, connection, error);
  g_clear_object (&self.place);
  g_array_unref (self.words);
  g_array_unref (self.found);
  g_hash_table_unref (self.seen);

  return similar;
}
