/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

PopplerPage *nb_pdf_straight_new      (PopplerPage *page, double angle, const gboolean *unseen);
PopplerPage *nb_pdf_straight_new_open (PopplerPage *page);

G_END_DECLS
