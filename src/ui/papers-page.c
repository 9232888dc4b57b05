/* papers-page.c - the papers as they will be printed, and where to save them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/save.h"
#include "ui/a11y.h"
#include "ui/error-text.h"
#include "ui/file-picker.h"
#include "ui/pages.h"
#include "ui/print-job.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PREVIEW_WIDTH 560

typedef struct
{
  GWeakRef page;
} Waiting;

/* What a button saves */
typedef struct
{
  const char *label;    /* of the button and of the dialog */
  const char *file;     /* borrowed from the paper */
  GBytes     *bytes;    /* likewise */
  GPtrArray  *papers;   /* owned: keeps the paper */
  GtkWidget  *status;   /* owned: where it is said how that went */
} Save;

typedef struct
{
  char   *path;
  GBytes *bytes;
} Saving;

static void
save_free (gpointer data)
{
  Save *self = data;

  g_ptr_array_unref (self->papers);
  g_object_unref (self->status);
  g_free (self);
}

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_free (self->path);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* A stick can be slow, and the window must not wait for it. */
static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Saving *saving = data;
  g_autofree char *folder = g_path_get_dirname (saving->path), *name = g_path_get_basename (saving->path);
  char *names[] = { name, NULL };
  GBytes *contents[] = { saving->bytes, NULL };
  GError *error = NULL;

  if (panah_save_files (folder, names, contents, 1, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Save *save = g_object_get_data (source, "save");
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_label_set_text (GTK_LABEL (save->status), _("Saved. Whoever uses this computer can open that file: take it with you."));
  else
    gtk_label_set_text (GTK_LABEL (save->status), panah_error_to_sentence (error));
  gtk_widget_set_sensitive (GTK_WIDGET (source), TRUE);
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  Save *save = g_object_get_data (G_OBJECT (data), "save");
  g_autoptr (GTask) task = g_task_new (data, NULL, saved_cb, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->path = g_strdup (path);
  saving->bytes = g_bytes_ref (save->bytes);
  gtk_label_set_text (GTK_LABEL (save->status), _("Saving…"));
  gtk_widget_set_visible (save->status, TRUE);
  gtk_widget_set_sensitive (data, FALSE);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
save_cb (GtkButton *button)
{
  const Save *save = g_object_get_data (G_OBJECT (button), "save");

  panah_file_picker_save (GTK_WIDGET (button), save->label, save->file, picked_cb);
}

/* A button in @row; under it, in @box, how that went. */
static void
add_save (GtkWidget  *box,
          GtkWidget  *row,
          const char *title,
          const char *label,
          const char *file,
          GBytes     *bytes,
          GPtrArray  *papers)
{
  GtkWidget *button = panah_button_new (label, NULL, NULL), *status = panah_label_new ("", NULL);
  g_autofree char *name = g_strdup_printf ("%s %s", label, title);
  Save *save = g_new0 (Save, 1);

  save->label = label;
  save->file = file;
  save->bytes = bytes;
  save->papers = g_ptr_array_ref (papers);
  save->status = g_object_ref (status);
  gtk_widget_set_visible (status, FALSE);
  panah_a11y_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "save", save, save_free);
  g_signal_connect (button, "clicked", G_CALLBACK (save_cb), NULL);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (box), status);
}

static void
add_saves (GtkWidget         *box,
           PanahPrintedPaper *paper,
           const char        *title,
           GPtrArray         *papers)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), row);
  add_save (box, row, title, _("Save PDF…"), paper->file, paper->pdf, papers);
  if (paper->odt != NULL)
    add_save (box, row, title, _("Save as text document…"), paper->odt_file, paper->odt, papers);
}

static void
add_paper (PanahPage         *page,
           PanahPrintedPaper *paper,
           GPtrArray         *papers)
{
  const char *title = panah_session_translate (panah_page_get_session (page), paper->title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "row");
  gtk_box_append (GTK_BOX (box), panah_label_new (title, "question"));
  if (g_strcmp0 (title, paper->official_title) != 0)
    gtk_box_append (GTK_BOX (box), panah_label_new (paper->official_title, "dim-label"));
  add_saves (box, paper, title, papers);
  for (guint i = 0; i < paper->pages->len; i++)
    {
      GtkWidget *picture = gtk_picture_new_for_paintable (paper->pages->pdata[i]), *clamp = adw_clamp_new ();
      /* TRANSLATORS: a picture of page %u of the paper %s */
      g_autofree char *alternative = g_strdup_printf (_("Page %u of: %s"), i + 1, title);

      gtk_picture_set_alternative_text (GTK_PICTURE (picture), alternative);
      gtk_widget_add_css_class (picture, "preview");
      adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PREVIEW_WIDTH);
      adw_clamp_set_child (ADW_CLAMP (clamp), picture);
      gtk_box_append (GTK_BOX (box), clamp);
    }
  panah_page_add (page, box);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Waiting *waiting = data;
  g_autoptr (PanahPage) page = g_weak_ref_get (&waiting->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) papers = panah_print_job_run_finish (result, &error);

  g_weak_ref_clear (&waiting->page);
  g_free (waiting);
  /* the page may have been left while it waited */
  if (page == NULL || gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;

  gtk_widget_set_visible (g_object_get_data (G_OBJECT (page), "spinner"), FALSE);
  if (papers == NULL)
    panah_page_add_text (page, panah_error_to_sentence (error), "field-error");
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    add_paper (page, papers->pdata[i], papers);
}

GtkWidget *
panah_papers_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (
    panah_page_new (session, _("The papers to sign"),
                    _("Read them, save them to a stick of your own or have them printed, and sign by hand.")));
  GtkWidget *waiting_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *spinner = gtk_spinner_new ();
  Waiting *waiting = g_new0 (Waiting, 1);

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_box_append (GTK_BOX (waiting_row), spinner);
  gtk_box_append (GTK_BOX (waiting_row), panah_label_new (_("The papers are being made"), NULL));
  panah_page_add (page, waiting_row);
  g_object_set_data (G_OBJECT (page), "spinner", waiting_row);
  g_weak_ref_init (&waiting->page, page);
  panah_print_job_run_async (session, NULL, printed_cb, waiting);
  panah_page_add_action (page, _("Your dates, papers and offices"), "win.go", "plan");
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  return GTK_WIDGET (page);
}
