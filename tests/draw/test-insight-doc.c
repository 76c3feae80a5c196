/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-catalog.h"

#include "insight/bh-figure-text.h"

/* docs/insight.md shows what the registry of figures and the catalog of charts have. Run with
 * BIHUAN_UPDATE_DOCS=1 to write its tables anew. */

#define FIGURES_BEGIN "<!-- figures -->\n"
#define FIGURES_END "<!-- end of figures -->\n"
#define CHARTS_BEGIN "<!-- charts -->\n"
#define CHARTS_END "<!-- end of charts -->\n"

static const char *
get_better (const BhFigureInfo *info)
{
  return info->better > 0 ? "more" : info->better < 0 ? "less" : "";
}

static char *
make_figures (void)
{
  GString *text = g_string_new ("| key | unit | better | what | how |\n|---|---|---|---|---|\n");
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "| `%s` | %s | %s | %s | %s |\n", infos[i].key, infos[i].unit,
                            get_better (&infos[i]), bh_figure_get_definition (&infos[i]),
                            bh_figure_get_formula (&infos[i]));

  return g_string_free (text, FALSE);
}

static void
append_variants (GString *text, const BhChartVariant *variants)
{
  for (guint i = 0; variants != NULL && variants[i].code != NULL; i++)
    g_string_append_printf (text, "%s`%s`", i > 0 ? " " : "", variants[i].code);
}

static char *
make_charts (void)
{
  GString *text = g_string_new ("| name | shows | of one figure | variants |\n|---|---|---|---|\n");
  guint n;
  const BhChartInfo *infos = bh_chart_catalog_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "| `%s` | %s | %s | ", infos[i].name, infos[i].title,
                              infos[i].has_figure ? "yes" : "");
      append_variants (text, infos[i].variants);
      g_string_append (text, " |\n");
    }

  return g_string_free (text, FALSE);
}

/* Puts @table between @begin and @end. Returns: (transfer full) */
static char *
replace (const char *page, const char *begin, const char *end, const char *table)
{
  const char *from = strstr (page, begin);
  const char *to = strstr (page, end);
  g_autofree char *before = NULL;

  g_assert_nonnull (from);
  g_assert_nonnull (to);
  before = g_strndup (page, (gsize) (from - page) + strlen (begin));

  return g_strconcat (before, table, to, NULL);
}

static void
test_tables (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("BIHUAN_SOURCE_DIR"), "docs", "insight.md", NULL);
  g_autofree char *figures = make_figures ();
  g_autofree char *charts = make_charts ();
  g_autofree char *page = NULL;
  g_autofree char *with_figures = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &page, NULL, &error));
  g_assert_no_error (error);
  with_figures = replace (page, FIGURES_BEGIN, FIGURES_END, figures);
  whole = replace (with_figures, CHARTS_BEGIN, CHARTS_END, charts);
  if (g_getenv ("BIHUAN_UPDATE_DOCS") != NULL)
    {
      g_assert_true (g_file_set_contents (path, whole, -1, &error));
      g_assert_no_error (error);
      return;
    }

  g_assert_cmpstr (page, ==, whole);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight-doc/tables", test_tables);

  return g_test_run ();
}
