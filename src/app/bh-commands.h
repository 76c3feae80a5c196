/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"

G_BEGIN_DECLS

/* Every command of the command line; each has a file of its own. */

extern const BhCommand bh_command_backup;
extern const BhCommand bh_command_chart;
extern const BhCommand bh_command_check;
extern const BhCommand bh_command_demo;
extern const BhCommand bh_command_do;
extern const BhCommand bh_command_import;
extern const BhCommand bh_command_kpi;
extern const BhCommand bh_command_list;
extern const BhCommand bh_command_measure;
extern const BhCommand bh_command_print;
extern const BhCommand bh_command_register;
extern const BhCommand bh_command_report;
extern const BhCommand bh_command_restore;
extern const BhCommand bh_command_schedule;
extern const BhCommand bh_command_settings;
extern const BhCommand bh_command_show;
extern const BhCommand bh_command_sweep;
extern const BhCommand bh_command_verify_reference;

G_END_DECLS
