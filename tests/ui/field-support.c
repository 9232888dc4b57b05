/* field-support.c - questions as somebody answers them: typed, ticked, pressed and read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"

#include "ui/language.h"

#include <string.h>

/* Returns: (transfer full): in English words, whatever the calendar of @language; without a draft */
PanahSession *
field_get_session (const char *language)
{
  static const char *const facts[] = { "applicant.birth_date", "entry.date", "entry.moment" };
  static PanahSession *session = NULL;

  if (session == NULL)
    session = panah_test_session_new ("2026-11-24");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    panah_session_set_draft (session, facts[i], NULL);
  panah_session_set_language (session, language);
  panah_language_use ("en");
  return g_object_ref (session);
}

GtkWidget *
field_new_of (PanahSession        *session,
              const PanahFactSpec *spec)
{
  return g_object_ref_sink (panah_field_new (session, spec, spec->id, TRUE));
}

GtkWidget *
field_new (PanahSession *session,
           const char   *fact)
{
  return field_new_of (session, panah_pack_find_fact (panah_session_get_pack (session), fact));
}

PanahValue *
field_parse (const PanahFactSpec *spec,
             const char          *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  PanahValue *value = panah_value_new_from_json (spec, spec->id, node, strange, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strange->len, ==, 0);
  return value;
}

/* Makes it the answer, whatever any field says. */
void
field_answer (PanahSession *session,
              const char   *fact,
              const char   *json)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), fact);

  panah_session_set_answer (session, fact, field_parse (spec, json));
}

/* @value: (nullable) */
char *
field_print (const PanahValue *value)
{
  g_autoptr (JsonNode) node = panah_value_to_json (value);

  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("absent");
}

void
field_assert_answer (GtkWidget  *field,
                     const char *expected)
{
  g_autoptr (PanahValue) value = NULL;

  g_assert_true (panah_field_read (PANAH_FIELD (field), &value));
  g_assert_null (panah_field_get_error (PANAH_FIELD (field)));
  g_autofree char *json = field_print (value);
  g_assert_cmpstr (json, ==, expected);
}

/* Without what keeps a value’s direction from that of the sentence round it. */
static char *
strip_isolates (const char *text)
{
  GString *out = g_string_new (text);

  for (gunichar c = 0x2066; c <= 0x2069; c++)
    {
      char mark[7] = "";
      g_unichar_to_utf8 (c, mark);
      g_string_replace (out, mark, "", 0);
    }
  return g_string_free (out, FALSE);
}

/* @part: words of the sentence that says what to do */
void
field_assert_error (GtkWidget  *field,
                    const char *part)
{
  PanahValue *value = NULL;

  g_assert_false (panah_field_read (PANAH_FIELD (field), &value));
  g_assert_null (value);
  g_autofree char *error = strip_isolates (panah_field_get_error (PANAH_FIELD (field)));
  if (strstr (error, part) == NULL)
    g_error ("“%s” does not say “%s”", error, part);
}

static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    return gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
  return "";
}

static gboolean
has_words (GtkWidget  *widget,
           const char *words)
{
  const char *own = get_words (widget);
  g_autofree char *plain = strip_isolates (own);

  return strstr (own, words) != NULL || strstr (plain, words) != NULL;
}

/* @words: with their isolates or without any.
 *
 * Returns: (nullable): the first widget of that type that says so, seen or not */
GtkWidget *
field_find (GtkWidget  *widget,
            GType       type,
            const char *words)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && has_words (widget, words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = field_find (child, type, words);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_seen (GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_visible (widget))
    widget = gtk_widget_get_parent (widget);
  return widget == NULL;
}

gboolean
field_says (GtkWidget  *widget,
            const char *words)
{
  GtkWidget *label = field_find (widget, GTK_TYPE_LABEL, words);

  return label != NULL && is_seen (label);
}

void
field_assert_says (GtkWidget  *widget,
                   const char *words)
{
  if (!field_says (widget, words))
    g_error ("it does not say “%s”", words);
}

static GtkWidget *
find_entry (GtkWidget *widget,
            guint     *n)
{
  if (GTK_IS_ENTRY (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* @n: in the order of the page, from 0 */
GtkEditable *
field_get_entry (GtkWidget *widget,
                 guint      n)
{
  return GTK_EDITABLE (find_entry (widget, &n));
}

void
field_type (GtkWidget  *widget,
            guint       n,
            const char *text)
{
  gtk_editable_set_text (field_get_entry (widget, n), text);
}

/* The first three entries of a date and of a moment. */
void
field_type_date (GtkWidget  *field,
                 const char *day,
                 const char *month,
                 const char *year)
{
  field_type (field, 0, day);
  field_type (field, 1, month);
  field_type (field, 2, year);
}

const char *
field_get_typed (GtkWidget *widget,
                 guint      n)
{
  return gtk_editable_get_text (field_get_entry (widget, n));
}

void
field_tick (GtkWidget  *widget,
            const char *words,
            gboolean    ticked)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (field_find (widget, GTK_TYPE_CHECK_BUTTON, words)), ticked);
}

gboolean
field_is_ticked (GtkWidget  *widget,
                 const char *words)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (field_find (widget, GTK_TYPE_CHECK_BUTTON, words)));
}

void
field_press (GtkWidget  *widget,
             const char *words)
{
  GtkWidget *button = field_find (widget, GTK_TYPE_BUTTON, words);

  if (button == NULL || !is_seen (button))
    g_error ("there is no button “%s”", words);
  g_signal_emit_by_name (button, "clicked");
}
