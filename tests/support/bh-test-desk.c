/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "domain/bh-error.h"
#include "domain/bh-staff-pin.h"
#include "storage/bh-register-repository.h"
#include "support/bh-test-folder.h"

static void
check_id (gint64 id, GError *error)
{
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
}

static void
add_people (BhWork *work)
{
  static const struct
  {
    const char *name;
    guint department;
    BhRole role;
  } staff[] = {
    { "王敏", 0, BH_ROLE_CLERK },   { "陈静", 0, BH_ROLE_SUPERVISOR },
    { "周平", 0, BH_ROLE_AUDITOR }, { "李强", 1, BH_ROLE_WORKER },
    { "赵刚", 1, BH_ROLE_WORKER },  { "孙洁", 2, BH_ROLE_WORKER },
  };
  static const char *const names[] = { "客户服务", "工程维修", "保洁绿化" };
  gint64 departments[G_N_ELEMENTS (names)];
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      departments[i] = bh_register_add_department (work, "", names[i], &error);
      check_id (departments[i], error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      gint64 id = bh_register_add_staff (work, staff[i].name, departments[staff[i].department],
                                         staff[i].role, NULL, &error);

      check_id (id, error);
    }
}

/* What the policies of a category have that the default ones have not. */
typedef struct
{
  const char *name;
  gboolean quick; /* nothing in between is asked for, and it may be answered */
  gboolean strict;
  gboolean callback;
} TestCategory;

static void
add_policies (BhWork *work, gint64 category_id, const TestCategory *category)
{
  GError *error = NULL;

  for (BhGrade grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      g_autoptr (BhPolicy) policy = bh_policy_new_default (grade);
      gint64 id;

      policy->category_id = category_id;
      policy->skip_investigate = category->quick;
      policy->skip_plan = category->quick;
      policy->allows_answer = category->quick;
      policy->callback = category->callback ? BH_CALLBACK_ALWAYS : BH_CALLBACK_NEVER;
      policy->needs_cause = category->strict;
      id = bh_register_add_policy (work, policy, &error);
      check_id (id, error);
    }
}

static void
add_categories (BhWork *work)
{
  static const TestCategory categories[] = {
    { "漏水", FALSE, FALSE, TRUE },
    { "快修", TRUE, FALSE, FALSE },
    { "电梯", FALSE, TRUE, TRUE },
    { "自由", TRUE, FALSE, TRUE },
  };
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      gint64 id
          = bh_register_add_category (work, 0, "", categories[i].name, 0, BH_GRADE_NONE, &error);

      check_id (id, error);
      add_policies (work, id, &categories[i]);
    }
}

static gint64
add_place (BhWork *work, BhPlaceKind kind, const char *name, gint64 parent_id)
{
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent_id, 0, NULL);
  GError *error = NULL;
  gint64 id = bh_register_add_place (work, place, &error);

  check_id (id, error);

  return id;
}

static gboolean
fill_cb (BhWork *work, gpointer user_data, GError **error)
{
  gint64 community, building, unit;

  add_people (work);
  add_categories (work);
  community = add_place (work, BH_PLACE_COMMUNITY, "阳光花园", 0);
  building = add_place (work, BH_PLACE_BUILDING, "3栋", community);
  unit = add_place (work, BH_PLACE_UNIT, "2单元", building);
  add_place (work, BH_PLACE_ROOM, "301", unit);
  add_place (work, BH_PLACE_ROOM, "302", unit);
  add_place (work, BH_PLACE_AREA, "大堂", community);

  return TRUE;
}

BhTestDesk *
bh_test_desk_new (void)
{
  BhTestDesk *self = g_new0 (BhTestDesk, 1);
  g_autoptr (GError) error = NULL;

  self->folder = bh_test_folder_new ();
  self->path = g_build_filename (self->folder, "office.bihuan", NULL);
  self->clock = bh_clock_new_fixed (BH_TEST_DESK_START);
  self->store = bh_store_open (self->path, BH_OPEN_CREATE, self->clock, &error);
  g_assert_no_error (error);
  bh_store_set_seed (self->store, 1);
  bh_store_write (self->store, fill_cb, NULL, NULL, &error);
  g_assert_no_error (error);

  return self;
}

void
bh_test_desk_free (BhTestDesk *self)
{
  bh_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->ticket);
  g_free (self->path);
  bh_test_folder_free (self->folder);
  g_free (self);
}

void
bh_test_desk_forward (BhTestDesk *self, gint64 usec)
{
  bh_clock_set (self->clock, bh_clock_now (self->clock) + usec);
}

typedef struct
{
  BhTestDesk *desk;
  BhVerb verb;
  const char *who;
  BhPayload *inputs;
  gint64 at;
} Try;

static gboolean
try_cb (BhWork *work, gpointer user_data, GError **error)
{
  Try *try = user_data;
  BhOffice *office = bh_work_get_office (work, error);
  gint64 id = try->verb == BH_VERB_NEW ? 0 : try->desk->ticket_id;
  BhActor actor;
  BhTicket *ticket;

  if (office == NULL || !bh_verbs_get_actor (office, try->who, &actor, error))
    return FALSE;
  ticket = bh_verbs_do (work, try->verb, id, try->inputs, &actor, try->at, error);
  if (ticket == NULL)
    return FALSE;

  g_set_object (&try->desk->ticket, ticket);
  try->desk->ticket_id = ticket->id;

  return TRUE;
}

