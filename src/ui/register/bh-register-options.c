/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-options.h"

#include "domain/bh-register-value.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
#include "ui/common/bh-picker.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static void
add (GPtrArray *options, const char *value, const char *label, const char *note)
{
  g_ptr_array_add (options, bh_picker_option_new (value, label, note));
}

/* What offices promise; any other length can be typed. */
static void
add_durations (GPtrArray *options, const BhRegisterField *field)
{
  static const int lengths[]
      = { 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR,      2 * HOUR,   4 * HOUR,
          8 * HOUR,    24 * HOUR,   48 * HOUR,   72 * HOUR, 120 * HOUR, 7 * DAY };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", lengths[i]);
      g_autofree char *label = bh_register_value_format (field, value);

      add (options, value, label, NULL);
    }
}

static void
add_codes (GPtrArray *options, BhList list)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (list, &n_items);

  for (guint i = 0; i < n_items; i++)
    add (options, items[i].code, bh_list_get_label (list, items[i].value), NULL);
}

static void
add_figures (GPtrArray *options)
{
  guint n_figures;
  const BhFigureInfo *figures = bh_figures_list (&n_figures);

  for (guint i = 0; i < n_figures; i++)
    add (options, figures[i].key, bh_figure_get_name (&figures[i]), NULL);
}

/* @kinds: of tickets, "" for all; @community: (nullable): name, %NULL for all */
static void
add_filter (GPtrArray *options, const char *kinds, const char *community)
{
  const char *names[] = { community, NULL };
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (kinds, NULL);
  g_autoptr (BhTicketFilter) narrow = NULL;
  g_autofree char *label = NULL;
  const char *text;

  if (community != NULL)
    narrow = bh_ticket_filter_with (filter, BH_FILTER_COMMUNITY, names, NULL);
  text = bh_ticket_filter_to_text (narrow != NULL ? narrow : filter);
  label = bh_chart_words_dup_scope (text);
  add (options, text, label, NULL);
}

/* What targets are mostly about: kinds of tickets, of the whole office or, where it has several, of
 * one community. Any other filter can be typed. */
static void
add_filters (GPtrArray *options, BhOffice *office)
{
  static const char *const kinds[] = { "kind:complaint", "kind:repair", "kind:complaint,repair" };
  GPtrArray *places = bh_office_list (office, BH_TYPE_PLACE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_filter (options, kinds[i], NULL);
  for (guint i = 0; i < places->len && places->len > 1; i++)
    {
      BhEntry *community = g_ptr_array_index (places, i);

      if (bh_entry_is_retired (community))
        continue;
      add_filter (options, "", bh_entry_get_name (community));
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        add_filter (options, kinds[j], bh_entry_get_name (community));
    }
}

static char *
dup_label (BhOffice *office, BhEntry *entry)
{
  if (BH_IS_CATEGORY (entry))
    return bh_office_get_category_path (office, bh_entry_get_id (entry));

  return g_strdup (bh_entry_get_name (entry));
}

static const char *
get_note (BhOffice *office, BhEntry *entry)
{
  if (BH_IS_STAFF (entry))
    return bh_office_get_name (office, BH_TYPE_DEPARTMENT, BH_STAFF (entry)->department_id);

  return NULL;
}

static void
add_entries (GPtrArray *options, BhOffice *office, GType type)
{
  GPtrArray *entries = bh_office_list (office, type);

  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, bh_entry_get_id (entry));
      g_autofree char *label = dup_label (office, entry);

      if (!bh_entry_is_retired (entry))
        add (options, value, label, get_note (office, entry));
    }
}

/* Side by side, short: what it stands in is clear from its name. */
static void
add_names (GPtrArray *options, BhOffice *office, GType type)
{
  GPtrArray *entries = bh_office_list (office, type);

  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, bh_entry_get_id (entry));

      if (!bh_entry_is_retired (entry))
        add (options, value, bh_entry_get_name (entry), NULL);
    }
}

static GType
get_entry_type (BhRegisterKind kind)
{
  switch (kind)
    {
    case BH_REGISTER_DEPARTMENTS:
      return BH_TYPE_DEPARTMENT;
    case BH_REGISTER_STAFF:
      return BH_TYPE_STAFF;
    case BH_REGISTER_CATEGORIES:
      return BH_TYPE_CATEGORY;
    case BH_REGISTER_CHANNELS:
      return BH_TYPE_CHANNEL;
    case BH_REGISTER_CAUSES:
      return BH_TYPE_CAUSE;
    case BH_REGISTER_PLACES:
    case BH_REGISTER_CONTACTS:
    case BH_REGISTER_POLICIES:
    case BH_REGISTER_TARGETS:
      return G_TYPE_INVALID;
    }

  g_return_val_if_reached (G_TYPE_INVALID);
}

GPtrArray *
bh_register_options_list (BhOffice *office, const BhRegisterField *field)
{
  g_autoptr (GPtrArray) options
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  switch (field->type)
    {
    case BH_REGISTER_FIELD_DURATION:
      add_durations (options, field);
      return g_steal_pointer (&options);
    case BH_REGISTER_FIELD_CODE:
    case BH_REGISTER_FIELD_FLAGS:
      add_codes (options, field->list);
      return g_steal_pointer (&options);
    case BH_REGISTER_FIELD_YES_NO:
      add_codes (options, BH_LIST_TRI);
      return g_steal_pointer (&options);
    case BH_REGISTER_FIELD_ENTRY:
      if (get_entry_type (field->of) == G_TYPE_INVALID)
        return NULL;
      add_entries (options, office, get_entry_type (field->of));
      return g_steal_pointer (&options);
    case BH_REGISTER_FIELD_ENTRIES:
      add_names (options, office, get_entry_type (field->of));
      return g_steal_pointer (&options);
    case BH_REGISTER_FIELD_FIGURE:
      add_figures (options);
      return g_steal_pointer (&options);
    case BH_REGISTER_FIELD_FILTER:
      add_filters (options, office);
      return g_steal_pointer (&options);
    case BH_REGISTER_FIELD_TEXT:
    case BH_REGISTER_FIELD_PHONE:
    case BH_REGISTER_FIELD_NUMBER:
    case BH_REGISTER_FIELD_DECIMAL:
    case BH_REGISTER_FIELD_DATE:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}
