/* text.h - what may stand on paper: clean UTF-8, isolated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahIsolate:
 * @PANAH_ISOLATE_FIRST_STRONG: FSI…PDI: names and free text
 * @PANAH_ISOLATE_LTR: LRI…PDI: dates in digits, phones, document numbers, addresses of e-mail
 */
typedef enum
{
  PANAH_ISOLATE_FIRST_STRONG,
  PANAH_ISOLATE_LTR,
} PanahIsolate;

char *panah_text_clean   (const char *text,
                          gssize      length,
                          guint      *removed) G_GNUC_WARN_UNUSED_RESULT;
char *panah_text_isolate (const char  *text,
                          PanahIsolate how) G_GNUC_WARN_UNUSED_RESULT;
char *panah_text_keep_on_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
