/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-papers.h"
#include "support/bh-test-desk.h"
#include "draw/bh-paper-pages.h"
#include "storage/bh-file-store.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  BhOffice *office;
  BhPaperRequest request;
} Making;

static gpointer
make_cb (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Making *making = user_data;

  return bh_papers_make (connection, making->office, &making->request, cancellable, error);
}

/* About the days around those of the test desk; what has just happened is known. */
static Making
start_making (BhTestDesk *desk, BhPaperKind kind)
{
  gint64 now = bh_clock_now (desk->clock);
  Making making = { bh_store_dup_office (desk->store), { .kind = kind, .as_of = now + 1 } };

  making.request.made_at = now;
  making.request.ticket_id = desk->ticket_id;
  making.request.period = (BhPeriod){ BH_TEST_DESK_START - 100 * BH_TEST_DESK_DAY,
                                      BH_TEST_DESK_START + 100 * BH_TEST_DESK_DAY };

  return making;
}

static BhPaper *
make (BhTestDesk *desk, BhPaperKind kind)
{
  Making making = start_making (desk, kind);
  g_autofree char *folder = bh_file_store_dup_folder (desk->path);
  g_autoptr (GError) error = NULL;
  BhPaper *paper;

  making.request.folder = folder;
  paper = bh_store_read (desk->store, make_cb, &making, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (making.office);

  return paper;
}

static char *
make_text (BhTestDesk *desk, BhPaperKind kind)
{
  g_autoptr (BhPaper) paper = make (desk, kind);

  return bh_paper_dup_text (paper);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in: %s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in: %s", part, text);
}

/* Everything of the ticket, the history too, on one page. */
static void
test_work_order (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *text = NULL;
  g_autoptr (BhPaper) paper = NULL;
  g_autoptr (BhPaperPages) pages = NULL;

  bh_test_desk_work_until (desk, "漏水", "important", BH_STATUS_PLANNED);
  text = make_text (desk, BH_PAPERS_WORK_ORDER);
  assert_has (text, desk->ticket->number);
  assert_has (text, desk->ticket->summary);
  assert_has (text, "张晓燕");
  assert_has (text, "138 0013 8000");
  assert_has (text, "3栋2单元301");
  assert_has (text, "Important");
  assert_has (text, "李强");
  assert_has (text, "Dispatched to 工程维修, 李强");
  assert_has (text, "2026-03-02 08:");
  assert_has (text, "The owner's signature");
  assert_has (text, "□ Very satisfied");

  paper = make (desk, BH_PAPERS_WORK_ORDER);
  pages = bh_paper_pages_new (paper, BH_PAPER_A4_WIDTH, BH_PAPER_A4_HEIGHT);
  g_assert_cmpuint (bh_paper_pages_get_n (pages), ==, 1);
}

/* A stage that is late says so, and by how much. */
static void
test_late (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *order = NULL, *none = NULL, *list = NULL;

  bh_test_desk_work_until (desk, "漏水", "important", BH_STATUS_PLANNED);
  none = make_text (desk, BH_PAPERS_OVERDUE);
  assert_has (none, "No open ticket is overdue.");
  bh_test_desk_forward (desk, 10 * BH_TEST_DESK_DAY);
  order = make_text (desk, BH_PAPERS_WORK_ORDER);
  assert_has (order, " late");
  list = make_text (desk, BH_PAPERS_OVERDUE);
  assert_has (list, "1 ticket\n");
  assert_has (list, desk->ticket->number);
  assert_has (list, "工程维修\n李强");
  assert_has (list, "7 d ");
}

static void
test_callbacks (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *none = NULL, *list = NULL;

  none = make_text (desk, BH_PAPERS_CALLBACKS);
  assert_has (none, "Nobody waits for a callback.");
  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_SIGNED);
  list = make_text (desk, BH_PAPERS_CALLBACKS);
  assert_has (list, desk->ticket->number);
  assert_has (list, "张晓燕\n138 0013 8000");
  assert_has (list, desk->ticket->result);
  /* Who did it does not call. */
  assert_has (list, "李强");
}

/* What was said by and of people is not on it, whatever is written there. */
static void
test_notice (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *empty = make_text (desk, BH_PAPERS_NOTICE);
  g_autofree char *open = NULL, *done = NULL;
  static const char *const private[]
      = { "张晓燕", "138", "301", "2单元", "漏水了", "厨房", "李强", "王敏", "W2026" };

  assert_has (empty, "No matter that concerns all is under way.");
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   "general", "category", "快修", "summary", "张晓燕家漏水了", "description",
                   "厨房，请打13800138000", "room", "3-2-301", "contact", "张晓燕", "phone",
                   "13800138000", "public-text", "3栋外墙维修", NULL);
  open = make_text (desk, BH_PAPERS_NOTICE);
  assert_has (open, "3栋外墙维修\n3栋\n2026-03-02\n–");
  assert_has (open, "No matter that concerns all was finished in this period.");
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", "person", "李强",
                   NULL);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "厨房修好", NULL);
  done = make_text (desk, BH_PAPERS_NOTICE);
  assert_has (done, "3栋外墙维修\n3栋\n2026-03-02\n2026-03-02");
  assert_has (done, "100.0%△");
  assert_has (done, "△ of fewer than ten");
  assert_lacks (empty, "△ of fewer than ten");
  assert_has (done, "No matter that concerns all is under way.");
  for (guint i = 0; i < G_N_ELEMENTS (private); i++)
    {
      assert_lacks (open, private[i]);
      assert_lacks (done, private[i]);
    }
}

