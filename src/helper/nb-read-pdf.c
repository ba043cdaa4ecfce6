/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-read-pdf: standard input is a PDF, standard output is what stands on its pages. The
 * library runs it with limits (nb-child.c) and reads what it writes (nb-pdf-reader.c):
 *
 *   page WIDTH HEIGHT          points, as the page is read
 *   recognised                 its letters are not drawn: they lie under pictures of what is read there
 *   slanted                    its letters and lines lie in different ways, or are mirrored
 *   t X Y WIDTH HEIGHT TEXT    a letter; a figure that is not seen, or struck out, is U+FFFD
 *   l X1 Y1 X2 Y2              a ruling line
 *   s X1 Y1 X2 Y2              a line that is a little aslant
 *   i X Y WIDTH HEIGHT         a picture
 *   unmapped N                 letters of the page that have a shape but no meaning
 *   end | fail CODE            the last line
 *
 * Scripts, actions, links and embedded files are never asked for. poppler's own messages go to
 * standard error, which the library drops.
 */

#include <gio/gio.h>
#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <string.h>

#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "nb-helper-input.h"
#include "nb-pdf-ink.h"
#include "nb-pdf-lean.h"
#include "nb-pdf-rules.h"
#include "nb-pdf-scan.h"
#include "nb-pdf-straight.h"

/* Pixels of a point. */
#define SCALE 2.0
/* Letters that are looked at to tell how a page is turned. */
#define FEWEST_STEPS 8
/* The height of a letter, in widths of an ideograph of its size. */
#define TALLEST 1.3

/* The least difference of grey between a letter and its ground, and the smallest box that is looked at, in pixels. */
#define FAINTEST 6
#define SMALLEST 3
/* No figure is larger, in pixels: many boxes as large as the page would be looked at for long. */
#define LARGEST 200
/* What of the box of a figure is left out at each side, where ink is looked for. */
#define MARGIN 0.15
/* Where a line stands that strikes out a figure that is not drawn as a letter, and how much darker than the ground it is. */
#define STRUCK_FROM  0.3
#define STRUCK_TO    0.7
#define STRUCK_DARK  80   /* the pale rim of a small 6 is no part of a line */
#define STRUCK_BELOW 0.46 /* the bar of a 7 */
/* How much darker than the ground a line is that may strike a figure out. */
#define LINED 24

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

typedef struct
{
  double width;
  double height;
  guint turns; /* quarter turns, clockwise, that bring the text upright */
} Frame;

/* The letters of a page. */
typedef struct
{
  const NbPdfPicture *picture;
  gboolean upright;
  const NbPdfBox *boxes;
  const int *values; /* of digits, or -1 */
  guint n;
} Figures;

/* A page that was drawn anew without the angle that it is turned by. */
typedef struct
{
  double angle;
  double width, height; /* before */
  NbPdfBox clip;        /* before: of its drawn lines */
  gboolean is_cut;      /* there, lines go on above or below */
} Straight;

/* What is known of a page. */
typedef struct
{
  const char *text;
  NbPdfBox *boxes; /* of its letters */
  guint n_boxes;
  Frame frame;
  NbPdfScan scan;
  NbPdfPicture picture;
  NbPdfLay lay;
  const Straight *straight; /* (nullable) */
  gboolean is_recognised;
  gboolean *bad; /* letters that are not seen, or struck out */
} Content;

static void
print_numbers (const char *name, const double *numbers, guint n)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  fputs (name, stdout);
  for (guint i = 0; i < n; i++)
    {
      putchar (' ');
      fputs (g_ascii_formatd (text, sizeof text, "%.2f", numbers[i]), stdout);
    }
}

static NbPdfBox
turn (const Frame *frame, NbPdfBox box)
{
  NbPdfBox turned = box;

  if (frame->turns == 1)
    turned = (NbPdfBox){ frame->height - box.y2, box.x1, frame->height - box.y1, box.x2 };
  else if (frame->turns == 2)
    turned = (NbPdfBox){ frame->width - box.x2, frame->height - box.y2, frame->width - box.x1,
                         frame->height - box.y1 };
  else if (frame->turns == 3)
    turned = (NbPdfBox){ box.y1, frame->width - box.x2, box.y2, frame->width - box.x1 };
  return turned;
}

