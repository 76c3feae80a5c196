/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-classifier.h"
#include "domain/bh-office.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BhHint:
 * @id: of a category, department or member of staff, or a #BhGrade; 0 for no suggestion
 * @confidence: 0 to 1
 * @reason: (owned) (nullable): why, translated
 *
 * One suggestion. Nobody has to follow it.
 */
typedef struct
{
  gint64 id;
  double confidence;
  char *reason;
} BhHint;

void bh_hint_clear (BhHint *hint);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhHint, bh_hint_clear)

/**
 * bh_suggestion_train:
 * @connection: inside of a read transaction, or %NULL for the names of the categories alone
 * @now: present instant; only the last two years are learned from
 * @limit: at most so many tickets, the newest
 *
 * Learns categories from the tickets of the office, and from the names of the categories, which are
 * all there is in a new one.
 *
 * Returns: (transfer full) (nullable): NULL with @error
 */
BhClassifier *bh_suggestion_train (BhConnection *connection,
                                   BhOffice *office,
                                   gint64 now,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * bh_suggestion_find_category:
 * @model: (nullable): what was learned
 * @summary, @description: (nullable): what somebody reports
 * @hint: (out caller-allocates): the category in use that is likeliest
 *
 * Takes microseconds.
 */
void bh_suggestion_find_category (BhClassifier *model,
                                  BhOffice *office,
                                  const char *summary,
                                  const char *description,
                                  BhHint *hint);

/**
 * bh_suggestion_find_grade:
 * @category_id: 0 for none
 * @hint: (out caller-allocates): urgent where a word of danger is found, else what the category
 *   names; no suggestion where it names none
 */
void bh_suggestion_find_grade (BhOffice *office,
                               gint64 category_id,
                               const char *summary,
                               const char *description,
                               BhHint *hint);

/**
 * BhDispatchQuestion:
 * @category_id: 0 for none
 * @department_id: that was chosen already, 0 to suggest one
 * @concerns: whom the ticket concerns, who cannot have it; 0 for nobody
 */
typedef struct
{
  gint64 category_id;
  gint64 department_id;
  gint64 concerns;
} BhDispatchQuestion;

/** BhDispatchHint: who should have a ticket. */
typedef struct
{
  BhHint department;
  BhHint person;
} BhDispatchHint;

void bh_dispatch_hint_free (BhDispatchHint *hint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhDispatchHint, bh_dispatch_hint_free)

/**
 * bh_suggestion_find_holder:
 * @connection: inside of a transaction
 * @now: present instant
 *
 * The department is the category's own, unless the last tickets of the category went elsewhere. The
 * person is of that department, on duty, and the best by skill, by how the last ones of the
 * category went with whom, and by how many tickets each holds now.
 *
 * Returns: (transfer full) (nullable): NULL with @error
 */
BhDispatchHint *bh_suggestion_find_holder (BhConnection *connection,
                                           BhOffice *office,
                                           const BhDispatchQuestion *question,
                                           gint64 now,
                                           GError **error);

G_END_DECLS
