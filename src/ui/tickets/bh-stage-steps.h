/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"
#include "ui/common/bh-presentation.h"

G_BEGIN_DECLS

/** BH_N_STEPS: how many steps a round has. */
#define BH_N_STEPS 7

/** BhStepState: where a step of the round stands. */
typedef enum
{
  BH_STEP_STATE_AHEAD,
  BH_STEP_STATE_RUNNING,
  BH_STEP_STATE_DONE,
  BH_STEP_STATE_SKIPPED,
  BH_STEP_STATE_BROKEN, /* returned, transferred, refused, stopped */
} BhStepState;

/**
 * BhStageStep:
 * @stage: which step
 * @state: where it stands
 * @urgency: how near its deadline is, while it runs
 * @late: whether it ended after its deadline
 * @time: (owned): short: how long it took, or what is left; "" for nothing
 * @explanation: (owned): in whole sentences, with instants
 */
typedef struct
{
  BhStageKind stage;
  BhStepState state;
  BhUrgency urgency;
  gboolean late;
  char *time;
  char *explanation;
} BhStageStep;

/** bh_stage_steps_fill: @steps: (out caller-allocates): the steps of the ticket's present round,
 * the last stage of each kind; to be cleared */
void
bh_stage_steps_fill (BhStageStep steps[BH_N_STEPS], BhTicket *ticket, BhOffice *office, gint64 now);
void bh_stage_steps_clear (BhStageStep steps[BH_N_STEPS]);

/** bh_stage_step_get_symbol: Returns: (transfer none): ✓ ▶ ○ – ↩, and ! where it is or ended late
 */
const char *bh_stage_step_get_symbol (const BhStageStep *step);
/** bh_step_state_get_class: Returns: (transfer none): CSS class */
const char *bh_step_state_get_class (BhStepState state);

/**
 * bh_stage_steps_dup_clock:
 * @clock: %BH_CLOCK_RESPONSE or %BH_CLOCK_COMPLETION
 * @urgency: (out): how near it is; calm when it was kept, passed when it was missed
 *
 * Returns: (transfer full): how that clock of the whole ticket stands: "0:18 left", "in 0:08",
 *   "late 2:10"; (nullable): NULL where the ticket has no such clock
 */
char *bh_stage_steps_dup_clock (
    BhTicket *ticket, BhClockKind clock, BhOffice *office, gint64 now, BhUrgency *urgency);

G_END_DECLS
