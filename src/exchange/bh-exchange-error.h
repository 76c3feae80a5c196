/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhExchangeError:
 * @BH_EXCHANGE_ERROR_FILE: the file cannot be read or written, is cut off or is no ledger
 * @BH_EXCHANGE_ERROR_ENCODING: the bytes of the file are not text in the encoding
 * @BH_EXCHANGE_ERROR_SYNTAX: the table is malformed, so that rows cannot be told apart
 * @BH_EXCHANGE_ERROR_MAP: the ledger map says something that it cannot say
 * @BH_EXCHANGE_ERROR_COLUMN: a column that is needed is not in the file
 * @BH_EXCHANGE_ERROR_VALUE: one value cannot be read
 *
 * What goes wrong when data comes in or goes out.
 */
typedef enum
{
  BH_EXCHANGE_ERROR_FILE,
  BH_EXCHANGE_ERROR_ENCODING,
  BH_EXCHANGE_ERROR_SYNTAX,
  BH_EXCHANGE_ERROR_MAP,
  BH_EXCHANGE_ERROR_COLUMN,
  BH_EXCHANGE_ERROR_VALUE,
} BhExchangeError;

#define BH_EXCHANGE_ERROR (bh_exchange_error_quark ())
GQuark bh_exchange_error_quark (void);

G_END_DECLS