static void
print_box (const Frame *frame, const char *name, NbPdfBox box)
{
  NbPdfBox turned = turn (frame, box);
  double numbers[] = { turned.x1, turned.y1, turned.x2 - turned.x1, turned.y2 - turned.y1 };

  print_numbers (name, numbers, G_N_ELEMENTS (numbers));
}

/* Text that runs down, up or backwards on most of the page stands on a page that is turned without
 * saying so. */
static guint
find_turns (const char *text, const NbPdfBox *boxes, guint n_boxes)
{
  guint steps[4] = { 0 };
  guint most = 0;
  const char *p = text;

  for (guint i = 0; i + 1 < n_boxes; i++, p = g_utf8_next_char (p))
    {
      double dx = boxes[i + 1].x1 - boxes[i].x1;
      double dy = boxes[i + 1].y1 - boxes[i].y1;

      if (g_unichar_isspace (g_utf8_get_char (p)) ||
          g_unichar_isspace (g_utf8_get_char (g_utf8_next_char (p))))
        continue;
      if (ABS (dx) > ABS (dy))
        steps[dx > 0 ? 0 : 2]++;
      else
        steps[dy > 0 ? 3 : 1]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] > steps[most])
      most = i;
  return steps[most] >= FEWEST_STEPS ? most : 0;
}

/* Boxes are as high as their font says, which may be thrice its letters: they then reach over rules
 * and over other lines. Their middle is kept. */
static void
shrink (const Frame *frame, const char *text, NbPdfBox *boxes, guint n_boxes)
{
  const char *p = text;

  for (guint i = 0; i < n_boxes; i++, p = g_utf8_next_char (p))
    {
      NbPdfBox *box = &boxes[i];
      double width = frame->turns % 2 == 0 ? box->x2 - box->x1 : box->y2 - box->y1;
      double *upper = frame->turns % 2 == 0 ? &box->y1 : &box->x1;
      double *lower = frame->turns % 2 == 0 ? &box->y2 : &box->x2;
      double middle = (*upper + *lower) / 2;
      double most = width * (g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 2) * TALLEST;

      if (g_unichar_isalnum (g_utf8_get_char (p)) && most > 0 && *lower - *upper > most)
        {
          *upper = middle - most / 2;
          *lower = middle + most / 2;
        }
    }
}

