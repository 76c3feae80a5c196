/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

/* Figures by segment, care mark, cause and building, of tickets that have them: each group against
 * what was recorded, and against the list of the filter that its key stands for. */

#define MINUTE (60 * BH_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define AS_OF "2026-05-01"
#define NONE "none"

enum
{
  N_TICKETS = 120,
  N_COMMUNITIES = 3,
  N_BUILDINGS = 2, /* of each community */
  N_CONTACTS = 4,
  N_CAUSES = 2,
  N_STAFF = 2,
};

static const char *const tiers[] = { "一线", "二线", NULL };
static const char *const kinds[] = { "住宅", NULL, "住宅" };
/* One without marks, and one with two of them. */
static const guint marks[]
    = { BH_CARE_NONE, BH_CARE_ELDERLY, BH_CARE_ELDERLY | BH_CARE_DISABLED, BH_CARE_CHILD };
static const char *const causes[] = { "老化", "施工" };
static const char *const staff[] = { "张工", "李工" };

/* Places in the arrays, -1 for none. */
typedef struct
{
  int community;
  int building; /* of the community; the ticket is about a room of it */
  int contact;
  int joined; /* another who complains of it */
  int cause;
  int staff;
  gboolean finished;
} Ticket;

typedef struct
{
  BhTestStore *office;
  gint64 department;
  gint64 communities[N_COMMUNITIES];
  gint64 buildings[N_COMMUNITIES][N_BUILDINGS];
  gint64 rooms[N_COMMUNITIES][N_BUILDINGS];
  gint64 contacts[N_CONTACTS];
  gint64 causes[N_CAUSES];
  gint64 staff[N_STAFF];
  Ticket tickets[N_TICKETS];
} Fixture;

static gint64
add_place (BhWork *work, BhPlaceKind kind, const char *name, gint64 parent, gint64 community)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent, community, NULL);
  gint64 id = bh_register_add_place (work, place, &error);

  g_assert_no_error (error);

  return id;
}

static void
add_community (Fixture *f, BhWork *work, guint i)
{
  static const char *const names[] = { "滨河花园", "云栖雅苑", "城市广场" };
  static const char *const buildings[N_BUILDINGS] = { "1栋", "11栋" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, BH_PLACE_COMMUNITY, names[i], 0, 0, NULL);

  place->city_tier = g_strdup (tiers[i]);
  place->estate_kind = g_strdup (kinds[i]);
  f->communities[i] = bh_register_add_place (work, place, &error);
  g_assert_no_error (error);
  for (guint b = 0; b < N_BUILDINGS; b++)
    {
      gint64 unit;

      f->buildings[i][b]
          = add_place (work, BH_PLACE_BUILDING, buildings[b], f->communities[i], f->communities[i]);
      unit = add_place (work, BH_PLACE_UNIT, "1单元", f->buildings[i][b], f->communities[i]);
      f->rooms[i][b] = add_place (work, BH_PLACE_ROOM, "101", unit, f->communities[i]);
    }
}

static gboolean
add_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;

  f->department = bh_register_add_department (work, "gc", "工程部", error);
  for (guint i = 0; i < N_COMMUNITIES; i++)
    add_community (f, work, i);
  for (guint i = 0; i < N_CONTACTS; i++)
    f->contacts[i]
        = bh_register_add_contact (work, "张三", BH_CONTACT_OWNER, marks[i], NULL, 0, error);
  for (guint i = 0; i < N_CAUSES; i++)
    f->causes[i] = bh_register_add_cause (work, causes[i], causes[i], error);
  for (guint i = 0; i < N_STAFF; i++)
    f->staff[i]
        = bh_register_add_staff (work, staff[i], f->department, BH_ROLE_WORKER, NULL, error);
  bh_work_touch_register (work);

  return f->staff[N_STAFF - 1] != 0;
}

static void
record (BhTestStore *office, gint64 id, BhVerb verb, gint64 at, BhPayload *payload)
{
  g_autoptr (BhPayload) nothing = bh_payload_new ();

