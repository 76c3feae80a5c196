/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-copy-text.h"

#include "base/bh-i18n.h"

#include <string.h>

/* So many digits in a row may be a phone number. */
#define PHONE_DIGITS 7

typedef struct
{
  BhOffice *office;
  BhTicketView *view;
  BhTicket *ticket;
  GString *out;
} Copy;

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* @words: translated, with one %s that stands for @text */
static char *
fill_in (const char *words, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);

  return g_strjoinv (text, parts);
}

static void
add_line (Copy *self, const char *words, const char *text)
{
  g_autofree char *line = is_empty (text) ? NULL : fill_in (words, text);

  if (line != NULL)
    g_string_append_printf (self->out, "\n%s", line);
}

/* "A · B" */
static void
append_part (GString *out, const char *text)
{
  if (is_empty (text))
    return;
  if (out->len > 0)
    g_string_append (out, _ (", "));
  g_string_append (out, text);
}

static char *
format_time (Copy *self, gint64 instant)
{
  return bh_office_time_format (bh_office_get_time (self->office), instant);
}

/* Of an office with one community its name says nothing. */
static void
add_place (Copy *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  BhPlace *place = self->view->place;

  if (bh_office_get_only_community (self->office) == 0 || place == NULL)
    append_part (line,
                 bh_office_get_name (self->office, BH_TYPE_PLACE, self->ticket->community_id));
  if (place != NULL && place->kind != BH_PLACE_COMMUNITY)
    append_part (line, place->path);
  append_part (line, self->ticket->place_text);
  add_line (self, _ ("Place: %s"), line->str);
}

static void
add_what (Copy *self)
{
  add_line (self, _ ("Matter: %s"), self->ticket->summary);
  if (g_strcmp0 (self->ticket->description, self->ticket->summary) != 0)
    add_line (self, _ ("Description: %s"), self->ticket->description);
  add_line (self, _ ("Remedy sought: %s"), self->ticket->remedy);
}

static void
add_contacts (Copy *self)
{
  GPtrArray *complainants = self->ticket->complainants;

  for (guint i = 0; i < complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (complainants, i);
      g_autoptr (GString) line = g_string_new (NULL);

      if (complainant->left_at != 0)
        continue;
      append_part (line, complainant->name);
      append_part (line, complainant->phone);
      add_line (self, _ ("Contact: %s"), line->str);
    }
}

static void
add_holder (Copy *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_part (line,
               bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, self->ticket->department_id));
  append_part (line, bh_office_get_name (self->office, BH_TYPE_STAFF, self->ticket->staff_id));
  add_line (self, _ ("For: %s"), line->str);
}

/* Until when the work is wanted: what the dispatcher said, else what the owner was told, else what
 * the policy allows. */
static void
add_due (Copy *self)
{
  BhTicket *ticket = self->ticket;
  gint64 due = ticket->work_due != 0
                   ? ticket->work_due
                   : (ticket->promised_at != 0 ? ticket->promised_at : ticket->completion_due);
  g_autofree char *time = NULL;

  if (ticket->status >= BH_STATUS_FINISHED)
    return;
  if (ticket->suspended_at != 0)
    {
      time = format_time (self, ticket->suspended_until);
      add_line (self, _ ("Suspended until: %s"), time);
      return;
    }
  time = format_time (self, due);
  add_line (self, _ ("Wanted by: %s"), time);
}

static void
add_tasks (Copy *self)
{
  GPtrArray *tasks = self->ticket->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (tasks, i);
      g_autoptr (GString) line = g_string_new (NULL);

      if (task->outcome != BH_TASK_OPEN)
        continue;
      append_part (line,
                   bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, task->department_id));
      append_part (line, task->what);
      add_line (self, _ ("Task: %s"), line->str);
    }
}

char *
bh_copy_text_for_group (BhOffice *office, BhTicketView *view)
{
  Copy copy;
  BhTicket *ticket;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  ticket = view->ticket;
  copy = (Copy){ office, view, ticket, g_string_new (NULL) };
  /* Translators: first line for a chat group: grade, kind, number, status */
  g_string_append_printf (copy.out, _ ("[%s %s] %s (%s)"),
                          bh_list_get_label (BH_LIST_GRADE, (int) ticket->grade),
                          bh_list_get_label (BH_LIST_KIND, (int) ticket->kind), ticket->number,
                          bh_list_get_label (BH_LIST_STATUS, (int) ticket->status));
  if (ticket->round > 1)
    {
      /* Translators: which pass through the loop this is */
      g_autofree char *round = g_strdup_printf (_ ("Round %d"), ticket->round);

      add_line (&copy, _ ("Rework: %s"), round);
    }
  add_place (&copy);
  add_what (&copy);
  add_line (&copy, _ ("Measure: %s"), ticket->measure);
  add_line (&copy, _ ("Result: %s"), ticket->result);
  add_due (&copy);
  add_holder (&copy);
  add_tasks (&copy);
  add_contacts (&copy);

  return g_string_free (copy.out, FALSE);
}