gboolean
bh_test_desk_try (
    BhTestDesk *self, BhVerb verb, const char *who, BhPayload *inputs, gint64 at, GError **error)
{
  Try try = { self, verb, who, inputs, at };

  return bh_store_write (self->store, try_cb, &try, NULL, error);
}

static BhPayload *
collect (const char *first_key, va_list args)
{
  BhPayload *payload = bh_payload_new ();

  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    bh_payload_set (payload, key, va_arg (args, const char *));

  return payload;
}

void
bh_test_desk_do (BhTestDesk *self, BhVerb verb, const char *who, const char *first_key, ...)
{
  g_autoptr (BhPayload) inputs = NULL;
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, first_key);
  inputs = collect (first_key, args);
  va_end (args);

  bh_test_desk_forward (self, BH_TEST_DESK_MINUTE);
  bh_test_desk_try (self, verb, who, inputs, 0, &error);
  g_assert_no_error (error);
}

void
bh_test_desk_refuse (BhTestDesk *self,
                     BhVerb verb,
                     const char *who,
                     int code,
                     const char *reason,
                     const char *first_key,
                     ...)
{
  g_autoptr (BhPayload) inputs = NULL;
  g_autoptr (GError) error = NULL;
  int head_seq = self->ticket != NULL ? self->ticket->head_seq : 0;
  va_list args;

  va_start (args, first_key);
  inputs = collect (first_key, args);
  va_end (args);

  bh_test_desk_forward (self, BH_TEST_DESK_MINUTE);
  g_assert_false (bh_test_desk_try (self, verb, who, inputs, 0, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, code);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” was expected in: %s", reason, error->message);
  if (self->ticket_id != 0)
    {
      g_autoptr (BhTicketView) view = bh_test_desk_load (self);

      g_assert_cmpint (view->ticket->head_seq, ==, head_seq);
      g_assert_cmpuint (view->events->len, ==, (guint) head_seq);
    }
}

void
bh_test_desk_register (BhTestDesk *self, const char *category, const char *grade)
{
  bh_test_desk_do (self, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   grade, "category", category, "summary", "厨房顶上漏水", "contact", "张晓燕",
                   "phone", "13800138000", "room", "3-2-301", NULL);
}

void
bh_test_desk_work_until (BhTestDesk *self, const char *category, const char *grade, BhStatus status)
{
  bh_test_desk_register (self, category, grade);
  if (status >= BH_STATUS_DISPATCHED)
    bh_test_desk_do (self, BH_VERB_DISPATCH, "王敏", "department", "工程维修", "person", "李强",
                     NULL);
  if (status >= BH_STATUS_ACCEPTED)
    bh_test_desk_do (self, BH_VERB_ACCEPT, "李强", NULL);
  if (status >= BH_STATUS_INVESTIGATED)
    bh_test_desk_do (self, BH_VERB_INVESTIGATE, "李强", "cause", "wear", "responsibility",
                     "property", NULL);
  if (status >= BH_STATUS_PLANNED)
    bh_test_desk_do (self, BH_VERB_PLAN, "李强", "measure", "更换水管", NULL);
  if (status >= BH_STATUS_FINISHED)
    bh_test_desk_do (self, BH_VERB_FINISH, "李强", "result", "已经换好", NULL);
  if (status >= BH_STATUS_SIGNED)
    bh_test_desk_do (self, BH_VERB_SIGN, "王敏", "by", "phone", NULL);
  if (status == BH_STATUS_CLOSED)
    bh_test_desk_do (self, BH_VERB_CALLBACK, "王敏", "score", "5", NULL);
}

static gpointer
load_cb (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  BhTestDesk *self = user_data;

  return bh_ticket_view_load (connection, self->ticket_id, error);
}

BhTicketView *
bh_test_desk_load (BhTestDesk *self)
{
  g_autoptr (GError) error = NULL;
  BhTicketView *view = bh_store_read (self->store, load_cb, self, NULL, &error);

  g_assert_no_error (error);

  return view;
}

static gboolean
set_pin_cb (BhWork *work, gpointer user_data, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  g_autofree char *hash = bh_staff_pin_hash (BH_TEST_DESK_PIN, 7);
  BhStatement *statement = bh_connection_prepare (
      connection, "UPDATE staff SET pin = ?1, role = ?3 WHERE name = ?2", error);

  g_assert_nonnull (statement);
  bh_statement_bind_text (statement, 1, hash);
  bh_statement_bind_text (statement, 2, user_data);
  bh_statement_bind_int64 (statement, 3, BH_ROLE_SUPERVISOR);
  bh_work_touch_register (work);

  return bh_statement_run (statement, error);
}

void
bh_test_desk_give_pin (BhTestDesk *self, const char *name)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (self->store, set_pin_cb, (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}