/* What happened after as-of is not known. */
static void
test_notice_as_of (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  Making making;
  g_autoptr (BhPaper) paper = NULL;
  g_autofree char *text = NULL;

  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   "general", "category", "快修", "summary", "灯", "public-text", "路灯更换",
                   "place", "大堂", NULL);
  making = start_making (desk, BH_PAPERS_NOTICE);
  bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", "person", "李强",
                   NULL);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "换了", NULL);
  paper = bh_store_read (desk->store, make_cb, &making, NULL, NULL);
  text = bh_paper_dup_text (paper);
  assert_has (text, "路灯更换\n阳光花园\n2026-03-02\n–");
  assert_has (text, "No matter that concerns all was finished in this period.");
  g_object_unref (making.office);
}

static void
test_shift (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *text = NULL;

  bh_test_desk_register (desk, "漏水", "urgent");
  text = make_text (desk, BH_PAPERS_SHIFT);
  assert_has (text, "[Urgent and open] 1");
  assert_has (text, desk->ticket->number);
  assert_has (text, "Taken over by");
}

static char *
write_photo (BhTestDesk *desk)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 64, 48);
  char *path = g_build_filename (desk->folder, "水管.jpg", NULL);

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "jpeg", NULL, NULL));

  return path;
}

/* Photos stand on it with what they show; what is none, or gone, is named. */
static void
test_photos (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *photo = write_photo (desk);
  g_autofree char *note = g_build_filename (desk->folder, "说明.txt", NULL);
  g_autofree char *folder = bh_file_store_dup_folder (desk->path);
  g_autofree char *text = NULL, *gone = NULL, *stored = NULL;
  BhAttachment *attachment;

  g_assert_true (g_file_set_contents (note, "墙上有水", -1, NULL));
  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_do (desk, BH_VERB_ATTACH, "王敏", "file", photo, "use", "before", "note", "阀门",
                   NULL);
  attachment = g_ptr_array_index (desk->ticket->attachments, 0);
  stored = bh_file_store_dup_path (folder, attachment->hash);
  bh_test_desk_do (desk, BH_VERB_ATTACH, "王敏", "file", note, "use", "other", NULL);
  text = make_text (desk, BH_PAPERS_WORK_ORDER);
  assert_has (text, "Before the work · 2026-03-02 08:");
  assert_has (text, " · 阀门");
  assert_has (text, "Also attached: 说明.txt");
  g_assert_cmpint (g_remove (stored), ==, 0);
  gone = make_text (desk, BH_PAPERS_WORK_ORDER);
  assert_has (gone, "Also attached: 水管.jpg (");
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
test_async (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GAsyncResult) made = NULL, saved = NULL, refused = NULL, cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BhPaper) paper = NULL;
  g_autofree char *path = g_build_filename (desk->folder, "工单.pdf", NULL);
  g_autofree char *wrong = g_build_filename (desk->folder, "no", "工单.pdf", NULL);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  Making making;

  bh_test_desk_register (desk, "漏水", "general");
  making = start_making (desk, BH_PAPERS_WORK_ORDER);
  bh_papers_make_async (desk->store, &making.request, NULL, keep_cb, &made);
  paper = bh_papers_make_finish (desk->store, wait_for (&made), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bh_paper_get_title (paper), ==, "Work order");
  bh_papers_save_async (desk->store, &making.request, path, NULL, keep_cb, &saved);
  g_assert_true (bh_papers_save_finish (desk->store, wait_for (&saved), &error));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  bh_papers_save_async (desk->store, &making.request, wrong, NULL, keep_cb, &refused);
  g_assert_false (bh_papers_save_finish (desk->store, wait_for (&refused), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_cancellable_cancel (cancellable);
  bh_papers_save_async (desk->store, &making.request, path, cancellable, keep_cb, &cancelled);
  g_assert_false (bh_papers_save_finish (desk->store, wait_for (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  name = bh_papers_dup_file_name (making.office, &making.request, "pdf");
  g_assert_true (g_str_has_suffix (name, "Work order 2026-03-02 08_01.pdf"));
  g_object_unref (making.office);
}

static void
test_codes (void)
{
  BhPaperKind kind;

  for (guint i = 0; i < BH_N_PAPERS; i++)
    {
      g_assert_true (bh_papers_find (bh_papers_get_code ((BhPaperKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (bh_papers_get_title (kind), !=, "");
    }
  g_assert_false (bh_papers_find ("letter", &kind));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/work-order", test_work_order);
  g_test_add_func ("/papers/late", test_late);
  g_test_add_func ("/papers/callbacks", test_callbacks);
  g_test_add_func ("/papers/notice", test_notice);
  g_test_add_func ("/papers/notice-as-of", test_notice_as_of);
  g_test_add_func ("/papers/shift", test_shift);
  g_test_add_func ("/papers/photos", test_photos);
  g_test_add_func ("/papers/async", test_async);
  g_test_add_func ("/papers/codes", test_codes);

  return g_test_run ();
}
