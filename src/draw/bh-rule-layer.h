/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

/** BhRuleShape: how a value is ruled across its band. */
typedef enum
{
  BH_RULE_DASHED,  /* over the whole band, joined to a stair: a target */
  BH_RULE_FIRM,    /* likewise, without gaps and thinner: a mean */
  BH_RULE_NOTCHES, /* a short firm stroke over a column: what it was before */
} BhRuleShape;

#define BH_TYPE_RULE_LAYER (bh_rule_layer_get_type ())
G_DECLARE_FINAL_TYPE (BhRuleLayer, bh_rule_layer, BH, RULE_LAYER, BhChartLayer)

/** bh_rule_layer_new: A level stroke for each point. */
BhChartLayer *
bh_rule_layer_new (const char *name, BhChartRole role, BhChartSide side, BhRuleShape shape);

G_END_DECLS
