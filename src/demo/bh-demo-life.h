/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-act.h"

G_BEGIN_DECLS

/* The chapters of a ticket's story. Each gives whether the story goes on. */

/**
 * bh_demo_life_play:
 * @act: a story that has not begun
 *
 * Tells the whole story of a ticket: registered, worked on, signed, called back, now and then once
 * more; or answered on the spot, withdrawn, void.
 *
 * Returns: FALSE when a verb was refused: the reason is in @act
 */
gboolean bh_demo_life_play (BhDemoAct *act);

/** bh_demo_labour_dispatch: gives the ticket to a department, sometimes to the wrong one first */
gboolean bh_demo_labour_dispatch (BhDemoAct *act);

/** bh_demo_labour_answer_at_once: the front desk answers within minutes, which ends the ticket */
gboolean bh_demo_labour_answer_at_once (BhDemoAct *act);

/** bh_demo_labour_answer: the department accepts and answers, which ends the ticket */
gboolean bh_demo_labour_answer (BhDemoAct *act);

/**
 * bh_demo_labour_work:
 * @seconds: how long it takes to finish
 *
 * The department accepts, investigates, plans and finishes.
 */
gboolean bh_demo_labour_work (BhDemoAct *act, gint64 seconds);

/**
 * bh_demo_verdict_ask:
 *
 * The owner signs, refuses or cannot be found; then the callback. Where neither leads to rework,
 * the ticket is closed.
 */
gboolean bh_demo_verdict_ask (BhDemoAct *act);

/** bh_demo_life_register: the front desk takes it in */
gboolean bh_demo_life_register (BhDemoAct *act);

/** bh_demo_life_go_on: from the dispatch to the callback, as often as it takes */
gboolean bh_demo_life_go_on (BhDemoAct *act);

/**
 * bh_demo_exception_pause:
 * @finish_at: (inout): when it is to be finished; later by the pause
 *
 * The ticket may be suspended. Most come back by themselves, some are taken up earlier.
 */
gboolean bh_demo_exception_pause (BhDemoAct *act, gint64 *finish_at);

/** bh_demo_exception_extend: where it will not be done in time, a longer deadline may be asked */
gboolean bh_demo_exception_extend (BhDemoAct *act, gint64 finish_at);

/** bh_demo_exception_drop: it may be no matter of the office, or void after all */
gboolean bh_demo_exception_drop (BhDemoAct *act);

/** bh_demo_exception_close: it may be closed without the owner */
gboolean bh_demo_exception_close (BhDemoAct *act);

/**
 * bh_demo_company_call:
 * @until: when the holder goes to look
 *
 * Others may raise the same matter before @until: as "me too", or as a ticket that is merged.
 */
gboolean bh_demo_company_call (BhDemoAct *act, gint64 until);

/** bh_demo_company_help: another department may be asked to help until @finish_at */
gboolean bh_demo_company_help (BhDemoAct *act, gint64 finish_at);

/** bh_demo_company_show: a photo of @use may be attached at @at */
gboolean bh_demo_company_show (BhDemoAct *act, BhAttachmentUse use, gint64 at);

G_END_DECLS