static gboolean
has_phone (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      /* Groups of a number have blanks or strokes between them. */
      if (g_ascii_isdigit (*p))
        n++;
      else if (*p != ' ' && *p != '-')
        n = 0;
      if (n >= PHONE_DIGITS)
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_staff (Copy *self, const char *text)
{
  GPtrArray *staff = bh_office_list (self->office, BH_TYPE_STAFF);

  for (guint i = 0; i < staff->len; i++)
    {
      const char *name = bh_entry_get_name (g_ptr_array_index (staff, i));

      if (!is_empty (name) && strstr (text, name) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
say (Copy *self, const char *sentence)
{
  /* What ends with a full-width stop has its blank in it. */
  if (g_ascii_ispunct (self->out->str[self->out->len - 1]))
    g_string_append_c (self->out, ' ');
  g_string_append (self->out, sentence);
}

/* Without the stop that the sentence around it has. */
static char *
dup_unstopped (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gboolean full = g_str_has_suffix (copy, "。");

  if (full || g_str_has_suffix (copy, "."))
    copy[strlen (copy) - (full ? strlen ("。") : 1)] = '\0';

  return g_steal_pointer (&copy);
}

/* A text of the office's own, where an outsider may read it. */
static void
say_text (Copy *self, const char *words, const char *text)
{
  g_autofree char *sentence = NULL, *plain = NULL;

  if (is_empty (text) || has_phone (text) || names_staff (self, text))
    return;
  plain = dup_unstopped (text);
  sentence = fill_in (words, plain);
  say (self, sentence);
}

static void
say_time (Copy *self, const char *words, gint64 instant)
{
  g_autofree char *time = format_time (self, instant);
  g_autofree char *sentence = instant != 0 ? fill_in (words, time) : NULL;

  if (sentence != NULL)
    say (self, sentence);
}

static void
say_working (Copy *self)
{
  BhTicket *ticket = self->ticket;

  if (ticket->suspended_at != 0)
    {
      say (self, _ ("It has to wait for a while."));
      say_time (self, _ ("We go on by %s."), ticket->suspended_until);
      return;
    }
  if (ticket->status == BH_STATUS_INVESTIGATED)
    {
      say (self, _ ("We have looked at it and now decide what is to be done."));
      return;
    }
  say (self, _ ("We are working on it."));
  if (ticket->owner_told == BH_TRI_YES)
    say_text (self, _ ("What we do: %s."), ticket->measure);
  say_time (self, _ ("We expect to be done by %s."), ticket->promised_at);
}

static void
say_sent (Copy *self)
{
  BhTicket *ticket = self->ticket;

  if (ticket->round > 1)
    say (self, _ ("We are sorry that it is not solved yet; somebody sees to it again."));
  else if (ticket->status == BH_STATUS_DISPATCHED)
    say (self, _ ("Somebody of ours was asked to see to it."));
  else
    say (self, _ ("Somebody of ours is seeing to it."));
  if (ticket->suspended_at != 0)
    say_time (self, _ ("We go on by %s."), ticket->suspended_until);
}

static void
say_state (Copy *self)
{
  BhTicket *ticket = self->ticket;

  switch (ticket->status)
    {
    case BH_STATUS_REGISTERED:
      say (self, _ ("It is registered, and we will see to it as soon as possible."));
      break;
    case BH_STATUS_DISPATCHED:
    case BH_STATUS_ACCEPTED:
      say_sent (self);
      break;
    case BH_STATUS_INVESTIGATED:
    case BH_STATUS_PLANNED:
      say_working (self);
      break;
    case BH_STATUS_FINISHED:
      say (self, _ ("It is done."));
      say_text (self, _ ("Result: %s."), ticket->result);
      say (self, _ ("Please tell us whether you are content, or what is still amiss."));
      break;
    case BH_STATUS_SIGNED:
      say (self, _ ("It is done, and you have confirmed it. We will ask you how it went."));
      break;
    case BH_STATUS_CLOSED:
      say (self, _ ("It is closed. If it comes back, please tell us at once."));
      break;
    case BH_STATUS_MERGED:
      say (self, _ ("Neighbours have reported the same; we see to it as one matter and tell you "
                    "how it goes on."));
      break;
    case BH_STATUS_WITHDRAWN:
      say (self, _ ("It is withdrawn as you wished."));
      break;
    case BH_STATUS_DECLINED:
      say (self, _ ("We looked into it: it does not belong to the services of this office. We "
                    "gladly tell you who can help."));
      break;
    case BH_STATUS_VOID:
    case BH_STATUS_NONE:
      say (self, _ ("It was registered by mistake and needs nothing of you."));
      break;
    }
}

char *
bh_copy_text_for_owner (BhOffice *office, BhTicketView *view)
{
  Copy copy;
  const char *name;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  copy = (Copy){ office, view, view->ticket, g_string_new (NULL) };
  /* Translators: summary and number of a ticket */
  g_string_append_printf (copy.out, _ ("Hello! You told us of “%s” (number %s)."),
                          view->ticket->summary, view->ticket->number);
  say_state (&copy);
  name = bh_office_get_settings (office)->name;
  if (!is_empty (name))
    /* Translators: the office under its message */
    g_string_append_printf (copy.out, _ ("\n– %s"), name);

  return g_string_free (copy.out, FALSE);
}
