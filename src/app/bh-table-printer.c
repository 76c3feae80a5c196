/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-table-printer.h"

#include "base/bh-i18n.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

/* So many rows are held back to find the width of the columns. */
#define BLOCK_ROWS 500

struct _BhTablePrinter
{
  BhFormat format;
  BhOfficeTime *time; /* (owned) (nullable) */
  const BhPrintColumn *columns;
  guint n_columns;
  guint column; /* the next cell's */
  gboolean no_heading;
  gboolean started;         /* something was printed */
  JsonObject *object;       /* (owned) (nullable): row in JSON */
  JsonGenerator *generator; /* (owned) */
  GPtrArray *cells;         /* (owned) (element-type utf8): held back, row by row */
  guint *widths;            /* (owned): places of each column so far */
};

BhTablePrinter *
bh_table_printer_new (BhFormat format,
                      BhOfficeTime *time,
                      const BhPrintColumn *columns,
                      guint n_columns)
{
  BhTablePrinter *self = g_new0 (BhTablePrinter, 1);

  self->format = format;
  self->time = time != NULL ? bh_office_time_ref (time) : NULL;
  self->columns = columns;
  self->n_columns = n_columns;
  self->generator = json_generator_new ();
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_new0 (guint, n_columns);

  return self;
}

void
bh_table_printer_free (BhTablePrinter *self)
{
  g_clear_pointer (&self->time, bh_office_time_unref);
  g_clear_pointer (&self->object, json_object_unref);
  g_clear_object (&self->generator);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self->widths);
  g_free (self);
}

void
bh_table_printer_hide_heading (BhTablePrinter *self)
{
  self->no_heading = TRUE;
}

/* How many places @text takes on a terminal. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
print_padded (const char *text, guint width, gboolean right, gboolean last)
{
  int padding = (int) width - (int) measure (text);

  padding = MAX (padding, 0);
  if (right)
    printf ("%*s%s", padding, "", text);
  else
    printf ("%s%*s", text, last ? 0 : padding, "");
  fputs (last ? "\n" : "  ", stdout);
}

static void
print_text_block (BhTablePrinter *self)
{
  gboolean heading = !self->started && !self->no_heading;

  for (guint i = 0; heading && i < self->n_columns; i++)
    self->widths[i] = measure (gettext (self->columns[i].label));
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *width = &self->widths[i % self->n_columns];

      *width = MAX (*width, measure (g_ptr_array_index (self->cells, i)));
    }

  for (guint i = 0; heading && i < self->n_columns; i++)
    print_padded (gettext (self->columns[i].label), self->widths[i], self->columns[i].right,
                  i + 1 == self->n_columns);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;

      print_padded (g_ptr_array_index (self->cells, i), self->widths[column],
                    self->columns[column].right, column + 1 == self->n_columns);
    }
}

static void
print_csv_cell (const char *text, gboolean last)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    fputs (text, stdout);
  else
    {
      g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      printf ("\"%s\"", quoted);
    }
  fputc (last ? '\n' : ',', stdout);
}

static void
print_csv_block (BhTablePrinter *self)
{
  for (guint i = 0; !self->started && i < self->n_columns; i++)
    print_csv_cell (self->columns[i].key, i + 1 == self->n_columns);
  for (guint i = 0; i < self->cells->len; i++)
    print_csv_cell (g_ptr_array_index (self->cells, i), (i + 1) % self->n_columns == 0);
}

static void
print_block (BhTablePrinter *self)
{
  if (self->format == BH_FORMAT_TEXT)
    print_text_block (self);
  else
    print_csv_block (self);
  self->started = TRUE;
  g_ptr_array_set_size (self->cells, 0);
}

static void
print_json_row (BhTablePrinter *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (node, g_steal_pointer (&self->object));
  json_generator_set_root (self->generator, node);
  text = json_generator_to_data (self->generator, NULL);
  printf ("%s%s", self->started ? ",\n" : "[\n", text);
  self->started = TRUE;
}

/* Returns: where the next cell of JSON goes */
static JsonObject *
get_object (BhTablePrinter *self)
{
  if (self->object == NULL)
    self->object = json_object_new ();
  return self->object;
}

