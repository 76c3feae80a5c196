/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-people.h"

static const struct
{
  const char *code;
  const char *name;
} departments[BH_DEMO_N_DEPARTMENTS] = {
  [BH_DEMO_DEPARTMENT_SERVICE] = { "service", "客服部" },
  [BH_DEMO_DEPARTMENT_ENGINEERING] = { "engineering", "工程部" },
  [BH_DEMO_DEPARTMENT_CLEANING] = { "cleaning", "保洁部" },
  [BH_DEMO_DEPARTMENT_ORDER] = { "order", "秩序部" },
  [BH_DEMO_DEPARTMENT_GREENING] = { "greening", "绿化部" },
  [BH_DEMO_DEPARTMENT_FINANCE] = { "finance", "财务部" },
};

static const BhDemoStaff staff[] = {
  { "沈建国", BH_DEMO_DEPARTMENT_SERVICE, "manager" },
  { "林雅琴", BH_DEMO_DEPARTMENT_SERVICE, "supervisor" },
  { "周晓燕", BH_DEMO_DEPARTMENT_SERVICE, "clerk" },
  { "何静怡", BH_DEMO_DEPARTMENT_SERVICE, "clerk" },
  { "吴佳慧", BH_DEMO_DEPARTMENT_SERVICE, "clerk" },
  { "唐思敏", BH_DEMO_DEPARTMENT_SERVICE, "clerk" },
  { "陈海波", BH_DEMO_DEPARTMENT_SERVICE, "steward" },
  { "徐丽华", BH_DEMO_DEPARTMENT_SERVICE, "steward" },
  { "郑明宇", BH_DEMO_DEPARTMENT_SERVICE, "steward" },
  { "苏婉婷", BH_DEMO_DEPARTMENT_SERVICE, "steward" },
  { "邓家豪", BH_DEMO_DEPARTMENT_SERVICE, "steward" },
  { "韩志强", BH_DEMO_DEPARTMENT_ENGINEERING, "supervisor" },
  { "马国庆", BH_DEMO_DEPARTMENT_ENGINEERING, "worker" },
  { "刘永刚", BH_DEMO_DEPARTMENT_ENGINEERING, "worker" },
  { "曹德胜", BH_DEMO_DEPARTMENT_ENGINEERING, "worker" },
  { "彭卫东", BH_DEMO_DEPARTMENT_ENGINEERING, "worker" },
  { "罗小军", BH_DEMO_DEPARTMENT_ENGINEERING, "worker" },
  { "蒋一鸣", BH_DEMO_DEPARTMENT_ENGINEERING, "worker" },
  { "赵桂兰", BH_DEMO_DEPARTMENT_CLEANING, "worker" },
  { "田秀芳", BH_DEMO_DEPARTMENT_CLEANING, "worker" },
  { "孙建军", BH_DEMO_DEPARTMENT_ORDER, "supervisor" },
  { "梁振华", BH_DEMO_DEPARTMENT_ORDER, "worker" },
  { "贺文斌", BH_DEMO_DEPARTMENT_ORDER, "worker" },
  { "傅春生", BH_DEMO_DEPARTMENT_GREENING, "worker" },
  { "袁美玲", BH_DEMO_DEPARTMENT_FINANCE, "worker" },
  { "丁慧敏", BH_DEMO_DEPARTMENT_FINANCE, "worker" },
};

static const BhDemoChannel channels[] = {
  { "hotline", "热线电话", 40 },
  { "counter", "前台现场", 17 },
  { "wechat-group", "微信群", 14 },
  { "wechat-account", "公众号", 9 },
  { "app", "手机应用", 9 },
  { "12345", "12345热线", 4 },
  { "inspection", "巡查", 3 },
  { "website", "网站", 2 },
  { "mail", "邮件", 1 },
  { "meeting", "业主座谈会", 1 },
};

static const struct
{
  const char *code;
  const char *name;
} causes[] = {
  { "workmanship", "施工维修质量" },
  { "material", "材料设备" },
  { "wear", "老化" },
  { "design", "设计建设遗留" },
  { "process", "流程" },
  { "communication", "沟通" },
  { "attitude", "态度" },
  { "misuse", "使用不当" },
  { "weather", "天气" },
  { "third-party", "第三方" },
  { "unknown", "不明" },
};

