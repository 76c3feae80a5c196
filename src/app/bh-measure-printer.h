/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"
#include "insight/bh-measure-view.h"

G_BEGIN_DECLS

/* Measures on standard output. */

/** bh_measure_printer_print_list: @views: (element-type BhMeasureView): in the format of the
 * invocation */
void bh_measure_printer_print_list (BhInvocation *invocation, BhOffice *office, GPtrArray *views);
/** bh_measure_printer_print: one of them; @events: (element-type BhMeasureEvent): its history */
void bh_measure_printer_print (BhInvocation *invocation,
                               BhOffice *office,
                               BhMeasure *measure,
                               GPtrArray *events);

G_END_DECLS
