/* papers.h - the papers of a case, made and drawn in a thread of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PanahMadePaper:
 * @key: names it among the papers of the case, in whatever language the window is
 * @title: what it is called, in the pack's English
 * @official_title: what stands on it; on a copy for the reader, what stands on its paper
 * @is_copy: whether it is a copy for the reader, which nobody signs
 * @file: a name for the file that says nothing about whose it is
 * @inside: a name for it in a sealed file, where it may say what it is: the one that panah-tool gives it
 * @pdf: what is saved and printed
 * @odt_file: (nullable): a name like @file for the text document
 * @odt: (nullable): the same as a text document; %NULL of a sheet that nobody hands in
 * @n_pages: how many pages
 * @handed_in: whether somebody gets it, or it is for the reader alone
 */
typedef struct
{
  char    *key;
  char    *title;
  char    *official_title;
  gboolean is_copy;
  char    *file;
  char    *inside;
  GBytes  *pdf;
  char    *odt_file;
  GBytes  *odt;
  guint    n_pages;
  gboolean handed_in;
} PanahMadePaper;

typedef struct _PanahPapers PanahPapers;

void                  panah_papers_make_async  (PanahSession         *session,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
PanahPapers          *panah_papers_make_finish (GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

PanahPapers          *panah_papers_ref         (PanahPapers          *self);
void                  panah_papers_unref       (PanahPapers          *self);

guint                 panah_papers_get_n       (const PanahPapers    *self);
const PanahMadePaper *panah_papers_get_nth     (const PanahPapers    *self,
                                                guint                 index);
const PanahMadePaper *panah_papers_find        (const PanahPapers    *self,
                                                const char           *key);

char                 *panah_papers_dup_name    (PanahSession         *session,
                                                const char           *title,
                                                gboolean              is_copy);

void                  panah_papers_draw_async  (PanahPapers          *self,
                                                const PanahMadePaper *paper,
                                                guint                 page,
                                                int                   width,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GdkTexture           *panah_papers_draw_finish (GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPapers, panah_papers_unref)

G_END_DECLS
