/* advice.c - what one can do about a sealed file that does not open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "store/error.h"

/* Returns: (nullable): what to try next, after the line that says what is the matter */
const char *
panah_tool_get_advice (const GError *error)
{
  if (error->domain != PANAH_STORE_ERROR)
    return NULL;

  switch ((PanahStoreError) error->code)
    {
    case PANAH_STORE_ERROR_NOT_OURS:
      return "is it the right file?";
    case PANAH_STORE_ERROR_NEWER:
    case PANAH_STORE_ERROR_SCHEMA_NEWER:
      return "use the version that made it, or a later one";
    case PANAH_STORE_ERROR_HEADER:
      return "no passphrase opens it any more; look for another copy";
    case PANAH_STORE_ERROR_LIMITS:
      return "it was not made by this program, or holds too much";
    case PANAH_STORE_ERROR_PASSPHRASE:
      return "type it again, and mind the language of the keyboard";
    case PANAH_STORE_ERROR_DAMAGED:
      return "look for another copy of it";
    case PANAH_STORE_ERROR_MEMORY:
      return "close other programs, or open the file on another computer";
    case PANAH_STORE_ERROR_SECRET:
      return "a passphrase is one line of a few words";
    case PANAH_STORE_ERROR_CONTENT:
    case PANAH_STORE_ERROR_READ:
    default:
      return NULL;
    }
}
