/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-set-pin.h"

#include "base/bh-i18n.h"
#include "desk/bh-staff-pins.h"
#include "domain/bh-error.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* More than any PIN has; a longer line is none. */
#define MAX_LINE 80

static void
set_echo (gboolean echo)
{
  struct termios terminal;

  if (tcgetattr (STDIN_FILENO, &terminal) != 0)
    return;

  if (echo)
    terminal.c_lflag |= ECHO;
  else
    terminal.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (STDIN_FILENO, TCSANOW, &terminal);
}

/* Returns: (transfer full) (nullable): a line of standard input, NULL at its end */
static char *
read_line (const char *prompt)
{
  gboolean terminal = isatty (STDIN_FILENO) != 0;
  char line[MAX_LINE];
  char *got;

  if (terminal)
    {
      fprintf (stderr, "%s: ", prompt);
      set_echo (FALSE);
    }
  got = fgets (line, sizeof line, stdin);
  if (terminal)
    {
      set_echo (TRUE);
      fputc ('\n', stderr);
    }

  return got != NULL ? g_strdup (g_strchomp (line)) : NULL;
}

typedef struct
{
  const BhActor *actor;
  gint64 staff_id;
  char *pin;    /* (owned) (nullable) */
  char *secret; /* (owned) (nullable) */
} Request;

static gboolean
set_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Request *request = user_data;

  return bh_pins_set (work, request->actor->staff_id, request->staff_id, request->secret,
                      request->pin, error);
}

static gboolean
find_staff (BhOffice *office, const char *name, gint64 *id, GError **error)
{
  BhActor found;

  if (!bh_verbs_get_actor (office, name, &found, error))
    return FALSE;
  *id = found.staff_id;

  return TRUE;
}

gboolean
bh_set_pin_run (BhInvocation *invocation, const char *name, const char *actor_name, GError **error)
{
  g_autoptr (BhOffice) office = NULL;
  BhActor actor;
  Request request = { &actor, 0, NULL, NULL };
  gboolean done;

  if (bh_invocation_open (invocation, BH_OPEN_EXISTING, error) == NULL)
    return FALSE;

  office = bh_store_dup_office (invocation->store);
  if (!bh_verbs_get_actor (office, actor_name, &actor, error)
      || !find_staff (office, name, &request.staff_id, error))
    return FALSE;

  request.pin = read_line (_ ("New PIN"));
  if (bh_pins_ask_secret (office, actor.staff_id, request.staff_id))
    request.secret = read_line (_ ("Present PIN of who sets it"));
  done
      = bh_store_write (invocation->store, set_in_worker, &request, invocation->cancellable, error);
  g_free (request.pin);
  g_free (request.secret);
  if (done && invocation->format == BH_FORMAT_TEXT)
    printf (_ ("%s has a new PIN.\n"), name);

  return done;
}
