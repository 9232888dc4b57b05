/* pdf-output-intent.c - what black, white and the grays between are
 *
 * An archive wants to know what a device's gray looks like. The profile is the smallest that
 * the ICC's specification (version 2.1) allows for one channel: a white point and a curve.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-metadata.h"

#include <string.h>

#define NAME "Gray, gamma 2.2"
#define COPYRIGHT "Public domain"
#define HEADER_LENGTH 128
#define TAG_LENGTH 12
#define N_TAGS G_N_ELEMENTS (tags)
/* 2.2 with eight bits behind the point */
#define GAMMA 0x0233

static void
append_signature (GByteArray *profile,
                  const char *signature)
{
  g_byte_array_append (profile, (const guint8 *) signature, 4);
}

static void
append_number (GByteArray *profile,
               guint32     number)
{
  const guint8 bytes[] = { number >> 24, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF };

  g_byte_array_append (profile, bytes, sizeof bytes);
}

static void
append_zeros (GByteArray *profile,
              guint       n)
{
  for (; n > 0; n--)
    g_byte_array_append (profile, (const guint8[]) { 0 }, 1);
}

static void
append_words (GByteArray *profile,
              const char *words)
{
  g_byte_array_append (profile, (const guint8 *) words, strlen (words) + 1);
}

/* The white of paper in that colour space: D50, as 16.16 fixed point. */
static void
append_d50 (GByteArray *profile)
{
  append_number (profile, 0xF6D6);
  append_number (profile, 0x10000);
  append_number (profile, 0xD32D);
}

static void
append_description (GByteArray *profile)
{
  append_signature (profile, "desc");
  append_number (profile, 0);
  append_number (profile, sizeof NAME);
  append_words (profile, NAME);
  append_zeros (profile, 4 + 4);       /* no name in Unicode … */
  append_zeros (profile, 2 + 1 + 67);  /* … nor in the script of a Macintosh */
}

static void
append_copyright (GByteArray *profile)
{
  append_signature (profile, "text");
  append_number (profile, 0);
  append_words (profile, COPYRIGHT);
}

static void
append_white_point (GByteArray *profile)
{
  append_signature (profile, "XYZ ");
  append_number (profile, 0);
  append_d50 (profile);
}

static void
append_curve (GByteArray *profile)
{
  append_signature (profile, "curv");
  append_number (profile, 0);
  append_number (profile, 1);
  g_byte_array_append (profile, (const guint8[]) { GAMMA >> 8, GAMMA & 0xFF }, 2);
}

/* In the order in which they stand in the file. */
static const struct
{
  const char *signature;
  void      (*append) (GByteArray *profile);
} tags[] = {
  { "desc", append_description },
  { "cprt", append_copyright },
  { "wtpt", append_white_point },
  { "kTRC", append_curve },
};

static void
append_header (GByteArray *profile,
               guint       length)
{
  append_number (profile, length);
  append_number (profile, 0);
  append_number (profile, 0x02100000);   /* version 2.1 */
  append_signature (profile, "mntr");
  append_signature (profile, "GRAY");
  append_signature (profile, "XYZ ");
  append_number (profile, 2000 << 16 | 1);   /* 1 January 2000: a day that never changes */
  append_number (profile, 1 << 16);
  append_number (profile, 0);
  append_signature (profile, "acsp");
  append_zeros (profile, 7 * 4);
  append_d50 (profile);
  append_zeros (profile, HEADER_LENGTH - profile->len);
}

static GByteArray *
create_profile (void)
{
  g_autoptr (GByteArray) table = g_byte_array_new ();
  g_autoptr (GByteArray) data = g_byte_array_new ();
  GByteArray *profile = g_byte_array_new ();
  const guint start = HEADER_LENGTH + 4 + N_TAGS * TAG_LENGTH;

  append_number (table, N_TAGS);
  for (guint i = 0; i < N_TAGS; i++)
    {
      guint from = data->len;

      tags[i].append (data);
      append_signature (table, tags[i].signature);
      append_number (table, start + from);
      append_number (table, data->len - from);
      append_zeros (data, -data->len & 3);
    }
  append_header (profile, start + data->len);
  g_byte_array_append (profile, table->data, table->len);
  g_byte_array_append (profile, data->data, data->len);
  return profile;
}

/**
 * panah_pdf_add_output_intent:
 *
 * Writes what the black of the pages is meant to look like.
 */
void
panah_pdf_add_output_intent (PanahPdf *pdf)
{
  g_autoptr (GByteArray) bytes = create_profile ();
  PanahPdfDict *profile = panah_pdf_stream_new (pdf, bytes->data, bytes->len, TRUE);
  PanahPdfDict *intent = panah_pdf_dict_new (pdf, FALSE);
  PanahPdfArray *intents = panah_pdf_array_new (pdf);

  panah_pdf_dict_set_number (pdf, profile, "N", 1);
  panah_pdf_dict_set_name (pdf, intent, "Type", "OutputIntent");
  panah_pdf_dict_set_name (pdf, intent, "S", "GTS_PDFA1");
  panah_pdf_dict_set_text (pdf, intent, "OutputConditionIdentifier", "Custom");
  panah_pdf_dict_set_text (pdf, intent, "Info", NAME);
  panah_pdf_dict_set_dict (pdf, intent, "DestOutputProfile", profile);
  panah_pdf_array_add_dict (pdf, intents, intent);
  panah_pdf_dict_set_array (pdf, panah_pdf_get_catalog (pdf), "OutputIntents", intents);
}