  g_assert_cmpint (bh_test_record_with (office, id, verb, at, payload != NULL ? payload : nothing),
                   !=, 0);
}

static gint64
receive (Fixture *f, const Ticket *t, gint64 at)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();

  if (t->community >= 0)
    bh_payload_set_int (payload, "community", f->communities[t->community]);
  if (t->building >= 0)
    bh_payload_set_int (payload, "place", f->rooms[t->community][t->building]);
  if (t->contact >= 0)
    bh_payload_set_int (payload, "contact", f->contacts[t->contact]);
  bh_payload_set (payload, "kind", "complaint");

  return bh_test_record_with (f->office, 0, BH_VERB_NEW, at, payload);
}

static void
work_on (Fixture *f, const Ticket *t, gint64 id, gint64 at)
{
  g_autoptr (BhPayload) dispatch = bh_payload_new ();
  g_autoptr (BhPayload) investigate = bh_payload_new ();
  g_autoptr (BhPayload) plan = bh_payload_new ();

  bh_payload_set_int (dispatch, "department", f->department);
  if (t->staff >= 0)
    bh_payload_set_int (dispatch, "person", f->staff[t->staff]);
  record (f->office, id, BH_VERB_DISPATCH, at, dispatch);
  record (f->office, id, BH_VERB_ACCEPT, at + MINUTE, NULL);
  bh_payload_set (investigate, "responsibility", "property");
  if (t->cause >= 0)
    bh_payload_set_int (investigate, "cause", f->causes[t->cause]);
  record (f->office, id, BH_VERB_INVESTIGATE, at + 2 * MINUTE, investigate);
  bh_payload_set (plan, "measure", "换");
  record (f->office, id, BH_VERB_PLAN, at + 3 * MINUTE, plan);
  if (t->finished)
    record (f->office, id, BH_VERB_FINISH, at + 4 * MINUTE, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  gint64 start = bh_test_at ("2026-03-02"), other;

  f->office = bh_test_store_new_at (bh_test_at (AS_OF));
  bh_test_store_write (f->office, add_register_in_worker, f);
  other = bh_test_record (f->office, 0, BH_VERB_NEW, start - 30 * 24 * HOUR, NULL);
  for (guint i = 0; i < N_TICKETS; i++)
    {
      Ticket *t = &f->tickets[i];
      gint64 at = start + i * HOUR, id;

      t->community = g_rand_int_range (rand, -1, N_COMMUNITIES);
      t->building = t->community >= 0 ? g_rand_int_range (rand, -1, N_BUILDINGS) : -1;
      t->contact = g_rand_int_range (rand, -1, N_CONTACTS);
      t->joined = i % 5 == 0 ? g_rand_int_range (rand, 0, N_CONTACTS) : -1;
      t->cause = g_rand_int_range (rand, -1, N_CAUSES);
      t->staff = g_rand_int_range (rand, -1, N_STAFF);
      t->finished = g_rand_boolean (rand);
      id = receive (f, t, at);
      if (t->joined >= 0)
        {
          g_autoptr (BhPayload) join = bh_payload_new ();

          bh_payload_set_int (join, "ticket", other);
          bh_payload_set_int (join, "contact", f->contacts[t->joined]);
          record (f->office, id, BH_VERB_JOIN, at + MINUTE, join);
        }
      work_on (f, t, id, at + 10 * MINUTE);
    }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_test_store_free (f->office);
}

static gboolean
has_mark (const Ticket *t, const char *word)
{
  guint all = (t->contact >= 0 ? marks[t->contact] : 0) | (t->joined >= 0 ? marks[t->joined] : 0);

  if (g_str_equal (word, NONE))
    return all == 0;

  return (all & (guint) bh_list_find (BH_LIST_CARE, word)) != 0;
}

static gboolean
is_named (const char *const *names, int i, const char *word)
{
  return g_str_equal (i >= 0 && names[i] != NULL ? names[i] : NONE, word);
}

static gboolean
is_in (Fixture *f, const Ticket *t, BhFigureBy by, const BhFigureGroup *group)
{
  if (by == BH_BY_CITY_TIER)
    return is_named (tiers, t->community, group->key);
  if (by == BH_BY_ESTATE_KIND)
    return is_named (kinds, t->community, group->key);
  if (by == BH_BY_CARE)
    return has_mark (t, group->key);
  if (by == BH_BY_CAUSE)
    return is_named (causes, t->cause, group->key);
  if (by == BH_BY_STAFF)
    return is_named (staff, t->staff, group->key);

  return group->id == (t->building >= 0 ? f->buildings[t->community][t->building] : 0);
}

typedef struct
{
  BhOffice *office;
  BhTicketFilter *filter;
} Request;

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Request *request = user_data;

  return bh_ticket_repository_list_ids (connection, request->filter, request->office,
                                        bh_test_at (AS_OF), BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0,
                                        error);
}

