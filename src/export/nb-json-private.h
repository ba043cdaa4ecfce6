/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/nb-finding.h"
#include "nb-json-writer.h"
#include "workspace/nb-reading.h"

G_BEGIN_DECLS

/* What the JSON of a report and that of a comparison share. */
void nb_json_write_source (NbJsonWriter *json, NbReport *report);
void nb_json_write_organ (NbJsonWriter *json, NbReport *report);
void nb_json_write_findings (NbJsonWriter *json, GListModel *findings, NbReading *reading);

G_END_DECLS
