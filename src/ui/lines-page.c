/* lines-page.c - the lines of a passport: typed, then confirmed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages.h"

#include "paper/text.h"
#include "ui/a11y.h"
#include "ui/keyboard-input.h"
#include "ui/keyboard-layout.h"
#include "ui/lines-picture.h"
#include "ui/lines.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is told while somebody types; its widgets belong to the page. */
typedef struct
{
  PanahLines *lines;
  char       *list; /* (nullable) */
  guint       index;
  GtkWidget  *view;
  GtkWidget  *states;
  GtkWidget  *error;
} Typing;

static void
typing_free (gpointer data)
{
  Typing *self = data;

  panah_lines_unref (self->lines);
  g_free (self->list);
  g_free (self);
}

static char *
make_place (const char *prefix,
            const char *list,
            guint       index)
{
  return list != NULL ? g_strdup_printf ("%s:%s:%u", prefix, list, index) : g_strdup (prefix);
}

static char *
isolate_letter (char letter)
{
  char text[] = { letter, '\0' };

  return panah_text_isolate (text, PANAH_ISOLATE_LTR);
}

static const char *
describe_group (PanahMrzGroup group)
{
  switch (group)
    {
    case PANAH_MRZ_NUMBER:
      return _("The number of the document does not fit its check digit.");
    case PANAH_MRZ_BIRTH:
      return _("The date of birth does not fit its check digit, or there is no such date.");
    case PANAH_MRZ_EXPIRY:
      return _("The last day of validity does not fit its check digit, or there is no such date.");
    case PANAH_MRZ_OPTIONAL:
      return _("The places before the last digit do not fit their check digit.");
    case PANAH_MRZ_COMPOSITE:
    case PANAH_MRZ_N_GROUPS:
    default:
      return _("The last check digit does not fit the lines as a whole.");
    }
}

/* Where to look, and what stands there. */
static char *
describe_place (const PanahMrz           *mrz,
                const PanahMrzGroupState *state)
{
  g_autofree char *there = g_strndup (mrz->lines[state->line] + state->start, state->length);
  g_autofree char *isolated = panah_text_isolate (there, PANAH_ISOLATE_LTR);

  /* TRANSLATORS: the numbers are: a line; the first and the last place in it; %s is what stands there */
  return g_strdup_printf (_("Compare line %u, places %u to %u, with the passport: %s"), state->line + 1, state->start + 1,
                          state->start + state->length, isolated);
}

static void
set_view_text (Typing     *self,
               const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
}

static void
repair_cb (GtkButton *button,
           Typing    *self)
{
  PanahMrzGroup group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "group"));
  char *repaired = panah_mrz_make_repair (panah_lines_get_mrz (self->lines), group);

  gtk_widget_grab_focus (self->view);
  set_view_text (self, repaired);
  explicit_bzero (repaired, strlen (repaired));
  g_free (repaired);
}

