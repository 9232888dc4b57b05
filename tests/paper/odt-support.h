/* odt-support.h - looking into OpenDocument texts, and what a document says in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/document.h"

/* An OpenDocument text on the disk, taken apart by another program */
typedef struct
{
  GBytes *bytes;
  char   *folder;
  char   *path;
} OdtFile;

OdtFile *odt_file_new    (PanahDocument *document);
void     odt_file_free   (OdtFile       *self);
char    *odt_file_read   (const OdtFile *self,
                          const char    *part);

char    *read_xml_words  (const char    *xml);
char    *read_tree_words (PanahDocument *document,
                          const char    *bullet);
char    *squeeze         (const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OdtFile, odt_file_free)
