/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-work-order.h"

#include "base/bh-i18n.h"

/* Heights of what is written in by hand, in points. */
#define LINE_HEIGHT 34
#define TEXT_HEIGHT 58
#define SIGNATURE_HEIGHT 54

static void
fact_free (gpointer data)
{
  BhPaperFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

BhWorkOrder *
bh_work_order_new (void)
{
  BhWorkOrder *self = g_new0 (BhWorkOrder, 1);

  self->facts = g_ptr_array_new_with_free_func (fact_free);
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->photos = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_paper_photo_unref);
  self->captions = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
bh_work_order_free (BhWorkOrder *self)
{
  g_free (self->number);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->photos);
  g_ptr_array_unref (self->captions);
  g_free (self->files);
  g_clear_pointer (&self->signature, bh_paper_photo_unref);
  g_free (self->signed_by);
  g_free (self->office);
  g_free (self->made_at);
  g_free (self);
}

void
bh_work_order_add_fact (BhWorkOrder *self, const char *label, const char *value, gboolean wide)
{
  BhPaperFact *fact;

  g_return_if_fail (self != NULL && label != NULL);

  if (value == NULL || *value == '\0')
    return;
  fact = g_new (BhPaperFact, 1);
  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  fact->wide = wide;
  g_ptr_array_add (self->facts, fact);
}

static void
add_boxes (BhPaper *paper, const BhWorkOrder *self)
{
  const BhPaperBox work[] = {
    { _ ("Done by"), NULL, NULL, 1 },
    { _ ("Arrived at"), NULL, NULL, 1 },
    { _ ("Done at"), NULL, NULL, 1 },
  };
  const BhPaperBox what[] = {
    { _ ("What was done"), NULL, NULL, 3 },
    { _ ("Materials and cost"), NULL, NULL, 2 },
  };
  const BhPaperBox score[] = {
    /* Translators: tick boxes for the owner, from best to worst */
    { _ ("How satisfied are you?"),
      _ ("□ Very satisfied    □ Satisfied    □ So-so    □ Dissatisfied    □ Very dissatisfied"),
      NULL, 1 },
  };
  const BhPaperBox signature[] = {
    { _ ("The owner's signature"), self->signed_by, self->signature, 3 },
    { _ ("Date"), NULL, NULL, 2 },
  };

  bh_paper_add_heading (paper, _ ("To be filled in"));
  bh_paper_add_boxes (paper, work, G_N_ELEMENTS (work), LINE_HEIGHT);
  bh_paper_add_boxes (paper, what, G_N_ELEMENTS (what), TEXT_HEIGHT);
  bh_paper_add_boxes (paper, score, G_N_ELEMENTS (score), LINE_HEIGHT);
  bh_paper_add_boxes (paper, signature, G_N_ELEMENTS (signature), SIGNATURE_HEIGHT);
}

static void
add_table (BhPaper *paper,
           const char *heading,
           const BhPaperColumn *columns,
           guint n_columns,
           GPtrArray *rows)
{
  if (rows->len == 0)
    return;
  bh_paper_add_heading (paper, heading);
  bh_paper_begin_table (paper, columns, n_columns);
  for (guint i = 0; i < rows->len; i++)
    bh_paper_add_row (paper, g_ptr_array_index (rows, i));
}

BhPaper *
bh_work_order_make_paper (const BhWorkOrder *self)
{
  const BhPaperColumn stages[BH_WORK_ORDER_STAGE_CELLS] = {
    { _ ("Stage"), 15, BH_PAPER_START },   { _ ("Holder"), 15, BH_PAPER_START },
    { _ ("Started"), 19, BH_PAPER_START }, { _ ("Due"), 19, BH_PAPER_START },
    { _ ("Done"), 19, BH_PAPER_START },    { _ ("Outcome"), 19, BH_PAPER_START },
  };
  const BhPaperColumn events[BH_WORK_ORDER_EVENT_CELLS] = {
    { _ ("When"), 20, BH_PAPER_START },
    { _ ("Who"), 16, BH_PAPER_START },
    { _ ("What"), 64, BH_PAPER_START },
  };
  g_autoptr (BhPaper) paper = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  paper = bh_paper_new (_ ("Work order"));
  bh_paper_set_corner (paper, self->number);
  bh_paper_set_footer (paper, self->office, self->made_at);
  bh_paper_set_shrink (paper, TRUE);
  for (guint i = 0; i < self->facts->len; i++)
    {
      BhPaperFact *fact = g_ptr_array_index (self->facts, i);

      bh_paper_add_pair (paper, fact->label, fact->value, fact->wide);
    }
  add_boxes (paper, self);
  add_table (paper, _ ("Stages"), stages, G_N_ELEMENTS (stages), self->stages);
  if (self->photos->len > 0 || self->files != NULL)
    bh_paper_add_heading (paper, _ ("Photos and files"));
  bh_paper_add_photos (paper, self->photos, self->captions);
  bh_paper_add_text (paper, self->files, BH_PAPER_NOTE, BH_PAPER_START);
  add_table (paper, _ ("History"), events, G_N_ELEMENTS (events), self->events);

  return g_steal_pointer (&paper);
}