/* Leaves out blanks, that are no letters to look at. */
static guint
drop_blanks (const char *text, NbPdfBox *boxes, guint n_boxes)
{
  const char *p = text;
  guint n = 0;

  for (guint i = 0; i < n_boxes; i++, p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      boxes[n++] = boxes[i];
  return n;
}

static gboolean
has_no_meaning (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == 0xfffd || type == G_UNICODE_CONTROL || type == G_UNICODE_PRIVATE_USE ||
         type == G_UNICODE_UNASSIGNED;
}

/* Whether there is nothing to see where a letter stands: it is white on white, or cut off. A figure has ink in the middle
 * of its box; at the side there may be a rule. */
static gboolean
is_unseen (const NbPdfPicture *picture, gunichar c, const NbPdfBox *whole)
{
  double margin = g_unichar_isdigit (c) ? MARGIN : 0;
  double dx = (whole->x2 - whole->x1) * margin, dy = (whole->y2 - whole->y1) * margin;
  NbPdfBox middle = { whole->x1 + dx, whole->y1 + dy, whole->x2 - dx, whole->y2 - dy };
  const NbPdfBox *box = &middle;
  guint x0 = (guint) (CLAMP (box->x1 * picture->scale, 0, picture->width));
  guint x1 = (guint) (CLAMP (box->x2 * picture->scale, 0, picture->width));
  guint y0 = (guint) (CLAMP (box->y1 * picture->scale, 0, picture->height));
  guint y1 = (guint) (CLAMP (box->y2 * picture->scale, 0, picture->height));
  guint8 darkest = 255, brightest = 0;

  if (picture->grey == NULL || x1 < x0 + SMALLEST || y1 < y0 + SMALLEST || x1 > x0 + LARGEST ||
      y1 > y0 + LARGEST)
    return FALSE;
  for (guint y = y0; y < y1; y++)
    for (guint x = x0; x < x1; x++)
      {
        guint8 grey = picture->grey[(gsize) y * picture->width + x];

        darkest = MIN (darkest, grey);
        brightest = MAX (brightest, grey);
      }
  return brightest - darkest < FAINTEST;
}

static guint
pixel_at (const NbPdfPicture *picture, guint along, guint across, gboolean upright)
{
  guint x = upright ? along : across, y = upright ? across : along;

  return picture->grey[(gsize) y * picture->width + x];
}

/* Whether the box of a figure is mostly dark, between its darkest and brightest points: it is light on a dark ground. */
static gboolean
has_dark_ground (const NbPdfPicture *picture,
                 guint a0,
                 guint a1,
                 guint b0,
                 guint b1,
                 gboolean upright)
{
  guint darkest = 255, brightest = 0;
  guint64 sum = 0;

  for (guint b = b0; b < b1; b++)
    for (guint a = a0; a < a1; a++)
      {
        guint pixel = pixel_at (picture, a, b, upright);

        darkest = MIN (darkest, pixel);
        brightest = MAX (brightest, pixel);
        sum += pixel;
      }
  return b1 > b0 && sum * 2 < (guint64) (darkest + brightest) * (a1 - a0) * (b1 - b0);
}

/* Whether a dark line goes from one side of a box to the other, as text runs or across it, between parts of its other side. */
static gboolean
has_line (const NbPdfPicture *picture,
          gboolean upright,
          const NbPdfBox *box,
          double upper,
          double lower,
          guint dark)
{
  double from = upright ? box->x1 : box->y1, to = upright ? box->x2 : box->y2;
  double near = upright ? box->y1 : box->x1, far = upright ? box->y2 : box->x2;
  double scale = picture->scale, height = far - near;
  guint length = upright ? picture->width : picture->height;
  guint breadth = upright ? picture->height : picture->width;
  guint a0 = (guint) CLAMP (from * scale + 0.5, 0, length);
  guint a1 = (guint) CLAMP (to * scale, 0, length);
  guint b0 = (guint) CLAMP ((near + height * upper) * scale, 0, breadth);
  guint b1 = (guint) CLAMP ((near + height * lower) * scale, 0, breadth);
  guint ground = 0, flip = 0;

  if (picture->grey == NULL || a1 < a0 + SMALLEST || a1 > a0 + LARGEST || b1 > b0 + LARGEST)
    return FALSE;
  if (has_dark_ground (picture, a0, a1, (guint) CLAMP (near * scale, 0, breadth),
                       (guint) CLAMP (far * scale, 0, breadth), upright))
    flip = 255;
  for (guint b = b0; b < b1; b++)
    for (guint a = a0; a < a1; a++)
      ground = MAX (ground, pixel_at (picture, a, b, upright) ^ flip);
  for (guint b = b0; b < b1; b++)
    {
      guint a = a0;

      while (a < a1 && (pixel_at (picture, a, b, upright) ^ flip) + dark <= ground)
        a++;
      if (a == a1)
        return TRUE;
    }
  return FALSE;
}

/* Whether a line goes through a figure that is not drawn as a letter: it is no longer meant. No figure but a 4 has such a
 * line of its own; a 7 has one above. */
static gboolean
is_struck (const Figures *figures, guint i)
{
  double upper = figures->values[i] == 7 ? STRUCK_BELOW : STRUCK_FROM;

  return figures->values[i] != 4 && has_line (figures->picture, figures->upright,
                                              &figures->boxes[i], upper, STRUCK_TO, STRUCK_DARK);
}

/* Whether there are lines in the box of a figure, its own or others. */
static gboolean
is_lined (const NbPdfPicture *picture, gboolean upright, const NbPdfBox *box)
{
  return has_line (picture, upright, box, MARGIN, 1 - MARGIN, LINED) ||
         has_line (picture, !upright, box, MARGIN, 1 - MARGIN, LINED);
}

/* Looks for figures that are struck out or not to be seen, among those with lines in their boxes or among all. Returns
 * whether there are some of the latter. */
static gboolean
mark_bad (PopplerPage *page, const Figures *figures, gboolean all, gboolean *bad)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (NbPdfBox));
  g_autofree NbPdfInk *inks = NULL;
  gboolean some_unseen = FALSE;

  for (guint i = 0; i < figures->n; i++)
    if (figures->values[i] >= 0 &&
        (all || is_lined (figures->picture, figures->upright, &figures->boxes[i])))
      {
        g_array_append_val (numbers, i);
        g_array_append_val (places, figures->boxes[i]);
      }
  inks = nb_pdf_ink_find (page, figures->picture, figures->upright, (const NbPdfBox *) places->data,
                          places->len);
  for (guint k = 0; k < numbers->len; k++)
    {
      guint i = g_array_index (numbers, guint, k);

      bad[i] |= inks[k] == NB_PDF_INK_UNKNOWN ? is_struck (figures, i) : inks[k] != NB_PDF_INK_SEEN;
      some_unseen |= inks[k] == NB_PDF_INK_UNSEEN;
    }
  return some_unseen;
}

