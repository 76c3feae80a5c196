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

G_END_DECLS
