/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"

G_BEGIN_DECLS

/** BhCalendarOptions: what `register calendar` is asked for */
typedef struct
{
  char *hours; /* (owned) (nullable): other office hours */
  char *file;  /* (owned) (nullable): holidays to import */
  char *from;  /* (owned) (nullable): when it is to count, now where it is not said */
} BhCalendarOptions;

/** bh_command_calendar_run: prints the office's calendar, or makes a new version of it. Returns:
 * FALSE with @error */
gboolean bh_command_calendar_run (BhInvocation *invocation,
                                  const BhCalendarOptions *options,
                                  GError **error);

G_END_DECLS
