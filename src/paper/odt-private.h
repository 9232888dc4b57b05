/* odt-private.h - the parts of an OpenDocument text on their way
 *
 * Two kinds of style are written. Named ones (styles.xml) are what a person who edits the letter sees and changes:
 * Heading 1, Field, Answer. Whatever one paragraph has besides (an inset, a direction, a language) becomes an
 * automatic style (content.xml) of which the named one is the parent; equal ones are one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/document-private.h"
#include "paper/layout-private.h"

G_BEGIN_DECLS

typedef enum
{
  PANAH_ODT_BODY,
  PANAH_ODT_STRONG,
  PANAH_ODT_SMALL,
  PANAH_ODT_LARGE,
  PANAH_ODT_HEADING_1,
  PANAH_ODT_HEADING_2,
  PANAH_ODT_HEADING_3,
  PANAH_ODT_FIELD,        /* stands on a ruled line */
  PANAH_ODT_LABEL,        /* of a field, on lines of its own */
  PANAH_ODT_CAPTION,      /* under a ruled line */
  PANAH_ODT_ITEM,
  PANAH_ODT_HEAD,         /* of a table */
  PANAH_ODT_CELL,
  PANAH_ODT_SIGNED,       /* on a line to sign on */
  PANAH_ODT_RULE,
  PANAH_ODT_AFTER_TABLE,  /* a word processor puts a paragraph there; ours is low */
  PANAH_ODT_FOOTER,
} PanahOdtLook;

typedef struct
{
  /* owned */
  GString    *body;
  GString    *styles;     /* automatic ones, in the order of their first use */
  GHashTable *names;      /* what is in an automatic style to its name */

  /* borrowed */
  const char *language;   /* of the document */
  const char *spoken;     /* of the paragraph that is open */

  gboolean    rtl;        /* the page begins on the right */
  gboolean    heading;    /* the paragraph that is open is one */
  gboolean    after_table;
  gboolean    hanging;    /* the next paragraph's first line begins with a number or a mark, before the others */
  gboolean    keep;       /* what comes now stays on the page of what follows it */
  double      space;      /* what the next paragraph or table leaves free above itself, beside its own */
} PanahOdt;

/* odt-style.c */
void        panah_odt_append_char      (GString         *xml,
                                        gunichar         c);
void        panah_odt_append_escaped   (GString         *xml,
                                        const char      *text);
void        panah_odt_append_points    (GString         *xml,
                                        const char      *attribute,
                                        double           points);
void        panah_odt_append_language  (GString         *xml,
                                        const char      *language);
const char *panah_odt_get_style        (PanahOdt        *self,
                                        const char      *family,
                                        const char      *parent,
                                        const char      *properties);

/* odt-look.c */
const char *panah_odt_look_get_name    (PanahOdtLook     look);
double      panah_odt_look_get_before  (PanahOdtLook     look);
PanahAlign  panah_odt_look_get_align   (PanahOdtLook     look);
const char *panah_odt_align_to_string  (PanahAlign       align,
                                        gboolean         rtl);
void        panah_odt_append_looks     (GString         *xml,
                                        gboolean         rtl);

/* odt-text.c */
void        panah_odt_begin_paragraph  (PanahOdt        *self,
                                        const PanahBox  *box,
                                        PanahOdtLook     look,
                                        PanahAlign       align,
                                        gboolean         rtl,
                                        const char      *language);
void        panah_odt_end_paragraph    (PanahOdt        *self);
void        panah_odt_append_text      (GString         *xml,
                                        const char      *text);
void        panah_odt_add_answer       (PanahOdt        *self,
                                        const char      *text,
                                        const char      *language);
void        panah_odt_close_up         (PanahOdt        *self);
void        panah_odt_add_text         (PanahOdt        *self,
                                        const PanahBox  *box,
                                        PanahOdtLook     look,
                                        PanahAlign       align,
                                        const PanahText *text);

/* odt-table.c */
PanahBox    panah_odt_begin_frame      (PanahOdt        *self,
                                        const PanahBox  *box,
                                        gboolean         keep_together);
void        panah_odt_end_frame        (PanahOdt        *self);
void        panah_odt_add_table        (PanahOdt        *self,
                                        const PanahBox  *box,
                                        const PanahBlock *table);
void        panah_odt_add_signature    (PanahOdt        *self,
                                        const PanahBox  *box,
                                        const PanahBlock *signature);

/* odt-blocks.c */
void        panah_odt_add_body         (PanahOdt         *self,
                                        const PanahBlock *body);

/* Whether there is nothing to print: a blank is a place to write on. */
static inline gboolean
panah_text_is_blank (const PanahText *text)
{
  return text->string == NULL || *text->string == '\0';
}

G_END_DECLS
