/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-texts.h"

/* How the files of texts write their data. */

/* A list of texts, ended by NULL. */
#define TEXTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Relative frequency of the months, January first. */
/* clang-format off */
#define SEASON_EVEN { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 }
#define SEASON_RAIN { 6, 6, 9, 12, 13, 18, 19, 16, 11, 7, 6, 5 }
#define SEASON_FROST { 19, 15, 9, 6, 6, 6, 6, 6, 6, 8, 12, 17 }
#define SEASON_HEATING { 30, 24, 9, 1, 0, 0, 0, 0, 0, 6, 28, 32 }
#define SEASON_SUMMER { 4, 4, 6, 9, 12, 17, 20, 19, 14, 8, 5, 4 }
#define SEASON_INSECTS { 1, 1, 4, 9, 16, 24, 26, 23, 14, 6, 2, 1 }
#define SEASON_GROWTH { 3, 4, 13, 16, 16, 15, 13, 12, 10, 8, 5, 3 }
#define SEASON_NEW_YEAR { 19, 12, 9, 8, 8, 8, 9, 8, 8, 8, 9, 17 }
#define SEASON_QUARTERS { 16, 7, 7, 15, 7, 7, 15, 7, 7, 15, 7, 9 }
#define SEASON_BUILDING { 6, 4, 13, 14, 13, 11, 9, 10, 14, 13, 10, 7 }
#define SEASON_DARK { 14, 13, 10, 8, 7, 7, 7, 7, 9, 11, 13, 14 }
/* clang-format on */

extern const BhDemoTop bh_demo_texts_repair;
extern const BhDemoTop bh_demo_texts_communication;
extern const BhDemoTop bh_demo_texts_fees;
extern const BhDemoTop bh_demo_texts_environment;
extern const BhDemoTop bh_demo_texts_order;
extern const BhDemoTop bh_demo_texts_facilities;
extern const BhDemoPhrases bh_demo_texts_phrases;
