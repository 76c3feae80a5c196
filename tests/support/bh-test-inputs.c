/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-inputs.h"

static const char *
choose (GRand *rand, const char *const *values, guint n_values)
{
  return values[g_rand_int_range (rand, 0, (gint32) n_values)];
}

#define CHOOSE(rand, ...)                                                                          \
  choose (rand, (const char *const[]){ __VA_ARGS__ },                                              \
          G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })))

static char *
make_value (BhTestDesk *desk, GRand *rand, const BhInput *input, guint n_tickets)
{
  gint64 now = bh_clock_now (desk->clock);
  guint n_items;
  const BhListItem *items;

  switch (input->type)
    {
    case BH_INPUT_LIST:
    case BH_INPUT_YES_NO:
      items
          = bh_list_get_items (input->type == BH_INPUT_LIST ? input->list : BH_LIST_TRI, &n_items);
      return g_strdup (items[g_rand_int_range (rand, 0, (gint32) n_items)].code);
    case BH_INPUT_TIME:
      {
        gint64 instant = now + g_rand_int_range (rand, -90000, 90000) * BH_USEC_PER_SEC;
        g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / BH_USEC_PER_SEC);

        return g_date_time_format_iso8601 (time);
      }
    case BH_INPUT_MONEY:
      return g_strdup (CHOOSE (rand, "10", "99.9", "3.50"));
    case BH_INPUT_SCORE:
      return g_strdup (CHOOSE (rand, "1", "2", "3", "4", "5"));
    case BH_INPUT_PHONE:
      return g_strdup (CHOOSE (rand, "13800000001", "13800000002", "13800000003"));
    case BH_INPUT_DEPARTMENT:
      return g_strdup (CHOOSE (rand, "工程维修", "保洁绿化"));
    case BH_INPUT_STAFF:
      return g_strdup (CHOOSE (rand, "李强", "赵刚", "孙洁", "王敏"));
    case BH_INPUT_CATEGORY:
      return g_strdup (CHOOSE (rand, "漏水", "快修", "电梯", "自由"));
    case BH_INPUT_CHANNEL:
      return g_strdup (CHOOSE (rand, "hotline", "counter", "app"));
    case BH_INPUT_CAUSE:
      return g_strdup (CHOOSE (rand, "wear", "weather"));
    case BH_INPUT_PLACE:
      return g_strdup (CHOOSE (rand, "大堂", "阳光花园", "东门"));
    case BH_INPUT_ROOM:
      return g_strdup (CHOOSE (rand, "3-2-301", "3-2-302"));
    case BH_INPUT_CONTACT:
      return g_strdup (CHOOSE (rand, "张晓燕", "刘洋"));
    case BH_INPUT_TASK:
      return g_strdup (CHOOSE (rand, "1", "2", "3"));
    case BH_INPUT_TICKET:
      return n_tickets > 0 ? g_strdup_printf ("W2026-%06d",
                                              g_rand_int_range (rand, 0, (gint32) n_tickets) + 1)
                           : NULL;
    case BH_INPUT_FILE:
    case BH_INPUT_SIGNATURE:
    case BH_INPUT_PIN:
      return NULL;
    case BH_INPUT_LINE:
    case BH_INPUT_TEXT:
      return g_strdup (CHOOSE (rand, "甲", "乙\n丙", "a=b\\c"));
    }
  g_assert_not_reached ();
}

BhPayload *
bh_test_inputs_new (BhTestDesk *desk, GRand *rand, const BhLoopRule *rule, guint n_tickets)
{
  BhPayload *inputs = bh_payload_new ();

  for (guint i = 0; i < rule->n_inputs; i++)
    {
      const BhInput *input = &rule->inputs[i];
      g_autofree char *value = NULL;

      if (!input->required && g_rand_int_range (rand, 0, 4) > 0)
        continue;
      value = make_value (desk, rand, input, n_tickets);
      bh_payload_set (inputs, input->key, value);
    }

  return inputs;
}