/* Where most letters are not to be seen, their font cannot be drawn here, or they lie under a scan: then the picture
 * tells nothing. */
static gboolean
tells_unseen (const char *text, const gboolean *unseen, guint n_boxes)
{
  guint n = 0, n_unseen = 0;
  const char *p = text;

  for (guint i = 0; i < n_boxes; i++, p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      {
        n++;
        n_unseen += unseen[i];
      }
  return n_unseen > 0 && n_unseen <= n / 2;
}

/* Marks what is not to be seen, and figures that are struck out. */
static gboolean *
find_bad (PopplerPage *page,
          const Frame *frame,
          const NbPdfPicture *picture,
          const char *text,
          const NbPdfBox *boxes,
          guint n_boxes)
{
  gboolean *bad = g_new0 (gboolean, MAX (n_boxes, 1)), look;
  g_autofree int *values = g_new (int, MAX (n_boxes, 1));
  Figures figures = { picture, frame->turns % 2 == 0, boxes, values, n_boxes };
  const char *p = text;

  for (guint i = 0; i < n_boxes; i++, p = g_utf8_next_char (p))
    {
      values[i] = g_unichar_digit_value (g_utf8_get_char (p));
      bad[i] = is_unseen (picture, g_utf8_get_char (p), &boxes[i]);
    }
  look = tells_unseen (text, bad, n_boxes);
  if (!look)
    memset (bad, 0, n_boxes * sizeof *bad);
  /* Where one is not to be seen, there may be others at places with other ink. */
  if (mark_bad (page, &figures, look, bad) && !look)
    mark_bad (page, &figures, TRUE, bad);
  return bad;
}

static void
print_text (const Frame *frame,
            const char *text,
            const NbPdfBox *boxes,
            guint n_boxes,
            const gboolean *bad)
{
  guint n_unmapped = 0;
  const char *p = text;

  for (guint i = 0; i < n_boxes; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iszerowidth (c))
        continue;
      n_unmapped += has_no_meaning (c);
      if (g_unichar_iscntrl (c) || (bad[i] && !g_unichar_isdigit (c)))
        continue;
      print_box (frame, "t", boxes[i]);
      putchar (' ');
      if (bad[i])
        fputs (NB_TEXT_LOST, stdout);
      else
        fwrite (p, 1, (gsize) (g_utf8_next_char (p) - p), stdout);
      putchar ('\n');
    }
  printf ("unmapped %u\n", n_unmapped);
}

static guint8 *
make_grey (cairo_surface_t *surface, guint width, guint height)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *grey = g_malloc ((gsize) width * height);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + (gsize) y * (gsize) stride + 4 * (gsize) x, sizeof pixel);
        grey[(gsize) y * width + x] =
            (guint8) (((pixel >> 16 & 0xff) * 2 + (pixel >> 8 & 0xff) * 5 + (pixel & 0xff)) >> 3);
      }
  return grey;
}

