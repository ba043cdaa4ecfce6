/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-heading.h"
#include "nb-session.h"

G_BEGIN_DECLS

/**
 * NbReportOrder:
 * @NB_REPORT_ORDER_ORGAN: by organ, the newest year first
 * @NB_REPORT_ORDER_YEAR: by year, the newest first, then by organ
 * @NB_REPORT_ORDER_FINDINGS: by the gravest finding and how many there are
 * @NB_REPORT_ORDER_OPENED: as they were opened, the last first
 */
typedef enum {
  NB_REPORT_ORDER_ORGAN,
  NB_REPORT_ORDER_YEAR,
  NB_REPORT_ORDER_FINDINGS,
  NB_REPORT_ORDER_OPENED,
} NbReportOrder;

const char   *nb_report_order_to_string   (NbReportOrder order);
NbReportOrder nb_report_order_from_string (const char *name);

#define NB_TYPE_REPORT_LIST (nb_report_list_get_type ())
G_DECLARE_FINAL_TYPE (NbReportList, nb_report_list, NB, REPORT_LIST, GObject)

NbReportList *nb_report_list_new            (NbSession *session);
void          nb_report_list_flush          (NbReportList *self);
NbReportOrder nb_report_list_get_order      (NbReportList *self);
void          nb_report_list_set_order      (NbReportList *self, NbReportOrder order);
void          nb_report_list_set_filter     (NbReportList *self, const char *words);
guint         nb_report_list_get_n_organs   (NbReportList *self);
NbAppItem    *nb_report_list_find_neighbour (NbReportList *self, NbAppItem *item);

G_END_DECLS
