/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper.h"

G_BEGIN_DECLS

/**
 * BhPaperFact:
 * @label: (owned): what it is
 * @value: (owned): what there is to read
 * @wide: a text, over the whole width however short it is
 */
typedef struct
{
  char *label;
  char *value;
  gboolean wide;
} BhPaperFact;

/** BH_WORK_ORDER_STAGE_CELLS: stage, holder, begun, due, done, how it ended */
#define BH_WORK_ORDER_STAGE_CELLS 6
/** BH_WORK_ORDER_EVENT_CELLS: when, who, what */
#define BH_WORK_ORDER_EVENT_CELLS 3

/**
 * BhWorkOrder:
 * @number: (owned): of the ticket
 * @facts: (owned) (element-type BhPaperFact): in order
 * @stages: (owned) (element-type GStrv): %BH_WORK_ORDER_STAGE_CELLS texts each
 * @events: (owned) (element-type GStrv): %BH_WORK_ORDER_EVENT_CELLS texts each
 * @photos: (owned) (element-type BhPaperPhoto)
 * @captions: (owned) (element-type utf8): of @photos
 * @files: (owned) (nullable): what else is attached, and what cannot be shown
 * @signature: (owned) (nullable): the owner's
 * @signed_by: (owned) (nullable): who signed when, where it is signed
 * @office: (owned): name of the office
 * @made_at: (owned): when it is printed
 *
 * What a work order says, ready to be read.
 */
typedef struct
{
  char *number;
  GPtrArray *facts;
  GPtrArray *stages;
  GPtrArray *events;
  GPtrArray *photos;
  GPtrArray *captions;
  char *files;
  BhPaperPhoto *signature;
  char *signed_by;
  char *office;
  char *made_at;
} BhWorkOrder;

BhWorkOrder *bh_work_order_new (void);
void bh_work_order_free (BhWorkOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhWorkOrder, bh_work_order_free)

/** bh_work_order_add_fact: @value: (nullable): nothing is added for %NULL and "" */
void
bh_work_order_add_fact (BhWorkOrder *self, const char *label, const char *value, gboolean wide);

/** bh_work_order_make_paper: Returns: (transfer full): one page where it fits; what is filled in by
 * hand stands before the history, so that it is on the first one */
BhPaper *bh_work_order_make_paper (const BhWorkOrder *self);

G_END_DECLS
