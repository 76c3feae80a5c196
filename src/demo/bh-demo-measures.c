/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-measures.h"

#include "domain/bh-day.h"
#include "domain/bh-measure-field.h"
#include "storage/bh-measures.h"

/* The meeting about a month is on the 4th of the next one. */
#define MEETING_DAY 4

/* One measure: @back: how many months before the last meeting it was decided; @days: how long it
 * was to take; @ended: days after the decision, 0: it goes on; @state: as it ended. */
typedef struct
{
  int back;
  const char *what;
  const char *finding;
  const char *department;
  const char *figure;
  const char *filter;
  int days;
  int ended;
  BhMeasureState state;
  const char *effect;
} Story;

static const Story stories[] = {
  { 5, "给保安配反光背心和测速仪，园区限速15公里", "车速过快的投诉集中在早晚高峰", "order",
    "received", "category:parking", 30, 58, BH_MEASURE_DROPPED,
    "测速仪无执法依据，改为在主路加减速带" },
  { 4, "接单超2小时未响应的工单，系统提醒后由主管电话催办", "响应及时率连续两个月低于目标",
    "service", "response_on_time", "kind:complaint,repair", 21, 19, BH_MEASURE_DONE,
    "催办表已用起来，夜班也安排了值班主管" },
  { 3, "地下车库照明换成感应灯，先换坏的和出入口的", "一半的照明投诉在晚上六点以后", "engineering",
    "received", "category:lighting", 45, 52, BH_MEASURE_DONE,
    "换了86盏，车库夜间照明投诉明显少了" },
  { 3, "楼道每周三、周六加扫一次，拍照发业主群", "楼道卫生投诉重复率高", "cleaning", "repeat_share",
    "category:stairs", 30, 0, BH_MEASURE_OPEN, "已加扫，照片还没有每次都发" },
  { 2, "维修完工一律让业主当面签收，拍签收单", "签收率低于警戒线，返工没人知道", "engineering",
    "signoff_share", "kind:repair", 30, 0, BH_MEASURE_OPEN, NULL },
  { 2, "电梯维保单位每月到例会说明故障原因和更换计划", "同一部电梯一个月内困人两次", "engineering",
    "received", "category:lift", 28, 26, BH_MEASURE_DONE,
    "维保单位已到会，两部电梯门机列入更换计划" },
  { 1, "公摊水电明细随缴费通知一起贴出，客服准备答复口径", "公摊费用看不懂的咨询最多", "finance",
    "received", "category:shared-utility", 25, 0, BH_MEASURE_OPEN, NULL },
  { 1, "渗水工单先由工程部上门定责，再约维修", "墙面渗水平均处理时间最长", "engineering",
    "handling_days", "category:seepage", 40, 0, BH_MEASURE_OPEN, NULL },
};

/* Somebody of a department, or whoever has a role. */
static gint64
find_staff (BhOffice *office, gint64 department_id, BhRole role)
{
  GPtrArray *staff = bh_office_list (office, BH_TYPE_STAFF);

  for (guint i = 0; i < staff->len; i++)
    {
      BhStaff *person = g_ptr_array_index (staff, i);

      if (!bh_entry_is_retired (BH_ENTRY (person)) && person->role == role
          && (department_id == 0 || person->department_id == department_id))
        return bh_entry_get_id (BH_ENTRY (person));
    }

  return 0;
}

static gboolean
set_field (BhMeasure *measure, BhOffice *office, const char *key, const char *text, GError **error)
{
  return bh_measure_set_field (measure, office, bh_measure_field_find (key), text, error);
}

static void
set_clock (BhWork *work, BhOffice *office, int day)
{
  BhOfficeTime *time = bh_office_get_time (office);

  bh_clock_set (bh_work_get_clock (work),
                bh_office_time_join (time, day / 10000, day / 100 % 100, day % 100, 10, 30, 0));
}

static BhMeasure *
make_measure (const Story *story, BhOffice *office, int month, GError **error)
{
  g_autoptr (BhMeasure) measure = bh_measure_new ();

  measure->month = month;
  measure->decided_day = bh_month_shift (month, 1) * 100 + MEETING_DAY;
  measure->due_day = bh_day_shift (measure->decided_day, story->days);
  measure->decided_by = find_staff (office, 0, BH_ROLE_MANAGER);
  if (!set_field (measure, office, "what", story->what, error)
      || !set_field (measure, office, "finding", story->finding, error)
      || !set_field (measure, office, "department", story->department, error)
      || !set_field (measure, office, "figure", story->figure, error)
      || !set_field (measure, office, "filter", story->filter, error))
    return NULL;
  measure->staff_id = find_staff (office, measure->department_id, BH_ROLE_SUPERVISOR);

  return g_steal_pointer (&measure);
}

/* Saves @measure on @day, and what it is then in its place. */
static gboolean
save (BhWork *work, BhOffice *office, BhMeasure **measure, int day, GError **error)
{
  gint64 id;

  set_clock (work, office, day);
  id = bh_measures_save (work, *measure, (*measure)->decided_by, NULL, error);
  g_clear_object (measure);
  if (id != 0)
    *measure = bh_measures_load (bh_work_get_connection (work), id, error);

  return *measure != NULL;
}

static gboolean
tell (BhWork *work, const Story *story, int month, int first, int last, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);
  g_autoptr (BhMeasure) measure
      = office != NULL ? make_measure (story, office, month, error) : NULL;
  int ended;

  if (measure == NULL)
    return FALSE;
  if (month * 100 + 1 < first)
    return TRUE;
  if (!save (work, office, &measure, measure->decided_day, error))
    return FALSE;

  ended = story->ended != 0 ? bh_day_shift (measure->decided_day, story->ended) : 0;
  if (!set_field (measure, office, "effect", story->effect, error))
    return FALSE;
  if (ended != 0 && ended <= last)
    {
      measure->state = story->state;
      measure->ended_day = ended;
    }

  return story->effect == NULL
         || save (work, office, &measure, MIN (last, MAX (ended, measure->due_day)), error);
}

gboolean
bh_demo_measures_add_all (BhWork *work, const BhPeriod *period, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);
  gint64 now = bh_clock_now (bh_work_get_clock (work));
  gboolean good = office != NULL;
  int first, last, meeting;

  if (!good)
    return FALSE;
  first = bh_day_of (bh_office_get_time (office), period->from);
  last = bh_day_of (bh_office_get_time (office), period->to - 1);
  meeting = bh_month_shift (last / 100, last % 100 >= MEETING_DAY ? -1 : -2);
  for (guint i = 0; good && i < G_N_ELEMENTS (stories); i++)
    good = tell (work, &stories[i], bh_month_shift (meeting, 1 - stories[i].back), first, last,
                 error);
  bh_clock_set (bh_work_get_clock (work), now);

  return good;
}