/* The hundred most frequent surnames have this shape: few very frequent, many rare. */
static const struct
{
  const char *name;
  guint weight;
} surnames[] = {
  { "王", 72 }, { "李", 71 },  { "张", 68 },  { "刘", 54 },  { "陈", 45 }, { "杨", 31 },
  { "黄", 24 }, { "赵", 23 },  { "吴", 21 },  { "周", 20 },  { "徐", 16 }, { "孙", 15 },
  { "马", 13 }, { "朱", 13 },  { "胡", 13 },  { "郭", 12 },  { "何", 12 }, { "林", 12 },
  { "高", 11 }, { "罗", 10 },  { "郑", 9 },   { "梁", 9 },   { "谢", 8 },  { "宋", 8 },
  { "唐", 7 },  { "许", 7 },   { "邓", 7 },   { "韩", 7 },   { "冯", 7 },  { "曹", 6 },
  { "彭", 6 },  { "曾", 6 },   { "肖", 6 },   { "田", 5 },   { "董", 5 },  { "潘", 5 },
  { "袁", 5 },  { "蔡", 5 },   { "蒋", 5 },   { "余", 5 },   { "于", 5 },  { "杜", 5 },
  { "叶", 4 },  { "程", 4 },   { "魏", 4 },   { "苏", 4 },   { "吕", 4 },  { "丁", 4 },
  { "任", 4 },  { "卢", 4 },   { "姚", 4 },   { "沈", 4 },   { "钟", 3 },  { "姜", 3 },
  { "崔", 3 },  { "谭", 3 },   { "陆", 3 },   { "范", 3 },   { "汪", 3 },  { "廖", 3 },
  { "石", 3 },  { "金", 3 },   { "韦", 2 },   { "贾", 2 },   { "夏", 2 },  { "付", 2 },
  { "方", 2 },  { "邹", 2 },   { "熊", 2 },   { "白", 2 },   { "孟", 2 },  { "秦", 2 },
  { "邱", 2 },  { "侯", 2 },   { "江", 2 },   { "尹", 2 },   { "薛", 2 },  { "闫", 2 },
  { "段", 2 },  { "雷", 2 },   { "龙", 1 },   { "黎", 1 },   { "史", 1 },  { "陶", 1 },
  { "贺", 1 },  { "顾", 1 },   { "毛", 1 },   { "郝", 1 },   { "龚", 1 },  { "邵", 1 },
  { "万", 1 },  { "欧阳", 1 }, { "上官", 1 }, { "司徒", 1 },
};

static const char *const given_names[]
    = { "伟",   "芳",   "娜",   "敏",   "静",   "强",   "磊",   "洋",   "艳",   "勇",   "军",
        "杰",   "娟",   "涛",   "超",   "明",   "霞",   "平",   "刚",   "辉",   "玲",   "丹",
        "萍",   "鹏",   "华",   "飞",   "鑫",   "波",   "斌",   "宇",   "浩",   "凯",   "秀英",
        "桂英", "建华", "建国", "志强", "秀兰", "玉兰", "海燕", "晓红", "丽娟", "国强", "文杰",
        "婷婷", "雪梅", "志明", "永强", "春梅", "海涛", "子轩", "雨欣", "浩然", "欣怡", "梓涵",
        "宇航", "诗涵", "思远", "佳怡", "俊杰", "嘉豪", "晓东", "晓明", "红梅", "爱华", "丽华",
        "淑珍", "桂芳", "金凤", "德明", "家俊", "文静", "慧敏", "立军", "振华", "新宇", "一诺",
        "若曦", "天佑", "晨曦", "美玲", "小龙", "素芬", "庆华", "玉珍", "国栋", "卫红", "少华",
        "向东", "月娥", "燕妮", "泽宇", "睿",   "颖",   "莉",   "旭",   "琳",   "峰",   "雷",
        "慧",   NULL };

const char *
bh_demo_people_get_department_code (BhDemoDepartment department)
{
  g_return_val_if_fail (department < BH_DEMO_N_DEPARTMENTS, NULL);

  return departments[department].code;
}

const char *
bh_demo_people_get_department_name (BhDemoDepartment department)
{
  g_return_val_if_fail (department < BH_DEMO_N_DEPARTMENTS, NULL);

  return departments[department].name;
}

const BhDemoStaff *
bh_demo_people_get_staff (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (staff);

  return staff;
}

const BhDemoChannel *
bh_demo_people_get_channels (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (channels);

  return channels;
}

const char *
bh_demo_people_get_cause_name (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (g_str_equal (causes[i].code, code))
      return causes[i].name;

  return NULL;
}

char *
bh_demo_people_make_name (BhDemoRandom *random)
{
  guint weights[G_N_ELEMENTS (surnames)];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (surnames); i++)
    weights[i] = surnames[i].weight;
  i = bh_demo_random_weighted (random, weights, G_N_ELEMENTS (surnames));

  return g_strconcat (surnames[i].name, bh_demo_random_text (random, given_names), NULL);
}

char *
bh_demo_people_make_phone (guint index)
{
  static const char *const prefixes[] = { "142", "143", "154" };
  /* Multiplying by an odd number not divisible by 5 visits every number of eight digits once. */
  guint64 digits = ((guint64) index * 48271 + 20260607) % 100000000;

  return g_strdup_printf ("%s%08" G_GUINT64_FORMAT, prefixes[index % G_N_ELEMENTS (prefixes)],
                          digits);
}
