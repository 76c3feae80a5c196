/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-control.h"

G_BEGIN_DECLS

/**
 * BhPickerOption:
 * @value: (owned): what is given to the verb
 * @label: (owned): what people read, and what stands in the entry once it is picked
 * @note: (owned) (nullable): said beside it in grey
 * @initials: (owned) (nullable): first letters of its pinyin, once they were asked for
 */
typedef struct
{
  char *value;
  char *label;
  char *note;
  char *initials;
} BhPickerOption;

BhPickerOption *bh_picker_option_new (const char *value, const char *label, const char *note);
void bh_picker_option_free (BhPickerOption *option);
/** bh_picker_option_matches: Returns: whether @text is contained in the label or the note, or
 * begins the pinyin initials; "" matches all */
gboolean bh_picker_option_matches (BhPickerOption *option, const char *text);

#define BH_TYPE_PICKER (bh_picker_get_type ())
G_DECLARE_FINAL_TYPE (BhPicker, bh_picker, BH, PICKER, GtkWidget)

/**
 * bh_picker_new:
 *
 * A #BhControl for one line, with suggestions below while somebody types: arrow keys go through
 * them, Enter takes one, Esc closes them. What is typed need not be among them: whoever takes the
 * value checks it.
 *
 * Signal: `search (const char *text)`: somebody typed; for suggestions that must be looked up,
 * which bh_picker_suggest() then shows.
 */
GtkWidget *bh_picker_new (void);

/** bh_picker_set_options: @options: (transfer full) (element-type BhPickerOption): all that there
 * is; the picker chooses among them */
void bh_picker_set_options (BhPicker *self, GPtrArray *options);
/** bh_picker_suggest: @options: (transfer full) (element-type BhPickerOption): what was found for
 * the text; shown as they are, where the cursor still is here */
void bh_picker_suggest (BhPicker *self, GPtrArray *options);
/** bh_picker_set_free: what is typed is as good as what is suggested: nothing is suggested first,
 * so that Enter and Tab leave the text as it is */
void bh_picker_set_free (BhPicker *self, gboolean is_free);
/** bh_picker_set_editable: whether anything can be typed or picked; what is not editable can still
 * be read and copied */
void bh_picker_set_editable (BhPicker *self, gboolean editable);
/** bh_picker_get_entry: Returns: (transfer none): for a placeholder and the like */
GtkEntry *bh_picker_get_entry (BhPicker *self);

G_END_DECLS
