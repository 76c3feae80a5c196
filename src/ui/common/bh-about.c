/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-about.h"

#include "base/bh-i18n.h"

#include <adwaita.h>

void
bh_about_present (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", _ ("Bihuan"), "application-icon", BH_APP_ID,
                         "version", BH_VERSION, "developer-name", _ ("The Bihuan contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("The complaint desk of a property office"), NULL);
}
