/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-estate.h"

static const BhDemoArea riverside_areas[] = {
  { "中心花园", BH_DEMO_SCENE_GARDEN },
  { "滨河步道", BH_DEMO_SCENE_GARDEN },
  { "东侧绿地", BH_DEMO_SCENE_GARDEN },
  { "地下车库A区", BH_DEMO_SCENE_GARAGE },
  { "地下车库B区", BH_DEMO_SCENE_GARAGE },
  { "南大门", BH_DEMO_SCENE_GATE },
  { "东门", BH_DEMO_SCENE_GATE },
  { "北门", BH_DEMO_SCENE_GATE },
  { "一号垃圾分类亭", BH_DEMO_SCENE_WASTE },
  { "二号垃圾分类亭", BH_DEMO_SCENE_WASTE },
  { "儿童乐园", BH_DEMO_SCENE_PLAYGROUND },
  { "健身广场", BH_DEMO_SCENE_PLAYGROUND },
  { NULL, BH_DEMO_SCENE_ROOM },
};

static const BhDemoArea cloud_areas[] = {
  { "云栖湖", BH_DEMO_SCENE_GARDEN },       { "樱花大道", BH_DEMO_SCENE_GARDEN },
  { "地下车库", BH_DEMO_SCENE_GARAGE },     { "访客停车场", BH_DEMO_SCENE_GARAGE },
  { "正门", BH_DEMO_SCENE_GATE },           { "西侧门", BH_DEMO_SCENE_GATE },
  { "垃圾分类屋", BH_DEMO_SCENE_WASTE },    { "亲子乐园", BH_DEMO_SCENE_PLAYGROUND },
  { "羽毛球场", BH_DEMO_SCENE_PLAYGROUND }, { NULL, BH_DEMO_SCENE_ROOM },
};

static const BhDemoArea east_areas[] = {
  { "小花园", BH_DEMO_SCENE_GARDEN },     { "东墙绿化带", BH_DEMO_SCENE_GARDEN },
  { "地面停车场", BH_DEMO_SCENE_GARAGE }, { "主路两侧车位", BH_DEMO_SCENE_GARAGE },
  { "西大门", BH_DEMO_SCENE_GATE },       { "南侧小门", BH_DEMO_SCENE_GATE },
  { "老垃圾房", BH_DEMO_SCENE_WASTE },    { "新垃圾分类点", BH_DEMO_SCENE_WASTE },
  { "健身角", BH_DEMO_SCENE_PLAYGROUND }, { NULL, BH_DEMO_SCENE_ROOM },
};

static const BhDemoCommunity communities[] = {
  {
      .name = "滨河花园",
      .city_tier = "一线城市",
      .estate_kind = "高层商品房",
      .buildings = 9,
      .units = 2,
      .floors = 18,
      .doors = 4,
      .lifts = 2,
      .weight = 100,
      .content = 3,
      .areas = riverside_areas,
  },
  {
      .name = "云栖雅苑",
      .city_tier = "二线城市",
      .estate_kind = "多层洋房",
      .buildings = 14,
      .units = 3,
      .floors = 8,
      .doors = 2,
      .lifts = 1,
      .weight = 82,
      .content = 6,
      .areas = cloud_areas,
  },
  {
      .name = "锦绣东方",
      .city_tier = "三线城市",
      .estate_kind = "老旧小区",
      .buildings = 15,
      .units = 4,
      .floors = 6,
      .doors = 3,
      .lifts = 0,
      .weight = 112,
      .content = -9,
      .areas = east_areas,
  },
};

const BhDemoCommunity *
bh_demo_estate_get_communities (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (communities);

  return communities;
}

guint
bh_demo_estate_count_households (const BhDemoCommunity *community)
{
  g_return_val_if_fail (community != NULL, 0);

  return community->buildings * community->units * community->floors * community->doors;
}
