/* papers.h - one case becomes files in a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/save-file.h"
#include "paper/render.h"
#include "tool/tool.h"

G_BEGIN_DECLS

PanahRendering *panah_tool_render_papers   (const PanahLoadedCase *loaded,
                                            const char            *directory,
                                            const char *const     *documents,
                                            const char *const     *languages,
                                            gboolean               odt,
                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        panah_tool_save_papers     (PanahRendering        *rendering,
                                            const char            *directory,
                                            PanahSaveConfirm       confirm,
                                            gpointer               data,
                                            GError               **error);
gboolean        panah_tool_needs_attention (const PanahLoadedCase *loaded,
                                            const PanahRendering  *rendering);

G_END_DECLS
