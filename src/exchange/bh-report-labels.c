/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-labels.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-mask.h"
#include "storage/bh-filter-segment.h"

#include <string.h>

/* A criterion of COUNTIFS may have 255 characters. */
#define LABEL_CHARS 100
#define PERCENT 100

struct _BhReportLabels
{
  GHashTable *categories;  /* (owned): id, 0 for none, to BhReportLabel */
  GHashTable *others;      /* (owned): GType to (owned) table of id to label */
  GHashTable *words[2];    /* (owned): of the city and the estate: word of the register to label */
  GHashTable *segments[2]; /* (owned): likewise: id of a community to its label, not owned */
};

static void
label_free (gpointer data)
{
  BhReportLabel *label = data;

  g_free (label->path);
  g_free (label->top);
  g_free (label);
}

/* What a criterion takes for a number is compared as one, to 15 digits: "7", "007", "7.0", "1e1"
 * and "10", "50%" and "0.5". */
static char *
dup_number_key (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  char *end, number[G_ASCII_DTOSTR_BUF_SIZE];
  double value;

  g_string_replace (plain, ",", "", 0);
  if (plain->len == 0 || strspn (plain->str, "0123456789+-.e%") < plain->len)
    return NULL;

  value = g_ascii_strtod (plain->str, &end);
  if (end > plain->str && *end == '%')
    {
      value /= PERCENT;
      end++;
    }

  return end > plain->str && *end == '\0'
             ? g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", value))
             : NULL;
}

/* A date may be written in several ways: "1-2", "1/2", "01-02". */
static char *
dup_date_key (const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);

  if (strspn (text, "0123456789-/.:") < strlen (text))
    return NULL;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean begins = p == text || !g_ascii_isdigit (p[-1]);

      if (*p != '0' || !begins || !g_ascii_isdigit (p[1]))
        g_string_append_c (key, *p == '/' || *p == '.' ? '-' : *p);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Two names with the same key are the same to a criterion of a formula. */
static char *
dup_key (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  char *key = dup_number_key (folded);

  if (key == NULL)
    key = dup_date_key (folded);

  return key != NULL ? key : g_steal_pointer (&folded);
}

char *
bh_report_take_label (GHashTable *taken, const char *name)
{
  g_autofree char *clean = bh_text_clean (name);
  const char *text = clean != NULL ? clean : "–";
  g_autofree char *base = g_utf8_substring (text, 0, MIN (LABEL_CHARS, g_utf8_strlen (text, -1)));
  g_autofree char *label = g_strdup (base);

  for (guint i = 2;; i++)
    {
      char *key = dup_key (label);

      if (g_hash_table_add (taken, key))
        return g_steal_pointer (&label);
      g_free (label);
      label = g_strdup_printf ("%s (%u)", base, i);
    }
}

static void
add_category (BhReportLabels *self, gint64 id, char *path, char *top)
{
  BhReportLabel *label = g_new (BhReportLabel, 1);

  label->path = path;
  label->top = top;
  g_hash_table_insert (self->categories, g_memdup2 (&id, sizeof id), label);
}

static void
add_categories (BhReportLabels *self, BhOffice *office)
{
  GPtrArray *categories = bh_office_list (office, BH_TYPE_CATEGORY);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) tops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *none = C_ ("category", "none");

  add_category (self, 0, bh_report_take_label (paths, none), bh_report_take_label (tops, none));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < categories->len; i++)
      {
        BhCategory *category = g_ptr_array_index (categories, i);
        gint64 id = bh_entry_get_id (BH_ENTRY (category)), parent_id = category->parent_id;
        gboolean is_top = parent_id == 0;
        g_autofree char *path = bh_office_get_category_path (office, id);

        if (is_top != (pass == 0))
          continue;
        add_category (self, id, bh_report_take_label (paths, path),
                      is_top ? bh_report_take_label (tops, bh_entry_get_name (BH_ENTRY (category)))
                             : g_strdup (bh_report_labels_get_category (self, parent_id)->top));
      }
}

static void
add_others (BhReportLabels *self, BhOffice *office, GType type, gboolean masked)
{
  GPtrArray *entries = bh_office_list (office, type);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);
      gint64 id = bh_entry_get_id (entry);
      g_autofree char *name = masked ? bh_mask_name (bh_entry_get_name (entry))
                                     : g_strdup (bh_entry_get_name (entry));

      g_hash_table_insert (labels, g_memdup2 (&id, sizeof id), bh_report_take_label (taken, name));
    }
  g_hash_table_insert (self->others, GSIZE_TO_POINTER (type), labels);
}

static guint
get_segment (BhFilterField field)
{
  return field == BH_FILTER_CITY_TIER ? 0 : 1;
}

static void
add_segments (BhReportLabels *self, BhOffice *office, BhFilterField field)
{
  GPtrArray *communities = bh_office_list (office, BH_TYPE_PLACE);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *segments = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_hash_table_insert (words, g_strdup (BH_FILTER_SEGMENT_NONE), g_strdup (""));
  for (guint i = 0; i < communities->len; i++)
    {
      BhPlace *community = g_ptr_array_index (communities, i);
      gint64 id = bh_entry_get_id (BH_ENTRY (community));
      const char *word = bh_filter_segment_get_word (community, field);

      if (!g_hash_table_contains (words, word))
        g_hash_table_insert (words, g_strdup (word), bh_report_take_label (taken, word));
      g_hash_table_insert (segments, g_memdup2 (&id, sizeof id), g_hash_table_lookup (words, word));
    }
  self->words[get_segment (field)] = words;
  self->segments[get_segment (field)] = segments;
}

BhReportLabels *
bh_report_labels_new (BhOffice *office, BhReportProfile profile)
{
  const GType types[]
      = { BH_TYPE_DEPARTMENT, BH_TYPE_STAFF, BH_TYPE_CHANNEL, BH_TYPE_CAUSE, BH_TYPE_PLACE };
  BhReportLabels *self = g_new0 (BhReportLabels, 1);

  self->categories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, label_free);
  self->others = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  add_categories (self, office);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add_others (self, office, types[i], profile == BH_REPORT_PUBLIC && types[i] == BH_TYPE_STAFF);
  add_segments (self, office, BH_FILTER_CITY_TIER);
  add_segments (self, office, BH_FILTER_ESTATE_KIND);

  return self;
}

void
bh_report_labels_free (BhReportLabels *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    {
      g_hash_table_unref (self->segments[i]);
      g_hash_table_unref (self->words[i]);
    }
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->others);
  g_free (self);
}

const BhReportLabel *
bh_report_labels_get_category (BhReportLabels *self, gint64 id)
{
  const BhReportLabel *label = g_hash_table_lookup (self->categories, &id);
  const gint64 none = 0;

  return label != NULL ? label : g_hash_table_lookup (self->categories, &none);
}

const char *
bh_report_labels_get (BhReportLabels *self, GType type, gint64 id)
{
  GHashTable *labels = g_hash_table_lookup (self->others, GSIZE_TO_POINTER (type));
  const char *label = labels != NULL ? g_hash_table_lookup (labels, &id) : NULL;

  return label != NULL ? label : "";
}

const char *
bh_report_labels_get_segment (BhReportLabels *self, BhFilterField field, gint64 community_id)
{
  const char *label = g_hash_table_lookup (self->segments[get_segment (field)], &community_id);

  return label != NULL ? label : "";
}

const char *
bh_report_labels_get_word (BhReportLabels *self, BhFilterField field, const char *word)
{
  const char *label = g_hash_table_lookup (self->words[get_segment (field)], word);

  return label != NULL ? label : "";
}
