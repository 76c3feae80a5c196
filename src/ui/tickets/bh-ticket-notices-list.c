/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-notices.h"

#include "base/bh-i18n.h"

/* What the notices of a ticket say, apart from how they are shown. */

static void
notice_free (BhTicketNotice *notice)
{
  g_free (notice->text);
  g_free (notice);
}

/* @text: (transfer full) */
static BhTicketNotice *
add_notice (GPtrArray *notices, char *text)
{
  BhTicketNotice *notice = g_new0 (BhTicketNotice, 1);

  notice->text = text;
  g_ptr_array_add (notices, notice);

  return notice;
}

/* What a request asks for, as the end of "… asks …". */
static char *
dup_wish (BhRequest *request, BhOffice *office)
{
  g_autofree char *until = bh_office_time_format (bh_office_get_time (office), request->until_at);

  if (request->until_at != 0 && request->verb == BH_VERB_EXTEND)
    return g_strdup_printf (_ ("for more time, until %s"), until);
  if (request->until_at != 0)
    return g_strdup_printf (_ ("for a suspension until %s"), until);

  return g_strdup_printf (_ ("for “%s”"), bh_list_get_label (BH_LIST_VERB, (int) request->verb));
}

static const char *
get_reason (BhRequest *request)
{
  int code = bh_list_find (BH_LIST_SUSPEND_REASON, request->reason);

  if (request->verb == BH_VERB_SUSPEND && code != 0)
    return bh_list_get_label (BH_LIST_SUSPEND_REASON, code);

  return request->reason != NULL ? request->reason : "";
}

static void
add_request (GPtrArray *notices, BhTicket *ticket, BhOffice *office)
{
  BhRequest *request = bh_ticket_get_open_request (ticket);
  g_autofree char *wish = NULL, *at = NULL;
  const char *who;
  BhTicketNotice *notice;

  if (request == NULL)
    return;
  wish = dup_wish (request, office);
  at = bh_office_time_format (bh_office_get_time (office), request->asked_at);
  who = bh_office_get_name (office, BH_TYPE_STAFF, request->asked_by);
  /* Translators: who, what for, since when, why: "李强 asks for more time, until …; waits for
   * approval since … Reason: …" */
  notice = add_notice (notices, g_strdup_printf (_ ("%s asks %s; it waits for approval since %s. "
                                                    "Reason: %s"),
                                                 *who != '\0' ? who : _ ("Somebody"), wish, at,
                                                 get_reason (request)));
  notice->verbs[0] = BH_VERB_APPROVE;
  notice->verbs[1] = BH_VERB_REJECT;
  notice->urgent = TRUE;
}

static const char *
get_pause_reason (BhTicket *ticket)
{
  BhPause *pause = ticket->pauses->len > 0
                       ? g_ptr_array_index (ticket->pauses, ticket->pauses->len - 1)
                       : NULL;

  return pause != NULL ? bh_list_get_label (BH_LIST_SUSPEND_REASON, (int) pause->reason) : "";
}

static void
add_suspension (GPtrArray *notices, BhTicket *ticket, BhOffice *office)
{
  g_autofree char *until
      = bh_office_time_format (bh_office_get_time (office), ticket->suspended_until);

  if (ticket->suspended_at == 0)
    return;
  /* Translators: until when, and why */
  add_notice (notices, g_strdup_printf (_ ("Suspended until %s: %s. It goes on by itself then."),
                                        until, get_pause_reason (ticket)))
      ->verbs[0]
      = BH_VERB_RESUME;
}

static void
add_merged (GPtrArray *notices, BhTicketView *view)
{
  BhTicketRow *other = bh_ticket_view_find_other (view, view->ticket->merged_into);
  BhTicketNotice *notice;

  if (other == NULL)
    return;
  notice = add_notice (notices,
                       g_strdup_printf (_ ("Merged into %s: %s"), other->number, other->summary));
  notice->ticket_id = other->id;
  notice->verbs[0] = BH_VERB_UNMERGE;
}

static void
add_repeat (GPtrArray *notices, BhTicketView *view)
{
  BhTicketRow *other = bh_ticket_view_find_other (view, view->ticket->repeat_of);

  if (other != NULL)
    add_notice (notices, g_strdup_printf (_ ("Repeats %s: %s"), other->number, other->summary))
        ->ticket_id
        = other->id;
}

static void
add_joined (GPtrArray *notices, BhTicketView *view)
{
  for (guint i = 0; i < view->merged->len; i++)
    {
      BhTicketRow *other = g_ptr_array_index (view->merged, i);

      add_notice (notices,
                  g_strdup_printf (_ ("Goes on for %s: %s"), other->number, other->summary))
          ->ticket_id
          = other->id;
    }
}

GPtrArray *
bh_ticket_notices_list (BhTicketView *view, BhOffice *office)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) notice_free);

  g_return_val_if_fail (view != NULL, notices);
  g_return_val_if_fail (BH_IS_OFFICE (office), notices);

  add_request (notices, view->ticket, office);
  add_suspension (notices, view->ticket, office);
  add_merged (notices, view);
  add_repeat (notices, view);
  add_joined (notices, view);

  return notices;
}
