/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-rows.h"

#include "support/bh-test-store.h"

G_BEGIN_DECLS

/* The rows of the register in tests. Values are "key=value" lines in any order. */

/** bh_test_register_save: one transaction that must succeed. Returns: the id of the row */
gint64
bh_test_register_save (BhTestStore *test, BhRegisterKind kind, gint64 id, const char *values);
/** bh_test_register_refuse: must be refused with words of @reason, at the field with the key
 * @field */
void bh_test_register_refuse (BhTestStore *test,
                              BhRegisterKind kind,
                              gint64 id,
                              const char *values,
                              const char *field,
                              const char *reason);
/** bh_test_register_retire: must succeed */
void bh_test_register_retire (BhTestStore *test, BhRegisterKind kind, gint64 id, gboolean retired);
/** bh_test_register_refuse_retiring: must be refused with words of @reason */
void bh_test_register_refuse_retiring (
    BhTestStore *test, BhRegisterKind kind, gint64 id, gboolean retired, const char *reason);

/** bh_test_register_list: Returns: (transfer full): the titles of the rows, joined by a blank,
 * with "-" before retired ones */
char *bh_test_register_list (BhTestStore *test,
                             BhRegisterKind kind,
                             const char *search,
                             gint64 parent_id,
                             gboolean with_retired,
                             guint limit,
                             guint *n_total);
/** bh_test_register_assert_list: @expected: as bh_test_register_list() gives it */
void bh_test_register_assert_list (BhTestStore *test,
                                   BhRegisterKind kind,
                                   const char *search,
                                   gint64 parent_id,
                                   gboolean with_retired,
                                   const char *expected);
/** bh_test_register_assert_found: the same, of all rows in use */
void bh_test_register_assert_found (BhTestStore *test,
                                    BhRegisterKind kind,
                                    const char *search,
                                    const char *expected);
/** bh_test_register_assert_field: @value: (nullable): the canonical one, NULL for any; @text: what
 * people read */
void bh_test_register_assert_field (BhTestStore *test,
                                    BhRegisterKind kind,
                                    gint64 id,
                                    const char *key,
                                    const char *value,
                                    const char *text);

G_END_DECLS
