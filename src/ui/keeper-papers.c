/* keeper-papers.c - the papers that were printed or saved, in the file with the answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/keeper-private.h"

#include <string.h>

/* Of all that belongs to a case, in bytes. The answers need room too: a file that has become too large would not take
 * them any more. */
#define MOST_BYTES (48 * 1024 * 1024)

static void
blob_free (gpointer data)
{
  PanahBlob *self = data;

  g_free (self->name);
  g_bytes_unref (self->data);
  g_free (self);
}

/* Returns: (transfer full) (element-type PanahBlob): whatever else is in the file, sharing its bytes */
GPtrArray *
panah_keeper_copy_blobs (PanahKeeper *self)
{
  const PanahPayload *payload = self->base;
  GPtrArray *copies = g_ptr_array_new_with_free_func (blob_free);

  for (guint i = 0; payload != NULL && i < payload->blobs->len; i++)
    {
      const PanahBlob *blob = payload->blobs->pdata[i];
      PanahBlob *copy = g_new (PanahBlob, 1);
      copy->kind = blob->kind;
      copy->name = g_strdup (blob->name);
      copy->data = g_bytes_ref (blob->data);
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

static gsize
count_bytes (const PanahPayload *payload)
{
  gsize n = 0;

  for (guint i = 0; i < payload->blobs->len; i++)
    n += g_bytes_get_size (((const PanahBlob *) payload->blobs->pdata[i])->data);
  return n;
}

static PanahPayload *
new_base (void)
{
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), NULL);

  return panah_payload_new (root);
}

/* A file that a person has put in keeps its name; the paper gets another one. */
static char *
choose_name (const PanahPayload *base,
             const char         *name)
{
  const char *ending = strrchr (name, '.');
  char *chosen = g_strdup (name);
  const PanahBlob *blob;

  for (guint i = 2; (blob = panah_payload_find_blob (base, chosen)) != NULL && blob->kind != PANAH_BLOB_PAPER; i++)
    {
      g_free (chosen);
      chosen = ending != NULL ? g_strdup_printf ("%.*s-%u%s", (int) (ending - name), name, i, ending)
                              : g_strdup_printf ("%s-%u", name, i);
    }
  return chosen;
}

/* Puts @pdf in the place of the older one of that name. Returns: %FALSE if there is no room, and all is as before */
static gboolean
put (PanahPayload *base,
     const char   *name,
     GBytes       *pdf)
{
  const PanahBlob *old = panah_payload_find_blob (base, name);
  gsize freed = old != NULL ? g_bytes_get_size (old->data) : 0;

  if (g_bytes_get_size (pdf) > PANAH_BLOB_MAX_BYTES || count_bytes (base) - freed + g_bytes_get_size (pdf) > MOST_BYTES)
    return FALSE;
  panah_payload_remove_blob (base, name);
  return panah_payload_add_blob (base, PANAH_BLOB_PAPER, name, pdf, NULL);
}

static void
paper_used_cb (PanahKeeper *self,
               const char  *name,
               GBytes      *pdf)
{
  if (self->file == NULL || strcmp (self->pack, panah_pack_get_id (panah_session_get_pack (self->session))) != 0)
    return;

  if (self->base == NULL)
    self->base = new_base ();
  g_autofree char *chosen = choose_name (self->base, name);
  const PanahBlob *old = panah_payload_find_blob (self->base, chosen);
  if (old != NULL && g_bytes_equal (old->data, pdf))
    return;
  self->left_out = !put (self->base, chosen, pdf);
  if (!self->left_out)
    panah_session_touch (self->session);
  g_signal_emit_by_name (self, "changed");
}

/* Keeps the papers that its session uses. */
void
panah_keeper_watch_papers (PanahKeeper *self)
{
  g_signal_connect_object (self->session, "paper-used", G_CALLBACK (paper_used_cb), self, G_CONNECT_SWAPPED);
}

/* Returns: whether the last paper is not in the file, because there is no room for it */
gboolean
panah_keeper_has_left_out (PanahKeeper *self)
{
  return self->left_out;
}
