/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-field.h"

#include <string.h>

typedef struct
{
  const char *code;
  const char
      *headings; /* joined by "|", the most certain first; a heading stands at one field only */
} FieldInfo;

static const FieldInfo fields[BH_N_LEDGER_FIELDS] = {
  [BH_LEDGER_NUMBER]
  = { "number",
      "number|ticketnumber|ticketid|ticket|caseid|casenumber|case|caseenquiryid|requestid|"
      "uniquekey|id|no|工单编号|工单号|受理编号|投诉编号|案件编号|受理单号|留言编号|编号|单号|"
      "流水号" },
  [BH_LEDGER_KIND] = { "kind", "kind|ticketkind|工单类别|事项类别|诉求类别|事项性质|类别" },
  [BH_LEDGER_CHANNEL]
  = { "channel", "channel|source|opendatachanneltype|受理渠道|投诉渠道|来源渠道|渠道|投诉来源|"
                 "受理方式|投诉方式|来电方式|来源" },
  [BH_LEDGER_GRADE]
  = { "grade",
      "grade|priority|urgency|severity|紧急程度|紧急等级|投诉等级|优先级|重要程度|等级|级别" },
  [BH_LEDGER_CATEGORY]
  = { "category", "category|complainttype|problemtype|type|投诉分类|问题分类|事项分类|投诉类型|"
                  "问题类型|投诉类别|问题类别|分类|类型|一级标签" },
  [BH_LEDGER_SUMMARY]
  = { "summary", "summary|title|subject|casetitle|投诉主题|留言主题|主题|标题|摘要|事由" },
  [BH_LEDGER_DESCRIPTION]
  = { "description", "description|details|content|投诉内容|诉求内容|报修内容|受理内容|反映内容|"
                     "问题描述|详细描述|事项内容|留言详情|具体内容|投诉事项|内容|描述" },
  [BH_LEDGER_REPORTER]
  = { "reporter",
      "reporter|complainant|caller|customer|contact|name|投诉人姓名|投诉人|报修人|来电人|"
      "反映人|业主姓名|客户姓名|业主|住户|联系人|留言用户|姓名" },
  [BH_LEDGER_PHONE]
  = { "phone",
      "phone|phonenumber|telephone|tel|mobile|联系电话|投诉人电话|来电号码|手机号码|手机号|"
      "电话号码|联系方式|电话|手机" },
  [BH_LEDGER_COMMUNITY]
  = { "community",
      "community|estate|neighborhood|neighbourhood|project|小区名称|小区|项目名称|项目|"
      "社区|楼盘" },
  [BH_LEDGER_BUILDING] = { "building", "building|楼栋|楼栋号|栋号|楼号|楼幢|栋|幢" },
  [BH_LEDGER_UNIT] = { "unit", "unit|单元|单元号" },
  [BH_LEDGER_ROOM] = { "room", "room|roomnumber|apartment|flat|房号|房间号|房间|房屋|门牌号|室" },
  [BH_LEDGER_PLACE]
  = { "place",
      "place|location|address|incidentaddress|发生地点|位置|地点|详细地址|地址|部位|区域" },
  [BH_LEDGER_DEPARTMENT]
  = { "department", "department|responsibledepartment|agency|team|处理部门|责任部门|承办部门|"
                    "办理部门|主办部门|派单部门|部门" },
  [BH_LEDGER_ASSIGNEE]
  = { "assignee", "assignee|handler|holder|person|处理人员|处理人|责任人|承办人|经办人|维修人员|"
                  "负责人" },
  [BH_LEDGER_RECEIVED]
  = { "received",
      "received|receivedat|receivedtime|receiveddate|opened|openedat|opendate|opendt|"
      "created|createdat|createddate|受理时间|受理日期|投诉时间|投诉日期|报修时间|来电时间|"
      "登记时间|登记日期|反映时间|留言时间|创建时间|日期|时间" },
  [BH_LEDGER_RESPONDED]
  = { "responded", "responded|respondedat|firstresponse|首次响应时间|响应时间|首次响应|回复时间|"
                   "答复时间" },
  [BH_LEDGER_RESPONSE_DUE]
  = { "response-due", "responsedue|responsedeadline|响应时限|响应期限|应响应时间|响应截止时间" },
  [BH_LEDGER_COMPLETION_DUE]
  = { "completion-due",
      "completiondue|duedate|due|deadline|targetdate|targetdt|办结时限|办结期限|"
      "应办结时间|处理时限|处理期限|办理时限|完成时限|要求完成时间|截止时间|截止日期" },
  [BH_LEDGER_FINISHED]
  = { "finished", "finished|finishedat|completed|completedat|completiondate|resolved|resolvedat|"
                  "办结时间|办结日期|完成时间|完成日期|处理完成时间|完工时间|解决时间|处理时间" },
  [BH_LEDGER_SIGNED] = { "signed", "signed|signedat|签收时间|签收日期|签字时间|确认时间" },
  [BH_LEDGER_CLOSED]
  = { "closed", "closed|closedat|closeddate|closedt|closeddt|closedate|关闭时间|关闭日期|结案时间|"
                "结单时间|关单时间" },
  [BH_LEDGER_STATUS]
  = { "status", "status|state|casestatus|工单状态|处理状态|办理状态|当前状态|状态" },
  [BH_LEDGER_OUTCOME]
  = { "outcome", "outcome|result|resolution|resolutiondescription|closurereason|处理结果|办理结果|"
                 "处理情况|处理意见|处理措施|解决方案|答复意见" },
  [BH_LEDGER_SCORE]
  = { "score", "score|satisfaction|rating|回访满意度|满意度评分|满意度|评分|满意程度" },
  [BH_LEDGER_COMMENT]
  = { "comment",
      "comment|feedback|remarks|回访意见|回访情况|回访记录|回访结果|回访内容|回访|业主意见|"
      "评价内容" },
  [BH_LEDGER_REPEAT_OF]
  = { "repeat-of", "repeatof|duplicateof|重复工单|关联工单|原工单编号|原工单号" },
  [BH_LEDGER_ROUNDS] = { "rounds", "rounds|轮次|处理轮次|处理次数" },
  [BH_LEDGER_REMEDY] = { "remedy", "remedy|demand|业主诉求|投诉诉求|诉求|期望" },
  [BH_LEDGER_OCCURRED]
  = { "occurred", "occurred|occurredat|incidentdate|发生时间|发生日期|事发时间" },
  [BH_LEDGER_CONCERNS] = { "concerns", "concerns|涉及人员|涉及员工|被投诉人" },
  [BH_LEDGER_EXTERNAL_NUMBER]
  = { "external-number", "externalnumber|外部编号|12345编号|热线编号|转办编号|来文编号" },
  [BH_LEDGER_EXTERNAL_DUE] = { "external-due", "externaldue|外部时限|12345时限|转办时限|来文时限" },
};

