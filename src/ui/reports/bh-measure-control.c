/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-measure-control.h"

#include "base/bh-i18n.h"
#include "domain/bh-day.h"
#include "domain/bh-register-kind.h"
#include "ui/common/bh-choice.h"
#include "ui/common/bh-input-options.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-text-area.h"
#include "ui/register/bh-register-control.h"

static gint64
get_now (BhDesk *desk)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (desk)));
}

/* Figures and filters are asked for as of a target, which is about the same. */
static const BhRegisterField *
find_target_field (const BhMeasureField *field)
{
  return bh_register_kind_find_field (BH_REGISTER_TARGETS, field->key);
}

static GPtrArray *
list_communities (BhOffice *office)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);
  GPtrArray *places = bh_office_list (office, BH_TYPE_PLACE);

  for (guint i = 0; i < places->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (places, i);

      if (!bh_entry_is_retired (entry))
        g_ptr_array_add (options, bh_picker_option_new (bh_entry_get_name (entry),
                                                        bh_entry_get_name (entry), NULL));
    }

  return options;
}

static GtkWidget *
create_entry (BhDesk *desk, const BhMeasureField *field)
{
  BhOffice *office = bh_desk_get_office (desk);
  GtkWidget *picker = bh_picker_new ();
  GPtrArray *options;

  if (g_str_equal (field->key, "community"))
    options = list_communities (office);
  else
    options = bh_input_options_list (g_str_equal (field->key, "department") ? BH_INPUT_DEPARTMENT
                                                                            : BH_INPUT_STAFF,
                                     office, 0, get_now (desk));
  bh_picker_set_options (BH_PICKER (picker), options);

  return picker;
}

static void
add_day (GPtrArray *options, int day, const char *note)
{
  g_autofree char *text = bh_day_format (day);

  g_ptr_array_add (options, bh_picker_option_new (text, text, note));
}

/* Any other day can be typed: "12-05" is this year. */
static GtkWidget *
create_day (BhDesk *desk, const BhMeasureField *field)
{
  GtkWidget *picker = bh_picker_new ();
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);
  int today = bh_day_of (bh_office_get_time (bh_desk_get_office (desk)), get_now (desk));

  if (g_str_equal (field->key, "due"))
    {
      add_day (options, bh_day_shift (today, 7), C_ ("measure", "in a week"));
      add_day (options, bh_day_shift (today, 14), C_ ("measure", "in two weeks"));
      add_day (options, bh_day_shift (bh_month_shift (today / 100, 1) * 100 + 1, -1),
               C_ ("measure", "end of this month"));
      add_day (options, bh_day_shift (bh_month_shift (today / 100, 2) * 100 + 1, -1),
               C_ ("measure", "end of next month"));
    }
  else
    {
      add_day (options, today, C_ ("measure", "today"));
      add_day (options, bh_day_shift (today, -1), C_ ("measure", "yesterday"));
    }
  bh_picker_set_options (BH_PICKER (picker), options);
  bh_picker_set_free (BH_PICKER (picker), TRUE);

  return picker;
}

static GtkWidget *
create_state (void)
{
  GtkWidget *choice = bh_choice_new ();
  guint n;
  const BhListItem *items = bh_list_get_items (BH_LIST_MEASURE_STATE, &n);

  for (guint i = 0; i < n; i++)
    bh_choice_add (BH_CHOICE (choice), items[i].code,
                   bh_list_get_label (BH_LIST_MEASURE_STATE, items[i].value));

  return choice;
}

static BhControl *
create_of_target (BhDesk *desk, const BhMeasureField *field, BhMeasure *measure)
{
  const BhRegisterField *like = find_target_field (field);
  BhControl *control = bh_register_control_new (desk, like);
  g_autofree char *value = bh_measure_dup_field (measure, bh_desk_get_office (desk), field);

  /* Offers what the office has now. */
  bh_register_control_show (control, desk, like, value, value);

  return control;
}

static gboolean
is_asked (BhDesk *desk, const BhMeasureField *field, BhMeasure *measure)
{
  static const char *const of_the_end[] = { "state", "effect", "ended", NULL };

  if (g_str_equal (field->key, "community"))
    return measure->community_id != 0
           || bh_office_get_only_community (bh_desk_get_office (desk)) == 0;

  return measure->id != 0 || !g_strv_contains (of_the_end, field->key);
}

BhControl *
bh_measure_control_new (BhDesk *desk, const BhMeasureField *field, BhMeasure *measure)
{
  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (BH_IS_MEASURE (measure), NULL);

  if (!is_asked (desk, field, measure))
    return NULL;

  switch (field->type)
    {
    case BH_MEASURE_FIELD_TEXT:
    case BH_MEASURE_FIELD_LONG_TEXT:
      return BH_CONTROL (bh_text_area_new ());
    case BH_MEASURE_FIELD_ENTRY:
      return BH_CONTROL (create_entry (desk, field));
    case BH_MEASURE_FIELD_DAY:
      return BH_CONTROL (create_day (desk, field));
    case BH_MEASURE_FIELD_STATE:
      return BH_CONTROL (create_state ());
    case BH_MEASURE_FIELD_FILTER:
    case BH_MEASURE_FIELD_FIGURE:
      return create_of_target (desk, field, measure);
    }

  g_return_val_if_reached (NULL);
}

gboolean
bh_measure_control_read (BhControl *control,
                         const BhMeasureField *field,
                         BhMeasure *measure,
                         BhDesk *desk,
                         GError **error)
{
  BhOffice *office = bh_desk_get_office (desk);
  g_autofree char *text = NULL;

  g_return_val_if_fail (BH_IS_CONTROL (control), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (field->type == BH_MEASURE_FIELD_FIGURE || field->type == BH_MEASURE_FIELD_FILTER)
    text = bh_register_control_read (control, find_target_field (field), error);
  else
    text = bh_control_dup_text (control);
  if (text == NULL)
    return FALSE;
  if (field->type == BH_MEASURE_FIELD_DAY)
    {
      g_autofree char *typed = g_steal_pointer (&text);

      text = bh_input_complete_time (typed, bh_office_get_time (office), get_now (desk));
    }

  return bh_measure_set_field (measure, office, field, text, error);
}
