/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-folder.h"
#include "ui/common/bh-drafts.h"

static void
assert_draft (BhDrafts *drafts, gint64 ticket_id, const char *form, const char *expected)
{
  g_autoptr (BhPayload) draft = bh_drafts_get (drafts, ticket_id, form);
  g_autofree char *text = draft != NULL ? bh_payload_to_text (draft) : NULL;

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (bh_drafts_has (drafts, ticket_id, form), ==, expected != NULL);
}

static void
test_memory (void)
{
  g_autoptr (BhDrafts) drafts = bh_drafts_new (NULL);
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("text", "第一行\n第二行 = \\", NULL);
  g_autoptr (BhPayload) empty = bh_payload_new ();

  assert_draft (drafts, 1, "note", NULL);
  bh_drafts_set (drafts, 1, "note", inputs);
  assert_draft (drafts, 1, "note", "text=第一行\\n第二行 = \\\\\n");
  assert_draft (drafts, 2, "note", NULL);
  assert_draft (drafts, 1, "finish", NULL);
  bh_drafts_set (drafts, 1, "note", empty);
  assert_draft (drafts, 1, "note", NULL);
}

/* What was flushed is there after the end of the program; what is being typed follows at once. */
static void
test_file (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "state", "drafts.ini", NULL);
  BhDrafts *drafts = bh_drafts_new (path);
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("measure", " 换阀门 ", "told", "yes", NULL);
  g_autoptr (BhDrafts) after = NULL;
  g_autoptr (BhDrafts) later = NULL;

  bh_drafts_set (drafts, 7, "plan", inputs);
  bh_drafts_set (drafts, 0, "new", inputs);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  bh_drafts_flush (drafts);
  after = bh_drafts_new (path);
  assert_draft (after, 7, "plan", "measure= 换阀门 \ntold=yes\n");
  assert_draft (after, 0, "new", "measure= 换阀门 \ntold=yes\n");

  bh_drafts_set (drafts, 7, "plan", NULL);
  g_assert_finalize_object (drafts);
  later = bh_drafts_new (path);
  assert_draft (later, 7, "plan", NULL);
  assert_draft (later, 0, "new", "measure= 换阀门 \ntold=yes\n");
}

static void
test_written_soon (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "drafts.ini", NULL);
  g_autoptr (BhDrafts) drafts = bh_drafts_new (path);
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("text", "x", NULL);

  bh_drafts_set (drafts, 1, "note", inputs);
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
}

/* A damaged file costs the drafts in it and nothing else. */
static void
test_damaged_file (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "drafts.ini", NULL);
  g_autoptr (BhDrafts) drafts = NULL;
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("text", "x", NULL);

  g_assert_true (g_file_set_contents (path, "[1]\nnote=no payload\n", -1, NULL));
  drafts = bh_drafts_new (path);
  g_assert_null (bh_drafts_get (drafts, 1, "note"));
  bh_drafts_set (drafts, 1, "note", inputs);
  assert_draft (drafts, 1, "note", "text=x\n");
  g_clear_object (&drafts);

  g_assert_true (g_file_set_contents (path, "\xff\xfe no key file", -1, NULL));
  drafts = bh_drafts_new (path);
  assert_draft (drafts, 1, "note", NULL);
}

static void
test_path (void)
{
  g_autofree char *one = bh_drafts_dup_default_path ("/a/office.bihuan");
  g_autofree char *same = bh_drafts_dup_default_path ("/a/office.bihuan");
  g_autofree char *other = bh_drafts_dup_default_path ("/b/office.bihuan");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drafts/memory", test_memory);
  g_test_add_func ("/drafts/file", test_file);
  g_test_add_func ("/drafts/written-soon", test_written_soon);
  g_test_add_func ("/drafts/damaged-file", test_damaged_file);
  g_test_add_func ("/drafts/path", test_path);

  return g_test_run ();
}
