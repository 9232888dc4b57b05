/* odt.h - a document becomes an OpenDocument text, for whoever wants to go on writing in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/document.h"

G_BEGIN_DECLS

GBytes *panah_document_to_odt (PanahDocument *document,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
