/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-today-filter.h"

/* Warnings stay for a day: who comes back in the morning sees those of the night. */
#define WARNING_USEC (G_GINT64_CONSTANT (24) * 60 * 60 * BH_USEC_PER_SEC)

/* What each section asks for; person, day and last look are added. Status is asked for where there
 * is no smaller index: by its own, what is open is found among any number of tickets that are not.
 */
static const struct
{
  const char *filter;
  BhTicketColumn sort;
  gboolean descending;
} sections[BH_N_TODAY_SECTIONS] = {
  [BH_TODAY_MINE] = { "status:open suspended:no", BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_APPROVALS] = { "approval:waiting", BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_CALLBACKS] = { "status:signed", BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_OVERDUE] = { "status:open overdue:yes", BH_TICKET_COLUMN_COMPLETION_DUE, FALSE },
  [BH_TODAY_PROMISED] = { "status:registered,dispatched,accepted,investigated,planned",
                          BH_TICKET_COLUMN_PROMISED, FALSE },
  [BH_TODAY_TASKS] = { "task:open", BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_BACK] = { "", BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_WARNINGS] = { "", BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_NEW] = { "status:open", BH_TICKET_COLUMN_RECEIVED, TRUE },
};

static BhTicketFilter *
add (BhTicketFilter *filter, BhFilterField field, const char *value, GError **error)
{
  const char *const values[] = { value, NULL };

  return bh_ticket_filter_with (filter, field, values, error);
}

static char *
dup_day (BhOffice *office, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (bh_office_get_time (office), instant, &local);

  return g_strdup_printf ("%04d-%02d-%02d", local.day / 10000, local.day / 100 % 100,
                          local.day % 100);
}

static gint64
get_day_end (BhOffice *office, gint64 now)
{
  BhOfficeTime *time = bh_office_get_time (office);
  BhLocalTime local;
  BhPeriod day;

  bh_office_time_split (time, now, &local);
  bh_office_time_get_day (time, local.day, &day);

  return day.to;
}

/* Everything before tomorrow: a promise that was broken yesterday is not forgotten. */
static BhTicketFilter *
add_promised (BhTicketFilter *filter, BhOffice *office, gint64 now, GError **error)
{
  g_autofree char *tomorrow = dup_day (office, get_day_end (office, now));
  g_autofree char *period = g_strconcat ("..", tomorrow, NULL);

  return add (filter, BH_FILTER_PROMISED, period, error);
}

/* What comes back today, and what came back since the day of the last look. */
static BhTicketFilter *
add_back (BhTicketFilter *filter, BhToday *today, BhOffice *office, GError **error)
{
  g_autofree char *first = dup_day (office, MIN (today->since, today->at));
  g_autofree char *tomorrow = dup_day (office, get_day_end (office, today->at));
  g_autofree char *period = g_strconcat (first, "..", tomorrow, NULL);

  return add (filter, BH_FILTER_BACK, period, error);
}

static BhTicketFilter *
add_since (
    BhTicketFilter *filter, BhFilterField field, BhOffice *office, gint64 since, GError **error)
{
  g_autofree char *instant = bh_office_time_format_iso (bh_office_get_time (office), since);
  g_autofree char *period = g_strdup_printf ("%s..", instant);

  return add (filter, field, period, error);
}

static BhTicketFilter *
add_name (BhTicketFilter *filter, BhFilterField field, BhOffice *office, gint64 id, GError **error)
{
  return add (filter, field,
              bh_office_get_name (office, bh_filter_field_get_entry_type (field), id), error);
}

static gboolean
leads (BhStaff *staff)
{
  return staff->role == BH_ROLE_SUPERVISOR || staff->role == BH_ROLE_MANAGER
         || staff->role == BH_ROLE_ADMINISTRATOR;
}

/* Holders hear of their own clocks, who leads of those that ran out. */
static BhTicketFilter *
add_warned (
    BhTicketFilter *filter, BhToday *today, BhStaff *staff, BhOffice *office, GError **error)
{
  gint64 since = today->at - WARNING_USEC;
  g_autoptr (BhTicketFilter) warned = NULL;

  since -= since % BH_USEC_PER_SEC;
  if (staff != NULL && leads (staff))
    return add_since (filter, BH_FILTER_ESCALATED, office, since, error);

  warned = add_since (filter, BH_FILTER_WARNED, office, since, error);
  if (warned == NULL || staff == NULL)
    return g_steal_pointer (&warned);

  return add_name (warned, BH_FILTER_PERSON, office, today->staff_id, error);
}

static BhTicketFilter *
narrow (BhTicketFilter *filter, BhTodayKind kind, BhToday *today, BhOffice *office, GError **error)
{
  BhStaff *staff = bh_office_get (office, BH_TYPE_STAFF, today->staff_id);

  switch (kind)
    {
    case BH_TODAY_MINE:
      return staff != NULL ? add_name (filter, BH_FILTER_WAITS_FOR, office, today->staff_id, error)
                           : bh_ticket_filter_ref (filter);
    case BH_TODAY_APPROVALS:
      return staff != NULL ? add_name (filter, BH_FILTER_APPROVER, office, today->staff_id, error)
                           : bh_ticket_filter_ref (filter);
    case BH_TODAY_TASKS:
      return staff != NULL && staff->department_id != 0
                 ? add_name (filter, BH_FILTER_ASSISTING, office, staff->department_id, error)
                 : bh_ticket_filter_ref (filter);
    case BH_TODAY_PROMISED:
      return add_promised (filter, office, today->at, error);
    case BH_TODAY_BACK:
      return add_back (filter, today, office, error);
    case BH_TODAY_WARNINGS:
      return add_warned (filter, today, staff, office, error);
    case BH_TODAY_NEW:
      return add_since (filter, BH_FILTER_RECORDED, office, today->since, error);
    case BH_TODAY_OVERDUE:
    case BH_TODAY_CALLBACKS:
      return bh_ticket_filter_ref (filter);
    }

  g_return_val_if_reached (NULL);
}

/* Who may not approve is not told of what waits for approval. */
static gboolean
concerns (BhTodayKind kind, BhToday *today, BhOffice *office)
{
  BhStaff *staff = bh_office_get (office, BH_TYPE_STAFF, today->staff_id);

  return kind != BH_TODAY_APPROVALS || staff == NULL || leads (staff);
}

gboolean
bh_today_make_section (
    BhTodaySection *section, BhTodayKind kind, BhToday *today, BhOffice *office, GError **error)
{
  g_autoptr (BhTicketFilter) filter = NULL;

  section->kind = kind;
  section->sort = sections[kind].sort;
  section->descending = sections[kind].descending;
  if (!concerns (kind, today, office))
    return TRUE;

  filter = bh_ticket_filter_parse (sections[kind].filter, error);
  if (filter != NULL)
    section->filter = narrow (filter, kind, today, office, error);

  return section->filter != NULL;
}
