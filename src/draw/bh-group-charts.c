/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-group-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-group-chart.h"
#include "insight/bh-figure-text.h"

/* A way to part tickets, of which the first is the usual one. */
static const struct
{
  const char *code;
  BhFigureBy by;
  gboolean tops;
  const char *title;
  const char *heading;
} segments[] = {
  { "scene", BH_BY_CATEGORY, TRUE, NC_ ("chart", "Scenes"), NC_ ("chart", "Scene") },
  { "community", BH_BY_COMMUNITY, FALSE, NC_ ("chart", "Communities"), NC_ ("chart", "Community") },
  { "city-tier", BH_BY_CITY_TIER, FALSE, NC_ ("chart", "City tiers"), NC_ ("chart", "City tier") },
  { "estate-kind", BH_BY_ESTATE_KIND, FALSE, NC_ ("chart", "Kinds of estates"),
    NC_ ("chart", "Kind of estate") },
  { "care", BH_BY_CARE, FALSE, NC_ ("chart", "Care marks"), NC_ ("chart", "Care mark") },
  { "channel", BH_BY_CHANNEL, FALSE, NC_ ("chart", "Channels"), NC_ ("chart", "Channel") },
  { "kind", BH_BY_KIND, FALSE, NC_ ("chart", "Kinds"), NC_ ("chart", "Kind") },
  { "grade", BH_BY_GRADE, FALSE, NC_ ("chart", "Grades"), NC_ ("chart", "Grade") },
};

const BhChartVariant bh_segment_variants[] = {
  { "scene", NC_ ("chart", "Scenes") },
  { "community", NC_ ("chart", "Communities") },
  { "city-tier", NC_ ("chart", "City tiers") },
  { "estate-kind", NC_ ("chart", "Kinds of estates") },
  { "care", NC_ ("chart", "Care marks") },
  { "channel", NC_ ("chart", "Channels") },
  { "kind", NC_ ("chart", "Kinds") },
  { "grade", NC_ ("chart", "Grades") },
  { NULL, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (bh_segment_variants) == G_N_ELEMENTS (segments) + 1);

/* The figure, and by what: "Satisfaction · Communities". */
static char *
dup_title (BhFigureId figure, const char *by)
{
  return g_strdup_printf ("%s · %s", bh_figure_get_name (bh_figure_get_info (figure)), by);
}

BhChart *
bh_segments_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  guint chosen = 0;
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (segments); i++)
    if (bh_chart_question_has_variant (question, segments[i].code))
      chosen = i;
  title = dup_title (question->figure,
                     g_dpgettext2 (GETTEXT_PACKAGE, "chart", segments[chosen].title));

  return bh_group_chart_make (insight, question,
                              &(BhGroupRequest){ .title = title,
                                                 .heading = g_dpgettext2 (GETTEXT_PACKAGE, "chart",
                                                                          segments[chosen].heading),
                                                 .figure = question->figure,
                                                 .by = segments[chosen].by,
                                                 .tops = segments[chosen].tops },
                              error);
}

/* Who the work is with. */
static BhChart *
make_workers (BhInsight *insight,
              const BhChartQuestion *question,
              BhFigureId figure,
              BhFigureBy by,
              GError **error)
{
  gboolean people = by == BH_BY_STAFF;
  g_autofree char *title
      = dup_title (figure, people ? C_ ("chart", "People") : C_ ("chart", "Departments"));

  return bh_group_chart_make (
      insight, question,
      &(BhGroupRequest){ .title = title,
                         .heading = people ? C_ ("chart", "Person") : C_ ("chart", "Department"),
                         .figure = figure,
                         .by = by },
      error);
}

BhChart *
bh_departments_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  return make_workers (insight, question, question->figure, BH_BY_DEPARTMENT, error);
}

BhChart *
bh_people_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  return make_workers (insight, question, question->figure, BH_BY_STAFF, error);
}

BhChart *
bh_satisfaction_departments_chart_make (BhInsight *insight,
                                        const BhChartQuestion *question,
                                        GError **error)
{
  return make_workers (insight, question, BH_FIGURE_SATISFACTION, BH_BY_DEPARTMENT, error);
}

BhChart *
bh_repeat_categories_chart_make (BhInsight *insight,
                                 const BhChartQuestion *question,
                                 GError **error)
{
  return bh_group_chart_make (insight, question,
                              &(BhGroupRequest){ .title = C_ ("chart", "Repeats by category"),
                                                 .heading = C_ ("chart", "Category"),
                                                 .figure = BH_FIGURE_REPEAT_SHARE,
                                                 .by = BH_BY_CATEGORY,
                                                 .counts = TRUE,
                                                 .narrow = BH_FILTER_REPEAT },
                              error);
}

BhChart *
bh_rework_causes_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  return bh_group_chart_make (insight, question,
                              &(BhGroupRequest){ .title = C_ ("chart", "Rework by cause"),
                                                 .heading = C_ ("chart", "Cause"),
                                                 .figure = BH_FIGURE_REWORK_SHARE,
                                                 .by = BH_BY_CAUSE,
                                                 .counts = TRUE,
                                                 .narrow = BH_FILTER_REWORK },
                              error);
}