static NbPdfPicture
make_picture (PopplerPage *page, const Frame *frame, NbPdfScan *scan, NbPdfLean *lean)
{
  NbPdfPicture picture = { .scale = SCALE };
  cairo_surface_t *surface, *watched;
  cairo_t *cr;

  if (frame->width * frame->height * picture.scale * picture.scale > NB_LIMIT_PDF_PIXELS)
    picture.scale = 1;
  if (frame->width * frame->height > NB_LIMIT_PDF_PIXELS || frame->width < 1 || frame->height < 1)
    return picture;
  picture.width = (guint) (frame->width * picture.scale);
  picture.height = (guint) (frame->height * picture.scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) picture.width,
                                        (int) picture.height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  watched = nb_pdf_scan_watch (scan, surface);
  nb_pdf_lean_watch (lean, watched);
  cr = cairo_create (watched);
  lean->cr = cr;
  lean->scale = picture.scale;
  cairo_scale (cr, picture.scale, picture.scale);
  poppler_page_render (page, cr);
  cairo_surface_flush (surface);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    picture.grey = make_grey (surface, picture.width, picture.height);
  cairo_destroy (cr);
  cairo_surface_destroy (watched);
  cairo_surface_destroy (surface);
  return picture;
}

static void
print_lines (const Frame *frame, const char *name, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      NbPdfBox line = g_array_index (lines, NbPdfBox, i), turned = turn (frame, line);
      double numbers[] = { turned.x1, turned.y1, turned.x2, turned.y2 };

      print_numbers (name, numbers, G_N_ELEMENTS (numbers));
      putchar ('\n');
    }
}

static void
print_rules (const NbPdfPicture *picture, const Frame *frame, const NbPdfBox *boxes, guint n_boxes)
{
  g_autoptr (GArray) slants = g_array_new (FALSE, FALSE, sizeof (NbPdfBox));
  g_autoptr (GArray) rules = NULL;

  if (picture->grey == NULL)
    return;
  rules = nb_pdf_rules_find (picture->grey, picture->width, picture->height, picture->scale, boxes,
                             n_boxes, slants);
  print_lines (frame, "l", rules);
  print_lines (frame, "s", slants);
}

static void
print_pictures (GList *pictures, const Frame *frame)
{
  for (GList *l = pictures; l != NULL; l = l->next)
    {
      PopplerRectangle area = ((PopplerImageMapping *) l->data)->area;

      print_box (frame, "i", (NbPdfBox){ area.x1, area.y1, area.x2, area.y2 });
      putchar ('\n');
    }
}

static void
print_size (const Frame *frame)
{
  double size[] = { frame->turns % 2 == 0 ? frame->width : frame->height,
                    frame->turns % 2 == 0 ? frame->height : frame->width };

  print_numbers ("page", size, G_N_ELEMENTS (size));
  putchar ('\n');
}

/* Whether the line of a letter, over the width of the page, may reach into the next page: its other letters stand there. */
static gboolean
is_at_cut (const Straight *straight, const Frame *frame, const NbPdfBox *box)
{
  double x = (box->x1 + box->x2 - frame->width) / 2, y = (box->y1 + box->y2 - frame->height) / 2;
  double before = x * sin (straight->angle) + y * cos (straight->angle) + straight->height / 2;
  double reach = fabs (sin (straight->angle)) * straight->width + box->y2 - box->y1;

  return straight->is_cut && (before < straight->clip.y1 + reach || before > straight->clip.y2 - reach);
}

/* Whether a letter that is no digit is not to be seen, or one stands where the page was cut through a line. */
static gboolean
has_lost_letters (const Content *content)
{
  const char *p = content->text;

  for (guint i = 0; i < content->n_boxes; i++, p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) &&
        ((content->bad[i] && g_unichar_isalpha (g_utf8_get_char (p))) ||
         is_at_cut (content->straight, &content->frame, &content->boxes[i])))
      return TRUE;
  return FALSE;
}

/* Where more was painted than pictures, groups may hide letters. */
static void
look_into_groups (PopplerPage *page, const NbPdfScan *scan, NbPdfLean *lean)
{
  g_autoptr (PopplerPage) open = NULL;
  GList *pictures = poppler_page_get_image_mapping (page);

  if (scan->n_painted > g_list_length (pictures))
    open = nb_pdf_straight_new_open (page);
  if (open != NULL)
    nb_pdf_lean_look (lean, open);
  poppler_page_free_image_mapping (pictures);
}

static gboolean print_page (PopplerPage *page, const Straight *straight);

