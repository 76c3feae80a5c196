/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-field.h"
#include "ui/register/bh-register-kinds.h"
#include "ui/register/bh-register-page.h"
#include "ui/register/bh-register-table.h"

G_BEGIN_DECLS

/** BhTestRegisterPage: the page in a window, before an office of its own. */
typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhDrafts *drafts;
  GSettings *settings;
  GtkWidget *page;
  GtkWindow *window;
  const char *wanted; /* what is_listed() waits for */
  guint n_rows;       /* what has_rows() waits for */
} BhTestRegisterPage;

/** bh_test_register_page_find: Returns: (transfer none): the first widget of @type on the page */
gpointer bh_test_register_page_find (BhTestRegisterPage *fixture, GType type);

BhRegisterTable *bh_test_register_page_get_table (BhTestRegisterPage *fixture);

void bh_test_register_page_wait_rows (BhTestRegisterPage *fixture, guint n_rows);

void bh_test_register_page_act (BhTestRegisterPage *fixture, const char *action);

/** bh_test_register_page_show_kind: and waits until @n_rows are listed */
void
bh_test_register_page_show_kind (BhTestRegisterPage *fixture, BhRegisterKind kind, guint n_rows);

GListModel *bh_test_register_page_get_rows (BhTestRegisterPage *fixture);

/** bh_test_register_page_find_row: Returns: (transfer none) (nullable): the row with @value under
 * @key */
BhRegisterRow *
bh_test_register_page_find_row (BhTestRegisterPage *fixture, const char *key, const char *value);

/** bh_test_register_page_wait_listed: until @name is @listed, or is not */
void
bh_test_register_page_wait_listed (BhTestRegisterPage *fixture, const char *name, gboolean listed);

void bh_test_register_page_select_row (BhTestRegisterPage *fixture, const char *name);

/** bh_test_register_page_get_line: Returns: (transfer none): the line of the form that has @label
 */
BhField *bh_test_register_page_get_line (BhTestRegisterPage *fixture, const char *label);

GtkEditable *bh_test_register_page_get_entry (BhTestRegisterPage *fixture, const char *label);

void bh_test_register_page_type (BhTestRegisterPage *fixture, const char *label, const char *text);

void bh_test_register_page_submit (BhTestRegisterPage *fixture);

/** bh_test_register_page_press: a key that the widget with the focus leaves to those around it.
 * Returns: whether it was taken */
gboolean bh_test_register_page_press (gpointer widget, guint key, GdkModifierType state);

gboolean bh_test_register_page_press_in_list (BhTestRegisterPage *fixture, guint key);

/** bh_test_register_page_seat: makes @name the one who sits at this desk */
void bh_test_register_page_seat (BhTestRegisterPage *fixture, const char *name);

/** bh_test_register_page_add: a test with a page of its own */
void bh_test_register_page_add (const char *path,
                                void (*func) (BhTestRegisterPage *fixture, gconstpointer data));

G_END_DECLS
