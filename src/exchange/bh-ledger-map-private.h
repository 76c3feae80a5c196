/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-ledger-map.h"

/* What a map is made of, for the reader of key files. */
struct _BhLedgerMap
{
  char *encoding; /* owned */
  char delimiter;
  gboolean header;
  char *sheet;         /* owned, nullable */
  GTimeZone *zone;     /* owned, nullable */
  char **time_formats; /* owned, nullable */
  char **missing;      /* owned */
  gboolean has_columns;

  GPtrArray *columns[BH_N_LEDGER_FIELDS]; /* owned, nullable, of GStrv */
  char *constants[BH_N_LEDGER_FIELDS];    /* owned, nullable */
  GHashTable *values[BH_N_LEDGER_FIELDS]; /* owned, nullable: theirs to ours */
};
