/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/intake/bh-household-card.h"
#include "ui/intake/bh-intake-form.h"

G_BEGIN_DECLS

#define BH_TYPE_INTAKE_CALLER (bh_intake_caller_get_type ())
G_DECLARE_FINAL_TYPE (BhIntakeCaller, bh_intake_caller, BH, INTAKE_CALLER, GObject)

/**
 * bh_intake_caller_new:
 * @form: (transfer none): where phone and place are typed, and what is known is filled in
 * @card: (transfer none): where the household is shown
 *
 * Finds out who calls while somebody types, and says it in the form and on the card. Main thread.
 *
 * Signals: `known`: all is said that is known of the phone and the place; `failed (GError *)`.
 */
BhIntakeCaller *bh_intake_caller_new (BhDesk *desk, BhIntakeForm *form, BhHouseholdCard *card);

/** bh_intake_caller_ask: looks at what stands in the form now */
void bh_intake_caller_ask (BhIntakeCaller *self);
/** bh_intake_caller_hurry: Returns: whether `known` or `failed` is still to come, soon */
gboolean bh_intake_caller_hurry (BhIntakeCaller *self);
/** bh_intake_caller_refresh: looks again, since something was done for the household */
void bh_intake_caller_refresh (BhIntakeCaller *self);

G_END_DECLS
