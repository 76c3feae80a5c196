/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-random.h"
#include "demo/bh-demo-texts.h"

G_BEGIN_DECLS

/* Who lives and works at the demo office. All names are put together by chance; the phone numbers
 * begin with 142, 143 and 154, which no carrier gives to people. */

/**
 * BhDemoStaff:
 * @name: full name
 * @department: where the person works
 * @role: code of the role
 */
typedef struct
{
  const char *name;
  BhDemoDepartment department;
  const char *role;
} BhDemoStaff;

/**
 * BhDemoChannel:
 * @code: code of a default channel
 * @name: its name in the register
 * @weight: relative frequency
 */
typedef struct
{
  const char *code;
  const char *name;
  guint weight;
} BhDemoChannel;

/** bh_demo_people_get_department_code: Returns: (transfer none): its code, in ASCII */
const char *bh_demo_people_get_department_code (BhDemoDepartment department);
/** bh_demo_people_get_department_name: Returns: (transfer none): its name, in Chinese */
const char *bh_demo_people_get_department_name (BhDemoDepartment department);

/**
 * bh_demo_people_get_staff:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): everybody who works there
 */
const BhDemoStaff *bh_demo_people_get_staff (guint *n);

/** bh_demo_people_get_channels: Returns: (transfer none) (array length=n): how people come */
const BhDemoChannel *bh_demo_people_get_channels (guint *n);

/** bh_demo_people_get_cause_name: Returns: (transfer none) (nullable): the Chinese name of a code
 * of the cause list */
const char *bh_demo_people_get_cause_name (const char *code);

/** bh_demo_people_make_name: Returns: (transfer full): a Chinese name, by frequent surnames first
 */
char *bh_demo_people_make_name (BhDemoRandom *random);

/**
 * bh_demo_people_make_phone:
 * @index: of the contact
 *
 * Returns: (transfer full): eleven digits, different for different indexes
 */
char *bh_demo_people_make_phone (guint index);

G_END_DECLS