static const char *
get_key (BhTablePrinter *self)
{
  return self->columns[self->column].key;
}

static void
end_cell (BhTablePrinter *self)
{
  self->column = (self->column + 1) % self->n_columns;
  if (self->column != 0)
    return;

  if (self->format == BH_FORMAT_JSON)
    print_json_row (self);
  else if (self->cells->len >= BLOCK_ROWS * self->n_columns)
    print_block (self);
}

/* A cell of text or CSV; a line break inside would break the columns. */
static void
add_cell (BhTablePrinter *self, const char *text)
{
  char *cell = g_strdup (text != NULL ? text : "");

  if (self->format == BH_FORMAT_TEXT)
    g_strdelimit (cell, "\r\n\t", ' ');
  g_ptr_array_add (self->cells, cell);
}

void
bh_table_printer_add_text (BhTablePrinter *self, const char *text)
{
  if (self->format != BH_FORMAT_JSON)
    add_cell (self, text);
  else if (text == NULL || *text == '\0')
    json_object_set_null_member (get_object (self), get_key (self));
  else
    json_object_set_string_member (get_object (self), get_key (self), text);
  end_cell (self);
}

void
bh_table_printer_add_int (BhTablePrinter *self, gint64 value)
{
  if (self->format == BH_FORMAT_JSON)
    json_object_set_int_member (get_object (self), get_key (self), value);
  else
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

      add_cell (self, text);
    }
  end_cell (self);
}

void
bh_table_printer_add_double (BhTablePrinter *self, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->format == BH_FORMAT_JSON)
    json_object_set_double_member (get_object (self), get_key (self), value);
  else if (self->format == BH_FORMAT_CSV)
    add_cell (self, g_ascii_dtostr (text, sizeof text, value));
  else
    add_cell (self, g_ascii_formatd (text, sizeof text, "%.2f", value));
  end_cell (self);
}

void
bh_table_printer_add_yes (BhTablePrinter *self, gboolean value)
{
  if (self->format == BH_FORMAT_JSON)
    json_object_set_boolean_member (get_object (self), get_key (self), value);
  else if (self->format == BH_FORMAT_CSV)
    add_cell (self, value ? "yes" : "no");
  else
    add_cell (self, bh_list_get_label (BH_LIST_TRI, value ? BH_TRI_YES : BH_TRI_NO));
  end_cell (self);
}

void
bh_table_printer_add_time (BhTablePrinter *self, gint64 instant)
{
  g_autofree char *text = NULL;

  if (instant != 0)
    text = self->format == BH_FORMAT_TEXT ? bh_office_time_format (self->time, instant)
                                          : bh_office_time_format_iso (self->time, instant);
  bh_table_printer_add_text (self, text);
}

void
bh_table_printer_add_code (BhTablePrinter *self, BhList list, int value)
{
  bh_table_printer_add_text (self, self->format == BH_FORMAT_TEXT ? bh_list_get_label (list, value)
                                                                  : bh_list_get_code (list, value));
}

void
bh_table_printer_add_entry (BhTablePrinter *self, BhEntry *entry)
{
  const char *code = entry != NULL ? bh_entry_get_code (entry) : "";
  const char *name = entry != NULL ? bh_entry_get_name (entry) : NULL;

  bh_table_printer_add_text (self, self->format == BH_FORMAT_TEXT || *code == '\0' ? name : code);
}

void
bh_table_printer_end (BhTablePrinter *self)
{
  g_return_if_fail (self->column == 0);

  if (self->format == BH_FORMAT_JSON)
    fputs (self->started ? "\n]\n" : "[]\n", stdout);
  else if (self->cells->len > 0 || !self->started)
    print_block (self);
}
