/* error-text.c - what went wrong, as a sentence that says what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The only place where an error becomes words for a person. */

#include "ui/error-text.h"

#include "core/error.h"
#include "paper/error.h"
#include "ui/print.h"

#include <glib/gi18n.h>

static const char *
core_sentence (int code)
{
  switch ((PanahCoreError) code)
    {
    case PANAH_CORE_ERROR_LIMIT:
      return _("One of your answers is too long. Shorten it and try again.");
    case PANAH_CORE_ERROR_DATE:
      return _("One of the dates does not exist. Look at your answers again.");
    case PANAH_CORE_ERROR_PACK_NAME:
    case PANAH_CORE_ERROR_PACK_UNKNOWN:
    case PANAH_CORE_ERROR_PACK_INVALID:
      return _("The rules of this country cannot be read. The program has to be installed again.");
    case PANAH_CORE_ERROR_JSON:
    case PANAH_CORE_ERROR_CASE:
    case PANAH_CORE_ERROR_FILE:
    default:
      return _("Your answers cannot be read. Look at them again and try once more.");
    }
}

static const char *
paper_sentence (int code)
{
  switch ((PanahPaperError) code)
    {
    case PANAH_PAPER_ERROR_SAVE:
      return _("The file was not saved. Is there room, and may one write there? Choose another place.");
    case PANAH_PAPER_ERROR_FONT:
      return _("A font is missing. The program has to be installed again.");
    case PANAH_PAPER_ERROR_GLYPH:
    case PANAH_PAPER_ERROR_PDF:
    case PANAH_PAPER_ERROR_ODT:
    default:
      return _("This paper cannot be made. Your answers are still here; tell whoever installed the program.");
    }
}

static const char *
print_sentence (int code)
{
  switch ((PanahPrintError) code)
    {
    case PANAH_PRINT_ERROR_UNAVAILABLE:
      return _("One cannot print from here. Save the PDF and have it printed elsewhere.");
    case PANAH_PRINT_ERROR_PRINTER:
      return _("This printer cannot print papers such as these. Choose another one, or save the PDF.");
    case PANAH_PRINT_ERROR_REFUSED:
    default:
      return _("The paper was not printed. Is the printer on, and is there paper in it? Try again, or save the PDF.");
    }
}

/**
 * panah_error_to_sentence:
 * @error: an error of one of our layers, or of GLib
 *
 * Returns: (transfer none): what to do about it, in the language of the window; never the text of the error, which may
 *   hold an answer
 */
const char *
panah_error_to_sentence (const GError *error)
{
  if (error->domain == PANAH_CORE_ERROR)
    return core_sentence (error->code);
  if (error->domain == PANAH_PAPER_ERROR)
    return paper_sentence (error->code);
  if (error->domain == PANAH_PRINT_ERROR)
    return print_sentence (error->code);
  return _("That did not work. Try another way.");
}
