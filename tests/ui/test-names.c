/* test-names.c - how a name is written on the form is suggested from how it is written in a passport
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"

/* entries, in the order of the page */
enum
{
  LATIN_SURNAME,
  LATIN_NAME,
  LATIN_PATRONYMIC,
  OWN_SCRIPT,
  CYRILLIC_SURNAME,
};

#define CONFIRM "This is how it is written in my papers"

static gboolean
is_noticed (GtkWidget *field)
{
  return gtk_widget_get_visible (gtk_widget_get_parent (field_find (field, GTK_TYPE_CHECK_BUTTON, CONFIRM)));
}

static void
test_suggestions (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  GtkWidget *field = field_new (session, "applicant.name");

  g_assert_null (panah_test_find_widget (field, GTK_TYPE_BUTTON));
  field_type (field, LATIN_NAME, "Mohammad");
  g_assert_nonnull (field_find (field, GTK_TYPE_BUTTON, "Мохаммад"));
  g_assert_nonnull (field_find (field, GTK_TYPE_BUTTON, "Мухаммад"));
  field_type (field, LATIN_SURNAME, "Wali");
  g_assert_nonnull (field_find (field, GTK_TYPE_BUTTON, "\u2066Вали Мухаммад\u2069"));
  g_assert_false (is_noticed (field));
  field_press (field, "Вали Мухаммад");
  field_assert_answer (field, "{\"cyrillic\":{\"surname\":\"Вали\",\"given\":\"Мухаммад\"},\"latin\":{\"surname\":\"Wali\",\"given\":\"Mohammad\"}}");
  g_assert_null (panah_test_find_widget (field, GTK_TYPE_BUTTON));
  g_assert_true (is_noticed (field));

  /* the reminder outlives the page, and goes when the person has compared */
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  field = field_new (session, "applicant.name");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (is_noticed (field));
  field_tick (field, CONFIRM, TRUE);
  g_assert_false (is_noticed (field));
  g_assert_finalize_object (field);
}

/* A spelling that somebody has written is never changed. */
static void
test_suggestions_keep (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  GtkWidget *field = field_new (session, "applicant.name");

  field_type (field, LATIN_SURNAME, "Hussein");
  field_type (field, LATIN_NAME, "Ali");
  field_type (field, CYRILLIC_SURNAME, "Гусейн");
  field_press (field, "Али");
  field_assert_answer (field, "{\"cyrillic\":{\"surname\":\"Гусейн\",\"given\":\"Али\"},\"latin\":{\"surname\":\"Hussein\",\"given\":\"Ali\"}}");

  /* what is not Latin is no passport's spelling */
  field_type (field, LATIN_PATRONYMIC, "احمد");
  g_assert_null (panah_test_find_widget (field, GTK_TYPE_BUTTON));
  g_assert_finalize_object (field);
}

static void
test_suggestions_of_a_country (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");

  field_answer (session, "applicant.citizenship", "[\"CN\"]");
  GtkWidget *field = field_new (session, "applicant.name");
  field_type (field, LATIN_SURNAME, "Xu");
  g_assert_nonnull (field_find (field, GTK_TYPE_BUTTON, "Сюй"));
  g_assert_finalize_object (field);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/names/fill", test_suggestions);
  g_test_add_func ("/ui/names/keep", test_suggestions_keep);
  g_test_add_func ("/ui/names/country", test_suggestions_of_a_country);
  return g_test_run ();
}
