/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"

G_DEFINE_QUARK (bh - exchange - error - quark, bh_exchange_error)
