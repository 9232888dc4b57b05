/* paper-actions.c - what the pages that show papers have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/paper-actions.h"

#include "core/save-file.h"
#include "ui/a11y.h"
#include "ui/error-text.h"
#include "ui/file-picker.h"
#include "ui/print.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>

/* Belongs to the page, and goes with it. */
typedef struct
{
  GCancellable   *cancellable;
  GtkWidget      *row; /* borrowed: says that one has to wait */
  PanahShowPapers show;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GWeakRef *weak = data;
  g_autoptr (PanahPage) page = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahPapers) papers = panah_papers_make_finish (result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  /* the page may have been left while it waited */
  if (page == NULL || gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;

  const Waiting *waiting = g_object_get_data (G_OBJECT (page), "waiting");
  gtk_widget_set_visible (waiting->row, FALSE);
  if (papers != NULL)
    waiting->show (page, papers);
  else
    panah_page_add_text (page, panah_error_to_sentence (error), "field-error");
}

/**
 * panah_paper_actions_await:
 * @page: a page
 * @show: puts the papers on it
 *
 * Has the papers of the current case made, and says meanwhile that they are.
 */
void
panah_paper_actions_await (PanahPage      *page,
                           PanahShowPapers show)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *spinner = gtk_spinner_new ();
  Waiting *waiting = g_new0 (Waiting, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_box_append (GTK_BOX (row), spinner);
  gtk_box_append (GTK_BOX (row), panah_label_new (_("The papers are being made"), NULL));
  panah_page_add (page, row);
  waiting->cancellable = g_cancellable_new ();
  waiting->row = row;
  waiting->show = show;
  g_object_set_data_full (G_OBJECT (page), "waiting", waiting, waiting_free);
  g_weak_ref_init (weak, page);
  panah_papers_make_async (panah_page_get_session (page), waiting->cancellable, made_cb, weak);
}

typedef struct
{
  char   *path;
  GBytes *bytes;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_free (self->path);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Buttons know what they are about, and where to say what became of it. */
static void
bind (GtkWidget            *button,
      PanahPapers          *papers,
      const PanahMadePaper *paper,
      GtkWidget            *status)
{
  g_object_set_data_full (G_OBJECT (button), "papers", panah_papers_ref (papers), (GDestroyNotify) panah_papers_unref);
  g_object_set_data (G_OBJECT (button), "paper", (gpointer) paper);
  g_object_set_data_full (G_OBJECT (button), "status", g_object_ref (status), g_object_unref);
}

static void
say (gpointer    button,
     const char *text)
{
  GtkWidget *status = g_object_get_data (button, "status");

  gtk_label_set_text (GTK_LABEL (status), text);
  gtk_widget_set_visible (status, *text != '\0');
}

/* When a paper has gone out, another person's page may be open. */
static void
remember_case (GtkWidget *button)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, PANAH_TYPE_PAGE);
  PanahSession *session = panah_page_get_session (PANAH_PAGE (page));

  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "case-id", g_strdup (panah_session_get_case (session)->case_id), g_free);
}

/* The paper of @button, or the first @n that are handed in, went out. */
static void
use_papers (gpointer button,
            guint    n)
{
  PanahPapers *papers = g_object_get_data (button, "papers");
  const PanahMadePaper *only = g_object_get_data (button, "paper");

  for (guint i = 0; i < panah_papers_get_n (papers) && n > 0; i++)
    {
      const PanahMadePaper *paper = panah_papers_get_nth (papers, i);
      if (only != NULL ? paper != only : !paper->handed_in)
        continue;
      panah_session_use_paper (g_object_get_data (button, "session"), g_object_get_data (button, "case-id"), paper->inside,
                               paper->pdf);
      n--;
    }
}

