/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-bulk-text.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"

char *
bh_bulk_text_selected (guint n_selected)
{
  g_autofree char *count = bh_text_group_count (n_selected);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s ticket is selected", "%s tickets are selected", n_selected),
      count);
}

char *
bh_bulk_text_preview (BhVerb verb, guint n_possible, guint n_refused)
{
  const char *name = bh_list_get_label (BH_LIST_VERB, (int) verb);
  g_autofree char *possible = bh_text_group_count (n_possible);
  g_autofree char *refused = bh_text_group_count (n_refused);

  if (n_refused == 0)
    /* Translators: a verb, and to how many tickets it will be done */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s: %s ticket", "%s: %s tickets", n_possible), name,
        possible);

  /* Translators: a verb, to how many tickets it will be done, and to how many it cannot */
  return g_strdup_printf (_ ("%s: possible for %s, not possible for %s"), name, possible, refused);
}

char *
bh_bulk_text_doing (BhVerb verb, guint n_tickets)
{
  g_autofree char *count = bh_text_group_count (n_tickets);

  /* Translators: a verb that is being done, and to how many tickets */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s ticket is being worked on…",
                                       "%s: %s tickets are being worked on…", n_tickets),
                          bh_list_get_label (BH_LIST_VERB, (int) verb), count);
}

char *
bh_bulk_text_done (BhVerb verb, guint n_done, guint n_refused)
{
  const char *name = bh_list_get_label (BH_LIST_VERB, (int) verb);
  g_autofree char *done = bh_text_group_count (n_done);
  g_autofree char *refused = bh_text_group_count (n_refused);

  if (n_refused == 0)
    /* Translators: a verb that was done, and to how many tickets */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s: %s ticket done", "%s: %s tickets done", n_done), name,
        done);

  /* Translators: a verb, to how many tickets it was done, and to how many not */
  return g_strdup_printf (_ ("%s: %s done, %s could not be done"), name, done, refused);
}

char *
bh_bulk_text_not_done (BhVerb verb, guint n_refused)
{
  g_autofree char *count = bh_text_group_count (n_refused);

  /* Translators: a verb, and to how many tickets it could not be done */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s ticket could not be done",
                                       "%s: %s tickets could not be done", n_refused),
                          bh_list_get_label (BH_LIST_VERB, (int) verb), count);
}

char *
bh_bulk_text_not_undone (guint n_refused)
{
  g_autofree char *count = bh_text_group_count (n_refused);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s ticket could not be undone",
                                       "%s tickets could not be undone", n_refused),
                          count);
}
