/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-staff-pin.h"

#include "domain/bh-error.h"

static BhStaff *
make_staff (const char *pin)
{
  BhStaff *staff = bh_staff_new (7, "赵敏", FALSE, 1, BH_ROLE_SUPERVISOR, NULL);

  staff->pin = g_strdup (pin);

  return staff;
}

/* Computed with another program: hashlib.pbkdf2_hmac of Python. */
static void
test_known_answer (void)
{
  g_autofree char *hash = bh_staff_pin_hash ("4711", 1234);

  g_assert_cmpstr (hash, ==,
                   "pbkdf2-sha256$20000$00000000000004d2$"
                   "460bc673368de38dcd82739bed66240dd934634c63883279520908acccfe2b95");
}

/* Whoever knows the PIN of a demo office gets in, nobody else. */
static void
test_public (void)
{
  g_autofree char *hash = bh_staff_pin_hash_public ("2468", 7);
  g_autoptr (BhStaff) staff = make_staff (hash);

  g_assert_true (bh_staff_pin_check (staff, "2468"));
  g_assert_false (bh_staff_pin_check (staff, "2469"));
}

static void
test_check (void)
{
  g_autofree char *hash = bh_staff_pin_hash ("271828", 99);
  g_autofree char *other = bh_staff_pin_hash ("271828", 100);
  g_autoptr (BhStaff) staff = make_staff (hash);

  g_assert_cmpstr (hash, !=, other);
  g_assert_null (strstr (hash, "271828"));
  g_assert_true (bh_staff_pin_check (staff, "271828"));
  g_assert_true (bh_staff_pin_check (staff, " ２７１８２８ "));
  g_assert_false (bh_staff_pin_check (staff, "271829"));
  g_assert_false (bh_staff_pin_check (staff, "27182"));
  g_assert_false (bh_staff_pin_check (staff, ""));
  g_assert_false (bh_staff_pin_check (staff, NULL));
}

/* Nobody gets in by an empty or a broken stored text. */
static void
test_no_pin (void)
{
  static const char *const stored[] = {
    NULL,
    "",
    "1234",
    "pbkdf2-sha256$1$00$",
    "pbkdf2-sha256$0$00$aa",
    "pbkdf2-sha256$99999999999$00$aa",
    "md5$1$00$81dc9bdb52d04dc20036dbd8313ed055",
    "pbkdf2-sha256$1$00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      g_autoptr (BhStaff) staff = make_staff (stored[i]);

      g_assert_false (bh_staff_pin_check (staff, "1234"));
      g_assert_false (bh_staff_pin_check (staff, ""));
    }
}

static void
test_read (void)
{
  static const char *const bad[]
      = { NULL, "", "   ", "123", "123456789", "12a4", "12 34", "十二三四" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *pin = bh_staff_pin_read (bad[i], &error);

      g_assert_null (pin);
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
    }
  for (const char *const *good = (const char *const[]){ "0000", "１２３４", "12345678", NULL };
       *good != NULL; good++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *pin = bh_staff_pin_read (*good, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (strspn (pin, "0123456789"), ==, strlen (pin));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/staff-pin/known-answer", test_known_answer);
  g_test_add_func ("/staff-pin/check", test_check);
  g_test_add_func ("/staff-pin/public", test_public);
  g_test_add_func ("/staff-pin/no-pin", test_no_pin);
  g_test_add_func ("/staff-pin/read", test_read);

  return g_test_run ();
}
