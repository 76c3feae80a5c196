/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-matter.h"
#include "demo/bh-demo-register.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

#define BH_DEMO_MINUTE G_GINT64_CONSTANT (60)
#define BH_DEMO_HOUR (60 * BH_DEMO_MINUTE)
#define BH_DEMO_DAY_SECONDS (24 * BH_DEMO_HOUR)

/**
 * BhDemoAct:
 *
 * One ticket's story while it is being told: it moves the clock and does the verbs, in order of
 * time. What happens beside the main line (a reminder, a note, a call to the owner) is planned
 * ahead as an aside and comes when its time has come. The story stops at the end of the window
 * and leaves the ticket as it stands there.
 */
typedef struct
{
  BhWork *work;
  BhOfficeTime *time;
  const BhDemoRegister *office;
  BhDemoMatter *matter;
  gint64 until;    /* first instant after the window */
  double progress; /* 0 at the beginning of the window, 1 at its end */

  gint64 now;       /* when the last verb was recorded */
  gint64 delay;     /* seconds after which the next verb is entered, 0: as people do */
  gint64 ticket_id; /* 0 before it is registered */
  BhTicket *ticket; /* (unowned) */
  const BhDemoMember *holder;
  GArray *asides;   /* (owned) (element-type Aside): by time */
  gboolean watched; /* somebody sweeps over the clocks while it is told */
  gboolean lately;  /* it begins in the last days of the window */
  guint may_add;    /* how many tickets may come of it besides its own */
  guint added;      /* how many came */
  GError *error;    /* (owned) (nullable): why the story broke off */
} BhDemoAct;

/** bh_demo_act_init: @matter: (transfer none): what it is about; nothing has happened yet. The
 * caller sets the end of the window and the progress through it. */
void bh_demo_act_init (BhDemoAct *self,
                       BhWork *work,
                       BhOfficeTime *time,
                       const BhDemoRegister *office,
                       BhDemoMatter *matter);
void bh_demo_act_clear (BhDemoAct *self);

/**
 * bh_demo_act_do:
 * @at: when it happens; never before the last verb
 * @member: who does it
 * @inputs: (transfer full): as for bh_verbs_do()
 *
 * First the asides whose time has come, then @verb, unless an aside ended the ticket.
 *
 * Returns: whether the story goes on: %FALSE at the end of the window, when the ticket has ended,
 *   and on an error
 */
gboolean bh_demo_act_do (
    BhDemoAct *self, BhVerb verb, gint64 at, const BhDemoMember *member, BhPayload *inputs);

/** bh_demo_act_catch_up: plays the asides up to @at. Returns: whether the story goes on */
gboolean bh_demo_act_catch_up (BhDemoAct *self, gint64 at);

/** bh_demo_act_plan_aside: plans one of contact, remind, note, link, correct, regrade,
 * recategorize and withdraw for @at */
void bh_demo_act_plan_aside (BhDemoAct *self, BhVerb verb, gint64 at);

/** bh_demo_act_sweep: what a sweep at @at does to the ticket: it goes on after a suspension, and
 * its warnings are told. Returns: whether the story goes on */
gboolean bh_demo_act_sweep (BhDemoAct *self, gint64 at);

/** bh_demo_act_is_shared: Returns: whether somebody joined who is still there */
gboolean bh_demo_act_is_shared (BhDemoAct *self);

/** bh_demo_act_end: the clocks run on until the end of the window, and somebody sweeps over them */
void bh_demo_act_end (BhDemoAct *self);

/** bh_demo_act_later: Returns: an instant after the last verb, by a lognormal delay with the
 * median @seconds */
gint64 bh_demo_act_later (BhDemoAct *self, gint64 seconds, double spread);

/** bh_demo_act_daytime: Returns: @at, or the next morning where people do not work at that hour */
gint64 bh_demo_act_daytime (BhDemoAct *self, gint64 at);

/** bh_demo_act_pick_desk: Returns: (transfer none): somebody of the front desk, but not
 * the member of staff @except */
const BhDemoMember *bh_demo_act_pick_desk (BhDemoAct *self, gint64 except);

/** bh_demo_act_say: sets @key of @inputs to one of @texts */
void
bh_demo_act_say (BhDemoAct *self, BhPayload *inputs, const char *key, const char *const *texts);

/** bh_demo_act_set_time: sets @key of @inputs to an instant */
void bh_demo_act_set_time (BhDemoAct *self, BhPayload *inputs, const char *key, gint64 instant);

/** bh_demo_act_chance: Returns: TRUE in @percent of a hundred calls */
gboolean bh_demo_act_chance (BhDemoAct *self, double percent);

G_END_DECLS
