/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-staff-pins.h"

#include "domain/bh-error.h"
#include "domain/bh-staff-pin.h"
#include "storage/bh-register-repository.h"
#include "support/bh-test-desk.h"

#include <string.h>

typedef struct
{
  const char *actor; /* (nullable): nobody in particular */
  const char *staff;
  const char *secret;
  const char *pin;
} Setting;

static gint64
find (BhOffice *office, const char *name)
{
  BhEntry *staff = name != NULL ? bh_office_find (office, BH_TYPE_STAFF, name) : NULL;

  return staff != NULL ? bh_entry_get_id (staff) : 0;
}

static gboolean
set_cb (BhWork *work, gpointer user_data, GError **error)
{
  Setting *setting = user_data;
  BhOffice *office = bh_work_get_office (work, error);

  return bh_pins_set (work, find (office, setting->actor), find (office, setting->staff),
                      setting->secret, setting->pin, error);
}

static void
set (BhTestDesk *desk, const char *actor, const char *staff, const char *secret, const char *pin)
{
  Setting setting = { actor, staff, secret, pin };
  g_autoptr (GError) error = NULL;

  bh_store_write (desk->store, set_cb, &setting, NULL, &error);
  g_assert_no_error (error);
}

static void
refuse (BhTestDesk *desk,
        const char *actor,
        const char *staff,
        const char *secret,
        const char *pin,
        int code,
        const char *reason)
{
  Setting setting = { actor, staff, secret, pin };
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (desk->store, set_cb, &setting, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, code);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
assert_pin (BhTestDesk *desk, const char *name, const char *pin, gboolean right)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);

  g_assert_true (bh_staff_pin_check (bh_office_find (office, BH_TYPE_STAFF, name), pin) == right);
}

static gboolean
add_manager (BhWork *work, gpointer user_data, GError **error)
{
  return bh_register_add_staff (work, "吴经理", 0, BH_ROLE_MANAGER, NULL, error) != 0;
}

/* The first PINs are free; then each is its owner's. */
static void
test_own (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  refuse (desk, "陈静", "陈静", NULL, "12", BH_DOMAIN_ERROR_INPUT, "4 to 8 digits");
  refuse (desk, "王敏", "陈静", NULL, "1234", BH_DOMAIN_ERROR_REFUSED, "first PIN of 陈静");
  set (desk, "陈静", "陈静", NULL, "1234");
  assert_pin (desk, "陈静", "1234", TRUE);

  refuse (desk, "陈静", "陈静", NULL, "5678", BH_DOMAIN_ERROR_REFUSED, "not the present PIN");
  refuse (desk, "陈静", "陈静", "4321", "5678", BH_DOMAIN_ERROR_REFUSED, "not the present PIN");
  refuse (desk, "王敏", "陈静", "1234", "5678", BH_DOMAIN_ERROR_REFUSED, "Only 陈静");
  refuse (desk, NULL, "陈静", "1234", "5678", BH_DOMAIN_ERROR_REFUSED, "Only 陈静");
  assert_pin (desk, "陈静", "1234", TRUE);
  set (desk, "陈静", "陈静", "1234", "56789012");
  assert_pin (desk, "陈静", "1234", FALSE);
  assert_pin (desk, "陈静", "56789012", TRUE);
}

/* A manager helps who forgot, with the manager's own PIN. */
static void
test_manager (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GError) error = NULL;

  bh_store_write (desk->store, add_manager, NULL, NULL, &error);
  g_assert_no_error (error);
  set (desk, "吴经理", "陈静", NULL, "1111");
  refuse (desk, "吴经理", "陈静", NULL, "2222", BH_DOMAIN_ERROR_REFUSED, "吴经理 has no PIN yet");
  set (desk, "吴经理", "吴经理", NULL, "9999");
  refuse (desk, "吴经理", "陈静", "1111", "2222", BH_DOMAIN_ERROR_REFUSED, "present PIN of 吴经理");
  set (desk, "吴经理", "陈静", "9999", "2222");
  assert_pin (desk, "陈静", "2222", TRUE);

  /* Nobody passes for somebody who has none, now that somebody answers for it. */
  refuse (desk, "王敏", "王敏", NULL, "3333", BH_DOMAIN_ERROR_REFUSED, "set by a manager");
  set (desk, "吴经理", "王敏", "9999", "3333");
  assert_pin (desk, "王敏", "3333", TRUE);
}

static void
test_ask (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) before = bh_store_dup_office (desk->store);
  g_autoptr (BhOffice) after = NULL;
  gint64 supervisor = find (before, "陈静");

  g_assert_false (bh_pins_ask_secret (before, supervisor, supervisor));
  set (desk, "陈静", "陈静", NULL, "1234");
  after = bh_store_dup_office (desk->store);
  g_assert_true (bh_pins_ask_secret (after, supervisor, supervisor));
  g_assert_true (bh_pins_ask_secret (after, 0, supervisor));
  g_assert_false (bh_pins_ask_secret (after, supervisor, find (after, "王敏")));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* The window's way; the digits are nowhere in the file. */
static void
test_desk (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gint64 id = find (bh_desk_get_office (desk), "陈静");
  gsize size;

  bh_desk_set_staff_id (desk, id);
  bh_desk_set_pin_async (desk, id, NULL, "27182818", NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (bh_desk_set_pin_finish (desk, result, &error));
  g_assert_no_error (error);
  assert_pin (office, "陈静", "27182818", TRUE);

  bh_store_close (office->store);
  g_assert_true (g_file_get_contents (office->path, &content, &size, NULL));
  g_assert_null (memmem (content, size, "27182818", 8));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/staff-pins/own", test_own);
  g_test_add_func ("/staff-pins/manager", test_manager);
  g_test_add_func ("/staff-pins/ask", test_ask);
  g_test_add_func ("/staff-pins/desk", test_desk);

  return g_test_run ();
}
