/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket.h"

/* The parts of a ticket are records: what they mean is in the fold (bh-ticket-fold.c). */

G_DEFINE_FINAL_TYPE (BhRound, bh_round, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhStage, bh_stage, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhComplainant, bh_complainant, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhOpinion, bh_opinion, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhCallback, bh_callback, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhDueChange, bh_due_change, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhPause, bh_pause, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhRequest, bh_request, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhTask, bh_task, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhAttachment, bh_attachment, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BhWarning, bh_warning, G_TYPE_OBJECT)

static void
bh_round_class_init (BhRoundClass *klass)
{
}

static void
bh_round_init (BhRound *self)
{
}

static void
bh_stage_class_init (BhStageClass *klass)
{
}

static void
bh_stage_init (BhStage *self)
{
}

static void
bh_pause_class_init (BhPauseClass *klass)
{
}

static void
bh_pause_init (BhPause *self)
{
}

static void
bh_warning_class_init (BhWarningClass *klass)
{
}

static void
bh_warning_init (BhWarning *self)
{
}

static void
bh_due_change_class_init (BhDueChangeClass *klass)
{
}

static void
bh_due_change_init (BhDueChange *self)
{
}

static void
bh_complainant_finalize (GObject *object)
{
  BhComplainant *self = BH_COMPLAINANT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->phone, g_free);

  G_OBJECT_CLASS (bh_complainant_parent_class)->finalize (object);
}

static void
bh_complainant_class_init (BhComplainantClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_complainant_finalize;
}

static void
bh_complainant_init (BhComplainant *self)
{
}

static void
bh_callback_finalize (GObject *object)
{
  BhCallback *self = BH_CALLBACK (object);

  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (bh_callback_parent_class)->finalize (object);
}

static void
bh_callback_class_init (BhCallbackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_callback_finalize;
}

static void
bh_callback_init (BhCallback *self)
{
}

static void
bh_opinion_finalize (GObject *object)
{
  BhOpinion *self = BH_OPINION (object);

  g_clear_pointer (&self->signature, g_free);

  G_OBJECT_CLASS (bh_opinion_parent_class)->finalize (object);
}

static void
bh_opinion_class_init (BhOpinionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_opinion_finalize;
}

static void
bh_opinion_init (BhOpinion *self)
{
}

static void
bh_request_finalize (GObject *object)
{
  BhRequest *self = BH_REQUEST (object);

  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (bh_request_parent_class)->finalize (object);
}

static void
bh_request_class_init (BhRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_request_finalize;
}

static void
bh_request_init (BhRequest *self)
{
}

static void
bh_task_finalize (GObject *object)
{
  BhTask *self = BH_TASK (object);

  g_clear_pointer (&self->what, g_free);
  g_clear_pointer (&self->result, g_free);

  G_OBJECT_CLASS (bh_task_parent_class)->finalize (object);
}

static void
bh_task_class_init (BhTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_task_finalize;
}

static void
bh_task_init (BhTask *self)
{
}

static void
bh_attachment_finalize (GObject *object)
{
  BhAttachment *self = BH_ATTACHMENT (object);

  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (bh_attachment_parent_class)->finalize (object);
}

static void
bh_attachment_class_init (BhAttachmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_attachment_finalize;
}

static void
bh_attachment_init (BhAttachment *self)
{
}