static void
add_wrong_group (Typing         *self,
                 const PanahMrz *mrz,
                 PanahMrzGroup   group)
{
  const PanahMrzGroupState *state = &mrz->groups[group];
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *where = describe_place (mrz, state);

  gtk_widget_add_css_class (row, "row");
  gtk_box_append (GTK_BOX (row), panah_label_new (describe_group (group), "field-error"));
  gtk_box_append (GTK_BOX (row), panah_label_new (where, NULL));
  if (state->is_repairable)
    {
      g_autofree char *from = isolate_letter (state->from), *to = isolate_letter (state->to);
      /* TRANSLATORS: letters or digits: what stands there, what it may be; then a place and a line */
      g_autofree char *label = g_strdup_printf (_("Change %s to %s in place %u of line %u"), from, to,
                                                state->repair_at + 1, state->repair_line + 1);
      GtkWidget *button = panah_button_new (label, NULL, NULL);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data (G_OBJECT (button), "group", GUINT_TO_POINTER (group));
      g_signal_connect (button, "clicked", G_CALLBACK (repair_cb), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (self->states), row);
}

/* Of a wrong group and the digit over everything, which is wrong because of it, the group alone is told. */
static guint
add_wrong_groups (Typing         *self,
                  const PanahMrz *mrz)
{
  guint n_wrong = 0;

  for (guint i = 0; i < PANAH_MRZ_COMPOSITE; i++)
    {
      if (mrz->groups[i].check != PANAH_MRZ_WRONG)
        continue;
      add_wrong_group (self, mrz, i);
      n_wrong++;
    }
  if (n_wrong == 0 && mrz->groups[PANAH_MRZ_COMPOSITE].check == PANAH_MRZ_WRONG)
    {
      add_wrong_group (self, mrz, PANAH_MRZ_COMPOSITE);
      n_wrong++;
    }
  return n_wrong;
}

/* “<” is drawn as “>” among words from right to left. */
static char *
isolate_filler (const char *text)
{
  g_autofree char *isolated = panah_text_isolate ("<", PANAH_ISOLATE_LTR);
  GString *out = g_string_new (text);

  g_string_replace (out, "<", isolated, 0);
  return g_string_free (out, FALSE);
}

static char *
describe_line (const PanahMrz *mrz,
               guint           line)
{
  guint length = mrz->lengths[line];

  if (length == mrz->expected_length)
    /* TRANSLATORS: the numbers are: which line; how many letters and signs it has */
    return g_strdup_printf (_("Line %u: all %u places are there"), line + 1, length);
  /* TRANSLATORS: the numbers are: which line; how many letters and signs there are; how many there should be */
  return g_strdup_printf (_("Line %u: %u of %u places"), line + 1, length, mrz->expected_length);
}

static void
add_counts (Typing         *self,
            const PanahMrz *mrz)
{
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < mrz->expected_lines; i++)
    {
      g_autofree char *line = describe_line (mrz, i);
      gtk_box_append (GTK_BOX (self->states), panah_label_new (line, NULL));
      g_string_append_printf (counts, "%s%s", i > 0 ? ". " : "", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, counts->str, -1);
  if (mrz->n_lines > mrz->expected_lines)
    gtk_box_append (GTK_BOX (self->states), panah_label_new (_("There are more lines than a passport has."), "field-error"));
  if (mrz->foreign != 0)
    {
      char letter[7] = "";
      g_unichar_to_utf8 (mrz->foreign, letter);
      g_autofree char *isolated = panah_text_isolate (letter, PANAH_ISOLATE_FIRST_STRONG);
      /* TRANSLATORS: %s is a letter */
      g_autofree char *text = g_strdup_printf (_("“%s” does not stand in such lines. They have the letters A to Z, digits and “<”."), isolated);
      g_autofree char *sentence = isolate_filler (text);
      gtk_box_append (GTK_BOX (self->states), panah_label_new (sentence, "field-error"));
    }
}

static void
show_state (Typing *self)
{
  const PanahMrz *mrz = panah_lines_get_mrz (self->lines);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->states)) != NULL)
    gtk_box_remove (GTK_BOX (self->states), child);
  add_counts (self, mrz);
  if (mrz->is_complete && add_wrong_groups (self, mrz) == 0)
    gtk_box_append (GTK_BOX (self->states), panah_label_new (_("The check digits fit."), "heading"));
}

/* The view keeps its text where all answers are; this copy of it is wiped. */
static void
changed_cb (GtkTextBuffer *buffer,
            Typing        *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  panah_lines_set_text (self->lines, text);
  explicit_bzero (text, strlen (text));
  g_free (text);
  gtk_widget_set_visible (self->error, FALSE);
  panah_a11y_set_error (self->view, NULL, self->error);
  show_state (self);
}

static void
continue_cb (GtkButton *button,
             Typing    *self)
{
  g_autofree char *next = make_place (PANAH_LINES_CHECK, self->list, self->index);

  if (panah_lines_get_mrz (self->lines)->is_complete)
    {
      gtk_widget_activate_action (self->view, "win.go", "s", next);
      return;
    }
  gtk_widget_set_visible (self->error, TRUE);
  panah_a11y_set_error (self->view, gtk_label_get_text (GTK_LABEL (self->error)), self->error);
  gtk_widget_grab_focus (self->view);
}

