/* error.h - what can go wrong between a document and its bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahPaperError:
 * @PANAH_PAPER_ERROR_FONT: a shipped font is missing, damaged, of an unfit kind, or
 *   the text would be set in a font that is not ours
 * @PANAH_PAPER_ERROR_GLYPH: words of our own contain a character that no shipped font has
 * @PANAH_PAPER_ERROR_PDF: libharu reported an error; the document is lost as a whole
 * @PANAH_PAPER_ERROR_ODT: the parts of a text document could not be packed; it is lost as a whole
 */
typedef enum
{
  PANAH_PAPER_ERROR_FONT,
  PANAH_PAPER_ERROR_GLYPH,
  PANAH_PAPER_ERROR_PDF,
  PANAH_PAPER_ERROR_ODT,
} PanahPaperError;

#define PANAH_PAPER_ERROR (panah_paper_error_quark ())
GQuark panah_paper_error_quark (void);

G_END_DECLS
