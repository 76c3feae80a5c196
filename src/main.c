/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-application.h"
#include "app/bh-command-line.h"

int
main (int argc, char *argv[])
{
  return bh_command_line_run (argc, argv, bh_application_run);
}