static GtkWidget *
new_view (Typing *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkTextView *view;

  self->view = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->view);
  gtk_text_view_set_monospace (view, TRUE);
  panah_keyboard_set_wanted (self->view, PANAH_KEYBOARD_LATIN);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_input_hints (view, GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE |
                                         GTK_INPUT_HINT_UPPERCASE_CHARS | GTK_INPUT_HINT_NO_EMOJI);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_widget_set_direction (self->view, GTK_TEXT_DIR_LTR);
  panah_a11y_set_name (self->view, _("The lines of the passport"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "story");
  gtk_widget_add_css_class (scrolled, "passport-lines");
  return scrolled;
}

/**
 * panah_lines_page_new:
 * @session: the session
 * @list: (nullable): id of a fact of kind list; %NULL: the person whose case it is
 * @index: which entry of it
 *
 * Returns: (transfer floating): the page on which the lines are typed
 */
GtkWidget *
panah_lines_page_new (PanahSession *session,
                      const char   *list,
                      guint         index)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("The lines of the passport"),
                                                _("You need not do this. It saves you typing, and the digits in the lines show most slips.")));
  Typing *self = g_new0 (Typing, 1);

  g_object_set_data_full (G_OBJECT (page), "typing", self, typing_free);
  self->lines = panah_lines_ref (panah_lines_get (session, list, index));
  self->list = g_strdup (list);
  self->index = index;
  self->states = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->error = panah_label_new (_("The lines are not whole yet. Below the box you see how many places are there."), "field-error");
  gtk_widget_set_visible (self->error, FALSE);

  panah_page_add (page, panah_lines_picture_new ());
  g_autofree char *how = isolate_filler (_("Copy every line with all its “<” signs, each on a line of its own. You can paste them too. They are not kept."));
  panah_page_add_text (page, how, NULL);
  panah_page_add (page, self->error);
  panah_page_add (page, new_view (self));
  panah_page_add (page, self->states);
  set_view_text (self, panah_lines_get_text (self->lines));
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb), self);
  show_state (self);

  g_signal_connect (panah_page_add_action (page, _("Continue"), NULL, NULL), "clicked", G_CALLBACK (continue_cb),
                    self);
  panah_page_add_action (page, _("Go back without the lines"), "win.back", NULL);
  return GTK_WIDGET (page);
}

static void
tick_cb (GtkCheckButton   *check,
         PanahLinesAnswer *answer)
{
  answer->is_ticked = gtk_check_button_get_active (check);
}

static void
add_note (GtkWidget  *row,
          GString    *notes,
          const char *text)
{
  gtk_box_append (GTK_BOX (row), panah_label_new (text, "dim-label"));
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? " " : "", text);
}

static void
add_name_notes (GtkWidget      *row,
                GString        *notes,
                const PanahMrz *mrz)
{
  if (mrz->may_be_cut)
    add_note (row, notes, _("The lines have no room for a long name. Its end may be missing: compare it with the passport."));
  if (*mrz->surname == '\0')
    add_note (row, notes, _("The lines have one name alone. Nothing is put in the place of a surname."));
}

/* Everything that speaks against ticking; a screen reader says it with the box. */
static void
add_notes (GtkWidget              *row,
           GtkWidget              *check,
           const PanahMrz         *mrz,
           const PanahLinesAnswer *answer)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  if (!answer->fits)
    add_note (row, notes, _("Its check digit does not fit. Tick this only if the passport says exactly so."));
  if (answer->there != NULL && *answer->there != '\0')
    {
      g_autofree char *isolated = panah_text_isolate (answer->there, PANAH_ISOLATE_FIRST_STRONG);
      /* TRANSLATORS: %s is an answer */
      g_autofree char *replaces = g_strdup_printf (_("Now stands there: %s. If you tick this, it is replaced."), isolated);
      add_note (row, notes, replaces);
    }
  else if (answer->there != NULL)
    add_note (row, notes, _("What you began to write there is replaced if you tick this."));
  if (answer->spec->kind == PANAH_FACT_NAME)
    add_name_notes (row, notes, mrz);
  if (notes->len > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, notes->str, -1);
}

