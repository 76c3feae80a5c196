/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BhLedgerTime BhLedgerTime;

/**
 * bh_ledger_time_new:
 * @formats: (array zero-terminated=1) (nullable): formats of strptime() in the order in which they
 *   are tried; %NULL for the forms that are common in China, year first
 * @zone: the time zone of times without an offset
 *
 * Reads the times of a ledger. Times of RFC 3339 with their offset are always understood, after
 * @formats. Belongs to one thread.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with @error set
 * (%BH_EXCHANGE_ERROR_MAP) where a format is wrong
 */
BhLedgerTime *bh_ledger_time_new (const char *const *formats, GTimeZone *zone, GError **error);

void bh_ledger_time_free (BhLedgerTime *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhLedgerTime, bh_ledger_time_free)

/**
 * bh_ledger_time_parse:
 * @text: UTF-8 without white space around it, not terminated
 * @length: bytes of @text
 * @instant: (out): microseconds UTC
 * @error: why not, as the end of a sentence about a row (%BH_EXCHANGE_ERROR_VALUE)
 *
 * Reads one time. A local time that occurs twice (clocks put back) means the first; one that does
 * not occur (clocks put forward) means the instant as far after the gap.
 *
 * Returns: whether @text is a time
 */
gboolean bh_ledger_time_parse (
    BhLedgerTime *self, const char *text, gsize length, gint64 *instant, GError **error);

/**
 * bh_ledger_time_to_utc:
 * @local: seconds from 1970-01-01 00:00 on the clock of the zone
 *
 * Returns: seconds UTC, by the rule of bh_ledger_time_parse()
 */
gint64 bh_ledger_time_to_utc (BhLedgerTime *self, gint64 local);

G_END_DECLS