/* A stick can be slow, and the window must not wait for it. */
static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (panah_save_file (saving->path, saving->bytes, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);
  if (saved && g_object_get_data (source, "as-text") == NULL)
    use_papers (source, 1);
  if (saved)
    say (source, _("Saved. Whoever uses this computer can open that file: take it with you."));
  else
    say (source, panah_error_to_sentence (error));
  gtk_widget_set_sensitive (GTK_WIDGET (source), TRUE);
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  const PanahMadePaper *paper = g_object_get_data (data, "paper");
  g_autoptr (GTask) task = g_task_new (data, NULL, saved_cb, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->path = g_strdup (path);
  saving->bytes = g_bytes_ref (g_object_get_data (data, "as-text") != NULL ? paper->odt : paper->pdf);
  say (data, _("Saving…"));
  gtk_widget_set_sensitive (data, FALSE);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
save_cb (GtkButton *button)
{
  const PanahMadePaper *paper = g_object_get_data (G_OBJECT (button), "paper");

  remember_case (GTK_WIDGET (button));
  panah_file_picker_save (GTK_WIDGET (button), _("Save PDF…"), paper->file, picked_cb);
}

static void
save_text_cb (GtkButton *button)
{
  const PanahMadePaper *paper = g_object_get_data (G_OBJECT (button), "paper");

  panah_file_picker_save (GTK_WIDGET (button), _("Save as text document…"), paper->odt_file, picked_cb);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GError) error = NULL;
  guint n_sent;

  gtk_widget_activate_action (button, "win.hold", "b", FALSE);
  gtk_widget_set_sensitive (button, TRUE);
  gboolean printed = panah_print_finish (result, &n_sent, &error);
  use_papers (button, n_sent);
  if (printed)
    say (button, _("Sent to the printer. The printer may keep a copy; take every sheet with you."));
  else if (n_sent == 0)
    say (button, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? "" : panah_error_to_sentence (error));
  else
    {
      /* TRANSLATORS: of several papers the printer got only so many: %u is a number */
      g_autofree char *text = g_strdup_printf (_("Papers sent to the printer: %u. Print the others one by one."), n_sent);
      say (button, text);
    }
}

/* The page is held until there is an answer: no dialog of printing is modal, so that one can cover and leave meanwhile. */
static void
print (GtkWidget *button,
       GPtrArray *pdfs)
{
  remember_case (button);
  say (button, "");
  gtk_widget_set_sensitive (button, FALSE);
  gtk_widget_activate_action (button, "win.hold", "b", TRUE);
  panah_print_async (GTK_WINDOW (gtk_widget_get_root (button)), pdfs, printed_cb, g_object_ref (button));
}

static void
print_cb (GtkWidget *button)
{
  const PanahMadePaper *paper = g_object_get_data (G_OBJECT (button), "paper");
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (pdfs, g_bytes_ref (paper->pdf));
  print (button, pdfs);
}

static void
print_all_cb (GtkWidget *button)
{
  PanahPapers *papers = g_object_get_data (G_OBJECT (button), "papers");
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < panah_papers_get_n (papers); i++)
    {
      const PanahMadePaper *paper = panah_papers_get_nth (papers, i);
      if (paper->handed_in)
        g_ptr_array_add (pdfs, g_bytes_ref (paper->pdf));
    }
  print (button, pdfs);
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *label,
            const char *title,
            const char *action,
            const char *target)
{
  GtkWidget *button = panah_button_new (label, action, target);
  g_autofree char *name = g_strdup_printf ("%s %s", label, title);

  panah_a11y_set_name (button, name);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
new_status (void)
{
  GtkWidget *status = panah_label_new ("", NULL);

  gtk_widget_set_visible (status, FALSE);
  return status;
}

static void
add_text_button (GtkWidget            *row,
                 PanahPapers          *papers,
                 const PanahMadePaper *paper,
                 const char           *title,
                 GtkWidget            *status)
{
  GtkWidget *button = add_button (row, _("Save as text document…"), title, NULL, NULL);

  bind (button, papers, paper, status);
  g_object_set_data (G_OBJECT (button), "as-text", button);
  g_signal_connect (button, "clicked", G_CALLBACK (save_text_cb), NULL);
}

/**
 * panah_paper_actions_new:
 * @papers: papers
 * @paper: one of them
 * @title: what it is called in the language of the window
 * @with_look: whether one can go and look at it, or is there already
 *
 * Returns: (transfer floating): what one can do with the paper, and room to say what became of it
 */
GtkWidget *
panah_paper_actions_new (PanahPapers          *papers,
                         const PanahMadePaper *paper,
                         const char           *title,
                         gboolean              with_look)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *row = panah_wrap_box_new (), *status = new_status ();
  g_autofree char *place = g_strconcat ("preview:", paper->key, NULL);

  if (with_look)
    add_button (row, _("Look at it"), title, "win.go", place);
  GtkWidget *printing = add_button (row, _("Print…"), title, NULL, NULL);
  GtkWidget *saving = add_button (row, _("Save PDF…"), title, NULL, NULL);

  bind (printing, papers, paper, status);
  g_signal_connect (printing, "clicked", G_CALLBACK (print_cb), NULL);
  bind (saving, papers, paper, status);
  g_signal_connect (saving, "clicked", G_CALLBACK (save_cb), NULL);
  if (paper->odt != NULL)
    add_text_button (row, papers, paper, title, status);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), status);
  return box;
}

/* Returns: (transfer floating): a button that prints what is handed in, and room to say what became of it */
GtkWidget *
panah_print_all_button_new (PanahPapers *papers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *status = new_status ();
  GtkWidget *button = panah_button_new (_("Print all papers to hand in…"), NULL, NULL);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  bind (button, papers, NULL, status);
  g_signal_connect (button, "clicked", G_CALLBACK (print_all_cb), NULL);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), status);
  return box;
}