static guint
count_list (Fixture *f, BhFilterField field, const char *word)
{
  g_autoptr (GError) error = NULL;
  const char *words[] = { word, NULL };
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (f->office->store);
  g_autoptr (BhTicketFilter) month = bh_ticket_filter_parse ("received:2026-03", NULL);
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_with (month, field, words, &error);
  Request request = { snapshot, filter };
  g_autoptr (GArray) ids = NULL;

  g_assert_no_error (error);
  ids = bh_store_read (f->office->store, list_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return ids->len;
}

static void
assert_group (Fixture *f, BhFigureBy by, BhFilterField field, const BhFigureGroup *group)
{
  gint64 received = 0, finished = 0;

  for (guint i = 0; i < N_TICKETS; i++)
    if (is_in (f, &f->tickets[i], by, group))
      {
        received++;
        finished += f->tickets[i].finished;
      }
  g_assert_cmpint (group->values[BH_FIGURE_RECEIVED].count, ==, received);
  g_assert_cmpint (group->values[BH_FIGURE_FINISHED].count, ==, finished);
  g_assert_cmpint (group->values[BH_FIGURE_HANDLING_DAYS].count, ==, finished);
  /* No place is within nothing. */
  if (field != BH_FILTER_WITHIN || group->id != 0)
    g_assert_cmpuint (count_list (f, field, group->key), ==, received);
}

static void
test_groups (Fixture *f, gconstpointer data)
{
  static const struct
  {
    BhFigureBy by;
    BhFilterField field;
    guint n_groups;
  } ways[] = {
    { BH_BY_CITY_TIER, BH_FILTER_CITY_TIER, 3 },
    { BH_BY_ESTATE_KIND, BH_FILTER_ESTATE_KIND, 2 },
    { BH_BY_CARE, BH_FILTER_CARE, 4 },
    { BH_BY_CAUSE, BH_FILTER_CAUSE, N_CAUSES + 1 },
    { BH_BY_STAFF, BH_FILTER_PERSON, N_STAFF + 1 },
    { BH_BY_BUILDING, BH_FILTER_WITHIN, N_COMMUNITIES * N_BUILDINGS + 1 },
  };
  const BhPeriod period = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GPtrArray) groups
          = bh_test_figures (f->office, &period, bh_test_at (AS_OF), ways[i].by, NULL);
      gint64 sum = 0;

      g_assert_cmpuint (groups->len, ==, ways[i].n_groups);
      for (guint j = 0; j < groups->len; j++)
        {
          const BhFigureGroup *group = g_ptr_array_index (groups, j);

          assert_group (f, ways[i].by, ways[i].field, group);
          sum += group->values[BH_FIGURE_RECEIVED].count;
        }
      /* Whoever has two marks makes a ticket stand in two groups, in nothing else does any. */
      if (ways[i].by == BH_BY_CARE)
        g_assert_cmpint (sum, >, N_TICKETS);
      else
        g_assert_cmpint (sum, ==, N_TICKETS);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/figure-groups/groups", Fixture, NULL, set_up, test_groups, tear_down);

  return g_test_run ();
}
