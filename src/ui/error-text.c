/* error-text.c - what went wrong, as a sentence that says what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The only place where an error becomes words for a person. */

#include "ui/error-text.h"

#include "core/error.h"
#include "core/save-file.h"
#include "paper/error.h"
#include "store/error.h"
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
save_sentence (int code)
{
  switch ((PanahSaveError) code)
    {
    case PANAH_SAVE_ERROR_NO_SPACE:
      return _("Not saved: there is not enough room on that disk. Make room, or choose another place.");
    case PANAH_SAVE_ERROR_CHANGED:
      return _("Not saved: someone has changed this file since you opened it. Save under another name, so that both are kept.");
    case PANAH_SAVE_ERROR_GONE:
      return _("Not saved: that folder is no longer there. If it is on a stick, put the stick in again; or choose another place.");
    case PANAH_SAVE_ERROR_DENIED:
      return _("Not saved: one may not write there. Choose another place, or another name.");
    case PANAH_SAVE_ERROR_NAME:
      return _("Not saved: this name cannot be used there. Choose another, shorter name.");
    case PANAH_SAVE_ERROR_UNSYNCED:
      return _("Saved, but the disk has not confirmed it. Do not pull the stick out yet: wait a minute, then save once more.");
    case PANAH_SAVE_ERROR_DISK:
    default:
      return _("Not saved: the disk does not work as it should. What was there before is still there. Save on another disk or stick.");
    }
}

static const char *
store_sentence (int code)
{
  switch ((PanahStoreError) code)
    {
    case PANAH_STORE_ERROR_NOT_OURS:
      return _("This is not a file that this program has saved. Choose another one.");
    case PANAH_STORE_ERROR_NEWER:
      return _("This file was made by a newer version of this program. Open it with that version.");
    case PANAH_STORE_ERROR_HEADER:
      return _("The beginning of this file is damaged, so that it cannot be opened. Look for another copy of it.");
    case PANAH_STORE_ERROR_LIMITS:
      return _("This is more than one file may hold. Take out an attachment; or, if you were opening it, choose another file.");
    case PANAH_STORE_ERROR_PASSPHRASE:
      return _("The passphrase is not right. Type it once more, and look which language the keyboard is set to.");
    case PANAH_STORE_ERROR_DAMAGED:
      return _("The passphrase is right, but the file is damaged or cut off. Look for another copy of it.");
    case PANAH_STORE_ERROR_MEMORY:
      return _("This computer has too little free memory for that. Close other programs and try again.");
    case PANAH_STORE_ERROR_SECRET:
      return _("This cannot be a passphrase. Type a few words.");
    case PANAH_STORE_ERROR_SCHEMA_NEWER:
      return _("The answers in this file were written by a newer version of this program. Open it with that version.");
    case PANAH_STORE_ERROR_READ:
      return _("The file cannot be read. Is the stick still in, and may you open the file? Try again.");
    case PANAH_STORE_ERROR_CONTENT:
    default:
      return _("The file can be opened, but there are no answers in it that this program understands. Choose another file.");
    }
}

static const char *
paper_sentence (int code)
{
  switch ((PanahPaperError) code)
    {
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
  if (error->domain == PANAH_SAVE_ERROR)
    return save_sentence (error->code);
  if (error->domain == PANAH_STORE_ERROR)
    return store_sentence (error->code);
  if (error->domain == PANAH_PAPER_ERROR)
    return paper_sentence (error->code);
  if (error->domain == PANAH_PRINT_ERROR)
    return print_sentence (error->code);
  return _("That did not work. Try another way.");
}

/**
 * panah_notes_to_sentence:
 * @notes: of a case file
 *
 * Returns: (transfer none) (nullable): what a person should know of it although nothing went wrong; what can be mended first
 */
const char *
panah_notes_to_sentence (PanahCaseFileNotes notes)
{
  if ((notes & PANAH_CASE_FILE_WORN) != 0)
    return _("The end of this file is damaged, but your answers are whole. Save now, and once more under another name on another stick.");
  if ((notes & PANAH_CASE_FILE_LIGHT_KEY) != 0)
    return _("The computer had little memory when this file was made. Its passphrase is guessed more easily: keep the file with you.");
  return NULL;
}
