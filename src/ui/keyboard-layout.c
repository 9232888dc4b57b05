/* keyboard-layout.c - which key types which letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The layouts are those that every Linux desktop has, so that who learnt to type on one finds each letter in its place.
 * They are read from the runtime alone: what the environment or a home directory holds changes nothing here. */

#include "ui/keyboard-layout.h"

#include "paper/text.h"

#include <string.h>
#include <xkbcommon/xkbcommon.h>

#define ZERO_WIDTH_JOINER "\u200D"

typedef struct
{
  const char *symbols; /* as xkeyboard-config names them */
  const char *name; /* what its readers call it */
  const char *wanted[3]; /* BCP 47 */
} Row;

struct _PanahKeyboardLayout
{
  const Row        *row;
  struct xkb_state *state;
  xkb_mod_mask_t    shift;
  xkb_mod_mask_t    caps;
};

static const Row rows[] = {
  { "us(basic)", "123", { PANAH_KEYBOARD_DIGITS } },
  { "us(basic)", "ABC", { PANAH_KEYBOARD_LATIN, "en" } },
  { "ara(basic)", "العربية", { "ar" } },
  { "af(basic)", "دری", { "fa-AF" } },
  { "kz(basic)", "Қазақша", { "kk" } },
  { "kg(basic)", "Кыргызча", { "ky" } },
  { "uz(latin)", "Oʻzbekcha", { "uz" } },
  { "uz(cyrillic)", "Ўзбекча", { "uz-Cyrl" } },
  { "ru(winkeys)", "Русский", { "ru" } },
  { "cn(ug)", "ئۇيغۇرچە", { "ug" } },
};

/* What a runtime has not, or has in another form, is not offered; that is no reason to write to a terminal. */
static void
log_cb (struct xkb_context *context,
        enum xkb_log_level  level,
        const char         *format,
        va_list             arguments)
{
}

static xkb_mod_mask_t
get_mask (struct xkb_keymap *keymap,
          const char        *modifier)
{
  xkb_mod_index_t index = xkb_keymap_mod_get_index (keymap, modifier);

  return index != XKB_MOD_INVALID ? 1u << index : 0;
}

static void
layout_free (gpointer data)
{
  PanahKeyboardLayout *self = data;

  xkb_state_unref (self->state);
  g_free (self);
}

static PanahKeyboardLayout *
layout_new (struct xkb_context *context,
            const Row          *row)
{
  g_autofree char *text = g_strdup_printf ("xkb_keymap { xkb_keycodes { include \"evdev\" }; xkb_types { include \"complete\" }; "
                                           "xkb_compat { include \"complete\" }; xkb_symbols { include \"pc+%s\" }; };",
                                           row->symbols);
  struct xkb_keymap *keymap = xkb_keymap_new_from_string (context, text, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS);

  if (keymap == NULL)
    return NULL;

  PanahKeyboardLayout *self = g_new0 (PanahKeyboardLayout, 1);
  self->row = row;
  self->state = xkb_state_new (keymap);
  self->shift = get_mask (keymap, XKB_MOD_NAME_SHIFT);
  self->caps = get_mask (keymap, XKB_MOD_NAME_CAPS);
  xkb_keymap_unref (keymap);
  return self;
}

/* @directory: where xkeyboard-config keeps its data
 *
 * Returns: (transfer full) (element-type PanahKeyboardLayout): those that are there */
GPtrArray *
panah_keyboard_layouts_load (const char *directory)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (layout_free);
  struct xkb_context *context = xkb_context_new (XKB_CONTEXT_NO_DEFAULT_INCLUDES | XKB_CONTEXT_NO_ENVIRONMENT_NAMES);

  if (context == NULL)
    return layouts;
  xkb_context_set_log_fn (context, log_cb);
  if (xkb_context_include_path_append (context, directory))
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          PanahKeyboardLayout *layout = layout_new (context, &rows[i]);
          if (layout != NULL)
            g_ptr_array_add (layouts, layout);
        }
    }
  xkb_context_unref (context);
  return layouts;
}

static gboolean
is_for (const PanahKeyboardLayout *self,
        const char                *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->row->wanted) && self->row->wanted[i] != NULL; i++)
    {
      if (strcmp (self->row->wanted[i], wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @wanted: BCP 47, or one of the words above; without a layout of its own, "kk-KZ" has that of "kk"
 *
 * Returns: (nullable) (transfer none) */
PanahKeyboardLayout *
panah_keyboard_layouts_find (GPtrArray  *layouts,
                             const char *wanted)
{
  g_autofree char *tag = g_strdup (wanted);

  for (;;)
    {
      for (guint i = 0; i < layouts->len; i++)
        {
          if (is_for (layouts->pdata[i], tag))
            return layouts->pdata[i];
        }
      char *last = strrchr (tag, '-');
      if (last == NULL)
        return NULL;
      *last = '\0';
    }
}

const char *
panah_keyboard_layout_get_name (const PanahKeyboardLayout *self)
{
  return self->row->name;
}

gboolean
panah_keyboard_layout_is_digits (const PanahKeyboardLayout *self)
{
  return is_for (self, PANAH_KEYBOARD_DIGITS);
}

/* @keycode: of the hardware, as X11 and GDK count it: what Linux has and 8
 *
 * Returns: whether letters are on that key somewhere; digits and punctuation marks of the main block are */
gboolean
panah_keyboard_layout_has_key (guint keycode)
{
  static const struct { guint first, last; } ranges[] = {
    { 10, 21 }, { 24, 35 }, { 38, 49 }, { 51, 61 }, { PANAH_KEYBOARD_SPACE, PANAH_KEYBOARD_SPACE }, { 94, 94 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (keycode >= ranges[i].first && keycode <= ranges[i].last)
        return TRUE;
    }
  return FALSE;
}

/* Lam and alef are one sign on Arabic keys and two letters in a word; every search and every font knows them as two. */
static char *
spell_out (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  gboolean is_form = (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);

  return g_utf8_normalize (text, -1, is_form ? G_NORMALIZE_NFKC : G_NORMALIZE_NFC);
}

/* @caps: whether Caps Lock is on
 *
 * A key that has nothing with Shift types what it types without. What nobody sees and no word needs is not typed:
 * controls of direction and the joiner; the non-joiner is.
 *
 * Returns: (nullable) (transfer full): in normal form C */
char *
panah_keyboard_layout_get_text (const PanahKeyboardLayout *self,
                                guint                      keycode,
                                gboolean                   shift,
                                gboolean                   caps)
{
  char text[32];

  if (!panah_keyboard_layout_has_key (keycode))
    return NULL;
  xkb_state_update_mask (self->state, shift ? self->shift : 0, 0, caps ? self->caps : 0, 0, 0, 0);
  if (xkb_state_key_get_utf8 (self->state, keycode, text, sizeof text) <= 0)
    return shift ? panah_keyboard_layout_get_text (self, keycode, FALSE, caps) : NULL;

  g_autofree char *whole = spell_out (text);
  g_autofree char *clean = panah_text_clean (whole, -1, NULL);
  if (*clean == '\0' || strcmp (clean, ZERO_WIDTH_JOINER) == 0)
    return NULL;
  return g_steal_pointer (&clean);
}