static GtkWidget *
new_answer_row (PanahSession     *session,
                const PanahMrz   *mrz,
                PanahLinesAnswer *answer)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *check;
  g_autofree char *text = g_strdup_printf ("%s: %s", panah_session_translate (session, answer->spec->label), answer->words);

  gtk_widget_add_css_class (row, "row");
  if (answer->is_same)
    {
      gtk_box_append (GTK_BOX (row), panah_label_new (text, NULL));
      gtk_box_append (GTK_BOX (row), panah_label_new (_("You have answered the same."), "dim-label"));
      return row;
    }
  check = panah_check_new (text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), answer->is_ticked);
  g_signal_connect (check, "toggled", G_CALLBACK (tick_cb), answer);
  gtk_box_append (GTK_BOX (row), check);
  add_notes (row, check, mrz, answer);
  return row;
}

/* What becomes an entry of a list stands under the list's name. */
static void
add_answer_rows (GtkWidget      *rows,
                 PanahSession   *session,
                 const PanahMrz *mrz,
                 GPtrArray      *answers)
{
  const PanahFactSpec *papers = panah_pack_find_mrz (panah_session_get_pack (session), PANAH_MRZ_FIELD_DOCUMENT);
  gboolean was_own = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const PanahLinesAnswer *answer = answers->pdata[i];
      gboolean is_own = strcmp (answer->path, answer->spec->id) == 0;
      if (was_own && !is_own && papers != NULL)
        gtk_box_append (GTK_BOX (rows), panah_label_new (panah_session_translate (session, papers->label), "heading"));
      was_own = is_own;
      gtk_box_append (GTK_BOX (rows), new_answer_row (session, mrz, answers->pdata[i]));
    }
  if (answers->len == 0)
    gtk_box_append (GTK_BOX (rows), panah_label_new (_("These lines say nothing that is asked here."), NULL));
}

static void
fill_cb (GtkButton  *button,
         PanahLines *lines)
{
  g_autofree char *next = panah_lines_fill (lines);

  gtk_widget_activate_action (GTK_WIDGET (button), "win.go", "s", next);
}

/**
 * panah_lines_check_page_new:
 * @session: the session
 * @list: (nullable): as of panah_lines_page_new()
 * @index: which entry of it
 *
 * Returns: (transfer floating): the page on which the person says what of the lines is right; where they are typed, if
 *   there are none
 */
GtkWidget *
panah_lines_check_page_new (PanahSession *session,
                            const char   *list,
                            guint         index)
{
  PanahLines *lines = panah_lines_get (session, list, index);

  if (!panah_lines_get_mrz (lines)->is_complete)
    return panah_lines_page_new (session, list, index);

  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("Is this what the passport says?"),
                                                _("Compare each line with the passport. Only what is ticked is filled in.")));
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GPtrArray *answers = panah_lines_get_answers (lines);
  g_autofree char *back = make_place (PANAH_LINES, list, index);

  g_object_set_data_full (G_OBJECT (page), "lines", panah_lines_ref (lines), (GDestroyNotify) panah_lines_unref);
  add_answer_rows (rows, session, panah_lines_get_mrz (lines), answers);
  panah_page_add (page, rows);
  g_signal_connect (panah_page_add_action (page, _("Fill in what I ticked"), NULL, NULL), "clicked",
                    G_CALLBACK (fill_cb), lines);
  panah_page_add_action (page, _("Change the lines"), "win.go", back);
  return GTK_WIDGET (page);
}

/* The way to the lines, on a page whose questions they answer. */
void
panah_lines_offer (PanahPage  *page,
                   const char *list,
                   guint       index)
{
  g_autofree char *place = make_place (PANAH_LINES, list, index);
  GtkWidget *button = panah_button_new (_("Type the lines at the bottom of the passport"), "win.go", place);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  panah_page_add (page, button);
}
