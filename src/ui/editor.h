/* editor.h - how one kind of fact is asked: widgets that hold a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PanahEditor PanahEditor;

/**
 * PanahEditorKind:
 * @create: builds the widgets into `box`
 * @read: the value as it would stand in a case file; %NULL if nothing was answered, or with *@out_error set to a
 *   sentence that says what to do, if it cannot be one
 * @write: shows a value; %NULL empties
 * @dump: (nullable): what stands in the widgets, complete or not; by default the content of every input in its order
 * @restore: (nullable): the opposite
 * @holds_unknown: whether *I don't know* is one of its choices; its value is then JSON null
 */
typedef struct
{
  void      (*create)  (PanahEditor *self);
  JsonNode *(*read)    (PanahEditor *self,
                        char       **out_error);
  void      (*write)   (PanahEditor *self,
                        JsonNode    *value);
  JsonNode *(*dump)    (PanahEditor *self);
  void      (*restore) (PanahEditor *self,
                        JsonNode    *dump);
  gboolean    holds_unknown;
} PanahEditorKind;

/**
 * PanahEditor:
 * @session: (unowned): for languages and translations
 * @spec: what is asked
 * @name: what is asked, in words
 * @box: where the widgets stand; owned by the field
 * @inputs: (element-type GtkWidget): the inputs a kind has to find again, in an order of its own
 * @data: (element-type utf8): codes that were chosen
 * @kept: (nullable): the value last shown, of which a window in one language shows only a part
 */
struct _PanahEditor
{
  const PanahEditorKind *kind;
  PanahSession          *session;
  const PanahFactSpec   *spec;
  char                  *name;
  GtkWidget             *box;
  GPtrArray             *inputs;
  GPtrArray             *data;
  JsonNode              *kept;
};

extern const PanahEditorKind panah_text_editor;
extern const PanahEditorKind panah_long_text_editor;
extern const PanahEditorKind panah_name_editor;
extern const PanahEditorKind panah_date_editor;
extern const PanahEditorKind panah_moment_editor;
extern const PanahEditorKind panah_choice_editor;
extern const PanahEditorKind panah_choices_editor;
extern const PanahEditorKind panah_search_editor;
extern const PanahEditorKind panah_count_editor;

const PanahEditorKind *panah_editor_kind_for   (PanahFactKind kind);
PanahEditor           *panah_editor_new        (PanahSession        *session,
                                                const PanahFactSpec *spec,
                                                const char          *name) G_GNUC_WARN_UNUSED_RESULT;
void                   panah_editor_free       (PanahEditor         *self);
JsonNode              *panah_editor_dump       (PanahEditor         *self) G_GNUC_WARN_UNUSED_RESULT;
void                   panah_editor_restore    (PanahEditor         *self,
                                                JsonNode            *dump);

/* What kinds build themselves from. */
JsonNode              *panah_editor_dump_inputs (PanahEditor *self) G_GNUC_WARN_UNUSED_RESULT;
void                   panah_editor_restore_inputs (PanahEditor *self,
                                                JsonNode    *dump);
void                   panah_editor_set_name   (PanahEditor *self,
                                                GtkWidget   *widget,
                                                const char  *words);
GtkWidget             *panah_editor_add_column (PanahEditor *self,
                                                GtkWidget   *box,
                                                GtkWidget   *input,
                                                PanahSay     say,
                                                gconstpointer data);
GtkWidget             *panah_editor_add_entry  (PanahEditor *self,
                                                GtkWidget   *box,
                                                const char  *caption,
                                                int          width_chars);
char                  *panah_editor_get_text   (PanahEditor *self,
                                                guint        input) G_GNUC_WARN_UNUSED_RESULT;
void                   panah_editor_set_text   (PanahEditor *self,
                                                guint        input,
                                                const char  *text);
gboolean               panah_editor_get_active (PanahEditor *self,
                                                guint        input);
void                   panah_editor_set_active (PanahEditor *self,
                                                guint        input,
                                                gboolean     active);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahEditor, panah_editor_free)

G_END_DECLS
