/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/* A small office in a database of its own: two departments, a few staff, one community with rooms,
 * categories with policies of every sort. */

/** BH_TEST_DESK_START: 2026-03-02 08:00 in Asia/Shanghai, a Monday; where the clock begins. */
#define BH_TEST_DESK_START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC)
#define BH_TEST_DESK_MINUTE (60 * BH_USEC_PER_SEC)
#define BH_TEST_DESK_HOUR (60 * BH_TEST_DESK_MINUTE)
#define BH_TEST_DESK_DAY (24 * BH_TEST_DESK_HOUR)
#define BH_TEST_DESK_PIN "2580"

/* What there is, by name:
 * - staff: 王敏 (clerk of 客户服务), 陈静 (supervisor of it), 周平 (auditor of it),
 *   李强 and 赵刚 (workers of 工程维修), 孙洁 (worker of 保洁绿化)
 * - categories: 漏水 (default policies), 快修 (nothing between acceptance and finish is asked for,
 *   no callback, may be answered), 电梯 (wants a cause), 自由 (as 快修, but with callback)
 * - places: 阳光花园 / 3栋 / 2单元 / 301, 302; the public area 大堂 */

typedef struct
{
  char *folder;   /* (owned) */
  char *path;     /* (owned) */
  BhClock *clock; /* (owned) */
  BhStore *store; /* (owned) */
  gint64 ticket_id;
  BhTicket *ticket; /* (owned) (nullable): after the last verb */
} BhTestDesk;

BhTestDesk *bh_test_desk_new (void);
void bh_test_desk_free (BhTestDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTestDesk, bh_test_desk_free)

/** bh_test_desk_give_pin: @name approves as a supervisor from now on, with %BH_TEST_DESK_PIN */
void bh_test_desk_give_pin (BhTestDesk *desk, const char *name);

/** bh_test_desk_forward: moves the clock on by @usec */
void bh_test_desk_forward (BhTestDesk *desk, gint64 usec);

/**
 * bh_test_desk_try:
 * @who: name of a member of staff, who acts
 * @at: instant, 0 for now
 *
 * One verb in one transaction on the desk's ticket, or on a new one.
 *
 * Returns: FALSE with @error
 */
gboolean bh_test_desk_try (
    BhTestDesk *desk, BhVerb verb, const char *who, BhPayload *inputs, gint64 at, GError **error);

/** bh_test_desk_do: the same, a minute after the last; the test fails where it is refused.
 * @first_key: keys and values, ended by %NULL */
void bh_test_desk_do (BhTestDesk *desk, BhVerb verb, const char *who, const char *first_key, ...);

/** bh_test_desk_refuse: the same, but the test fails unless it is refused with @code and words of
 * @reason, and nothing is changed */
void bh_test_desk_refuse (BhTestDesk *desk,
                          BhVerb verb,
                          const char *who,
                          int code,
                          const char *reason,
                          const char *first_key,
                          ...);

/** bh_test_desk_register: a new complaint of 张晓燕 in 3-2-301 with @category and @grade */
void bh_test_desk_register (BhTestDesk *desk, const char *category, const char *grade);

/** bh_test_desk_work_until: registers a ticket and takes it by the usual verbs to @status; 李强
 * holds and finishes it */
void bh_test_desk_work_until (BhTestDesk *desk,
                              const char *category,
                              const char *grade,
                              BhStatus status);

/** bh_test_desk_load: Returns: (transfer full): the desk's ticket as it is stored, with its
 * history */
BhTicketView *bh_test_desk_load (BhTestDesk *desk);

G_END_DECLS