/* Prints a page that is turned by an angle as it is without; FALSE where that is not known. */
static gboolean
print_straight (PopplerPage *page, const Straight *straight, const gboolean *unseen)
{
  g_autoptr (PopplerPage) anew = nb_pdf_straight_new (page, straight->angle, unseen);

  return anew != NULL && print_page (anew, straight);
}

/* Of the letters under a scan nothing is to be seen. */
static void
find_seen (PopplerPage *page, Content *content)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  const Frame *frame = &content->frame;

  content->is_recognised = nb_pdf_scan_found (&content->scan, pictures, frame->width, frame->height, content->text);
  poppler_page_free_image_mapping (pictures);
  if (content->is_recognised)
    content->bad = g_new0 (gboolean, MAX (content->n_boxes, 1));
  else
    content->bad = find_bad (page, frame, &content->picture, content->text, content->boxes, content->n_boxes);
}

static void
print_content (PopplerPage *page, Content *content)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  const Frame *frame = &content->frame;

  print_size (frame);
  if (content->is_recognised)
    puts ("recognised");
  if (content->lay != NB_PDF_LAY_PLAIN || (content->straight != NULL && has_lost_letters (content)))
    puts ("slanted");
  print_text (frame, content->text, content->boxes, content->n_boxes, content->bad);
  print_pictures (pictures, frame);
  poppler_page_free_image_mapping (pictures);
  content->n_boxes = drop_blanks (content->text, content->boxes, content->n_boxes);
  print_rules (&content->picture, frame, content->boxes, content->n_boxes);
}

/* Fails where letters and places do not agree in number: a letter at a wrong place could be a wrong
 * figure. */
static gboolean
print_page (PopplerPage *page, const Straight *straight)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *rectangles = NULL;
  g_autofree NbPdfBox *boxes = NULL;
  Content content = { .text = text, .straight = straight };
  NbPdfLean lean = { 0 };
  Straight turned;
  gboolean is_done;

  poppler_page_get_text_layout (page, &rectangles, &content.n_boxes);
  if (text == NULL || (glong) content.n_boxes != g_utf8_strlen (text, -1))
    return FALSE;
  content.boxes = boxes = g_new (NbPdfBox, content.n_boxes);
  for (guint i = 0; i < content.n_boxes; i++)
    boxes[i] = (NbPdfBox){ rectangles[i].x1, rectangles[i].y1, rectangles[i].x2, rectangles[i].y2 };

  poppler_page_get_size (page, &content.frame.width, &content.frame.height);
  content.frame.turns = find_turns (text, boxes, content.n_boxes);
  shrink (&content.frame, text, boxes, content.n_boxes);
  content.picture = make_picture (page, &content.frame, &content.scan, &lean);
  look_into_groups (page, &content.scan, &lean);
  turned = (Straight){ .width = content.frame.width, .height = content.frame.height, .clip = lean.clip, .is_cut = lean.is_cut };
  content.lay = nb_pdf_lean_judge (&lean, &turned.angle);
  nb_pdf_lean_clear (&lean);
  /* To see which letters are lost takes long. */
  is_done = content.lay == NB_PDF_LAY_TURNED && straight == NULL && print_straight (page, &turned, NULL);
  if (!is_done)
    find_seen (page, &content);
  if (!is_done && (content.lay != NB_PDF_LAY_TURNED || straight != NULL || !print_straight (page, &turned, content.bad)))
    print_content (page, &content);
  g_free (content.bad);
  g_free (content.picture.grey);
  return TRUE;
}

static const char *
print_document (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (input, NULL, &error);
  int n_pages;

  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return "encrypted";
  if (document == NULL)
    return "damaged";
  n_pages = poppler_document_get_n_pages (document);
  if (n_pages > NB_LIMIT_PDF_PAGES)
    return "pages";

  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);

      if (page == NULL || !print_page (page, NULL))
        return "damaged";
    }
  return n_pages > 0 ? NULL : "damaged";
}

int
main (void)
{
  g_autoptr (GBytes) input = nb_helper_read_input ();
  const char *fault = print_document (input);

  if (fault != NULL)
    printf ("fail %s\n", fault);
  else
    puts ("end");
  return fflush (stdout) == 0 ? 0 : 1;
}
