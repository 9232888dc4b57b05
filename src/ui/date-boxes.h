/* date-boxes.h - day, month and year: three boxes, and the days that need none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/date-entry.h"
#include "ui/editor.h"

G_BEGIN_DECLS

GtkWidget *panah_date_boxes_add  (PanahEditor    *self);
void panah_date_boxes_fill       (PanahEditor    *self,
                                  guint           first,
                                  const char     *day,
                                  const char     *month,
                                  const char     *year);
void panah_date_boxes_add_recent (PanahEditor    *self,
                                  void          (*choose) (PanahEditor *self,
                                                           guint32      day));
GtkWidget *panah_number_box_add  (PanahEditor    *self,
                                  GtkWidget      *row,
                                  const char     *caption,
                                  int             width);

G_END_DECLS
