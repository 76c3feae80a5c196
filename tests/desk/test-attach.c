/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "desk/bh-desk-files.h"
#include "domain/bh-error.h"
#include "storage/bh-file-store.h"
#include "support/bh-test-folder.h"

#include <string.h>

#define REFUSED BH_DOMAIN_ERROR_REFUSED
#define INPUT BH_DOMAIN_ERROR_INPUT

/* The smallest picture there is, as a window hands over a drawn signature. */
#define PICTURE                                                                                    \
  "data:image/"                                                                                    \
  "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAW"           \
  "jR9awAAAABJRU5ErkJggg=="

static char *
write_file (BhTestDesk *desk, const char *name, const char *text)
{
  char *path = g_build_filename (desk->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static BhAttachment *
get_last (BhTestDesk *desk)
{
  GPtrArray *attachments = desk->ticket->attachments;

  g_assert_cmpuint (attachments->len, >, 0);

  return g_ptr_array_index (attachments, attachments->len - 1);
}

static void
assert_stored (BhTestDesk *desk, const char *hash)
{
  g_autofree char *folder = bh_file_store_dup_folder (desk->path);

  g_assert_cmpint (bh_file_store_verify (folder, hash, NULL), ==, BH_FILE_SOUND);
}

static void
test_path (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *path = write_file (desk, "现场.txt", "墙上有水");
  BhAttachment *attachment;

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_do (desk, BH_VERB_ATTACH, "王敏", "file", path, "use", "before", "note", "客厅",
                   NULL);
  attachment = get_last (desk);
  g_assert_cmpstr (attachment->name, ==, "现场.txt");
  g_assert_cmpstr (attachment->type, ==, "text/plain");
  g_assert_cmpint (attachment->size, ==, (gint64) strlen ("墙上有水"));
  g_assert_cmpint (attachment->use, ==, BH_ATTACHMENT_BEFORE);
  g_assert_cmpstr (attachment->note, ==, "客厅");
  g_assert_cmpint (attachment->seq, ==, 2);
  g_assert_cmpint (attachment->by_id, !=, 0);
  assert_stored (desk, attachment->hash);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
}

static void
test_refuses (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *missing = g_build_filename (desk->folder, "missing", NULL);
  g_autofree char *empty = write_file (desk, "empty", "");
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("file", missing, NULL);
  g_autoptr (BhPayload) nothing = bh_payload_new_from ("file", empty, NULL);
  g_autoptr (GError) error = NULL;

  bh_test_desk_register (desk, "漏水", "general");
  g_assert_false (bh_test_desk_try (desk, BH_VERB_ATTACH, "王敏", inputs, 0, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bh_test_desk_try (desk, BH_VERB_ATTACH, "王敏", nothing, 0, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  bh_test_desk_refuse (desk, BH_VERB_ATTACH, "王敏", INPUT, "path", "file", "data:image/png,x",
                       NULL);
  bh_test_desk_refuse (desk, BH_VERB_ATTACH, "王敏", INPUT, "gone.png", "file",
                       "0123456789012345678901234567890123456789012345678901234567890123/gone.png",
                       NULL);
  bh_test_desk_refuse (desk, BH_VERB_ATTACH, "周平", REFUSED, "auditor", "file", missing, NULL);
}

/* An undone attachment is not shown, and its content stays: the history names it. */
static void
test_undo (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *path = write_file (desk, "photo", "abc");
  g_autofree char *hash = NULL;

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_do (desk, BH_VERB_ATTACH, "王敏", "file", path, NULL);
  hash = g_strdup (get_last (desk)->hash);
  g_assert_cmpint (get_last (desk)->use, ==, BH_ATTACHMENT_OTHER);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  g_assert_cmpuint (desk->ticket->attachments->len, ==, 0);
  assert_stored (desk, hash);
}

static void
test_signature (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  BhOpinion *opinion;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_FINISHED);
  bh_test_desk_refuse (desk, BH_VERB_SIGN, "王敏", INPUT, "no picture", "signature",
                       "data:text/plain;base64,YWJj", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "by", "owner", "signature", PICTURE, NULL);
  opinion = g_ptr_array_index (desk->ticket->opinions, 0);
  g_assert_nonnull (opinion->signature);
  assert_stored (desk, opinion->signature);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static char *
wait_for_file (BhDesk *desk, GAsyncResult **result, GError **error)
{
  char *input;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  input = bh_desk_store_finish (desk, *result, error);
  g_clear_object (result);

  return input;
}

/* As the window does it: the file first, in another thread, then the verb. */
static void
test_stored_before (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  g_autofree char *path = write_file (office, "photo.txt", "abc");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abcd", 4);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *content = NULL;
  GAsyncResult *result = NULL;

  bh_test_desk_register (office, "漏水", "general");
  bh_desk_store_file_async (desk, file, NULL, NULL, NULL, keep_result_cb, &result);
  first = wait_for_file (desk, &result, &error);
  g_assert_no_error (error);
  bh_desk_store_bytes_async (desk, bytes, "图片.png", NULL, keep_result_cb, &result);
  second = wait_for_file (desk, &result, &error);
  g_assert_no_error (error);

  bh_test_desk_do (office, BH_VERB_ATTACH, "王敏", "file", first, NULL);
  g_assert_cmpstr (get_last (office)->name, ==, "photo.txt");
  bh_test_desk_do (office, BH_VERB_ATTACH, "王敏", "file", second, NULL);
  g_assert_cmpstr (get_last (office)->name, ==, "图片.png");
  g_assert_cmpint (get_last (office)->size, ==, 4);
  content = bh_desk_dup_file_path (desk, get_last (office)->hash);
  g_assert_true (g_file_test (content, G_FILE_TEST_IS_REGULAR));
}

static void
test_store_fails (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  g_autoptr (GFile) file = g_file_new_for_path (office->folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  bh_desk_store_file_async (desk, file, NULL, NULL, NULL, keep_result_cb, &result);
  g_assert_null (wait_for_file (desk, &result, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  bh_desk_store_file_async (desk, file, NULL, NULL, cancellable, keep_result_cb, &result);
  g_assert_null (wait_for_file (desk, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attach/path", test_path);
  g_test_add_func ("/attach/refuses", test_refuses);
  g_test_add_func ("/attach/undo", test_undo);
  g_test_add_func ("/attach/signature", test_signature);
  g_test_add_func ("/attach/stored-before", test_stored_before);
  g_test_add_func ("/attach/store-fails", test_store_fails);

  return g_test_run ();
}