BhLedgerFieldType
bh_ledger_field_get_value_type (BhLedgerField field)
{
  switch (field)
    {
    case BH_LEDGER_KIND:
    case BH_LEDGER_GRADE:
    case BH_LEDGER_STATUS:
      return BH_LEDGER_TYPE_LIST;
    case BH_LEDGER_CHANNEL:
    case BH_LEDGER_CATEGORY:
    case BH_LEDGER_COMMUNITY:
    case BH_LEDGER_BUILDING:
    case BH_LEDGER_UNIT:
    case BH_LEDGER_DEPARTMENT:
    case BH_LEDGER_ASSIGNEE:
    case BH_LEDGER_CONCERNS:
      return BH_LEDGER_TYPE_NAME;
    case BH_LEDGER_RECEIVED:
    case BH_LEDGER_RESPONDED:
    case BH_LEDGER_RESPONSE_DUE:
    case BH_LEDGER_COMPLETION_DUE:
    case BH_LEDGER_FINISHED:
    case BH_LEDGER_SIGNED:
    case BH_LEDGER_CLOSED:
    case BH_LEDGER_OCCURRED:
    case BH_LEDGER_EXTERNAL_DUE:
      return BH_LEDGER_TYPE_TIME;
    case BH_LEDGER_SCORE:
      return BH_LEDGER_TYPE_SCORE;
    case BH_LEDGER_ROUNDS:
      return BH_LEDGER_TYPE_COUNT;
    case BH_LEDGER_PHONE:
      return BH_LEDGER_TYPE_PHONE;
    case BH_LEDGER_NUMBER:
    case BH_LEDGER_SUMMARY:
    case BH_LEDGER_DESCRIPTION:
    case BH_LEDGER_REPORTER:
    case BH_LEDGER_ROOM:
    case BH_LEDGER_PLACE:
    case BH_LEDGER_OUTCOME:
    case BH_LEDGER_COMMENT:
    case BH_LEDGER_REPEAT_OF:
    case BH_LEDGER_REMEDY:
    case BH_LEDGER_EXTERNAL_NUMBER:
      return BH_LEDGER_TYPE_TEXT;
    }
  g_assert_not_reached ();
}

const char *
bh_ledger_field_get_code (BhLedgerField field)
{
  g_return_val_if_fail ((guint) field < BH_N_LEDGER_FIELDS, NULL);

  return fields[field].code;
}

gboolean
bh_ledger_field_find (const char *code, BhLedgerField *field)
{
  g_return_val_if_fail (code != NULL, FALSE);

  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    if (strcmp (code, fields[i].code) == 0)
      {
        *field = (BhLedgerField) i;
        return TRUE;
      }
  return FALSE;
}

char *
bh_ledger_field_join_codes (void)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", fields[i].code);
  return g_string_free (codes, FALSE);
}

/* Letters and digits in lower case, with remarks in brackets left out: "受理时间（必填）". */
static char *
simplify_heading (const char *header)
{
  g_autofree char *wide = g_utf8_normalize (header, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *simple = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = wide != NULL ? wide : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[' || c == 0x3010)
        depth++;
      else if (c == ')' || c == ']' || c == 0x3011)
        depth -= depth > 0;
      else if (depth == 0 && g_unichar_isalnum (c))
        g_string_append_unichar (simple, g_unichar_tolower (c));
    }
  return g_string_free (simple, FALSE);
}

static guint
find_heading (const char *simple, const char *names)
{
  gsize length = strlen (simple);
  guint place = 1;

  if (length == 0)
    return 0;
  for (const char *p = names;; place++)
    {
      const char *end = strchrnul (p, '|');

      if ((gsize) (end - p) == length && memcmp (p, simple, length) == 0)
        return place;
      if (*end == '\0')
        return 0;
      p = end + 1;
    }
}

guint
bh_ledger_heading_matches (const char *header, const char *names)
{
  g_autofree char *simple = NULL;

  g_return_val_if_fail (header != NULL, 0);
  g_return_val_if_fail (names != NULL, 0);

  simple = simplify_heading (header);
  return find_heading (simple, names);
}

guint
bh_ledger_field_recognize (const char *header, BhLedgerField *field)
{
  g_autofree char *simple = NULL;

  g_return_val_if_fail (header != NULL, 0);
  g_return_val_if_fail (field != NULL, 0);

  simple = simplify_heading (header);
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    {
      guint weight = find_heading (simple, fields[i].headings);

      if (weight > 0)
        {
          *field = (BhLedgerField) i;
          return weight;
        }
    }
  return 0;
}
