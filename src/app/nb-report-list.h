/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-heading.h"
#include "nb-session.h"

G_BEGIN_DECLS

#define NB_TYPE_REPORT_LIST (nb_report_list_get_type ())
G_DECLARE_FINAL_TYPE (NbReportList, nb_report_list, NB, REPORT_LIST, GObject)

NbReportList *nb_report_list_new   (NbSession *session);
void          nb_report_list_flush (NbReportList *self);

G_END_DECLS
