/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What stands on a page of an OFD (GB/T 33190): text objects, paths and pictures, in millimetres from the upper left
 * corner. An object has coordinates of its own; its matrix (CTM) leads to those of its boundary, and the corner of
 * that to the page.
 *
 * Trees are at most 256 deep (nb-xml.c), so that recursion ends. One thread.
 */

#include "nb-ofd-private.h"

#include "base/nb-text.h"

#include <math.h>
#include <string.h>

/* How far letters reach above the line that they stand on, in sizes of the font. */
#define ASCENT 0.85
/* Numbers of a matrix. */
#define N_MATRIX 6

/* Of a rectangle, whose first one may come again; what they may be off it, in millimetres. */
#define MOST_CORNERS 5
#define CROOKED      0.05

/* Units within units, whatever they say. */
#define DEEPEST_UNIT 8
/* Marks of what cannot be read: no cell that has room for a figure lies between them. And the most of them along a side. */
#define MARK_WIDTH  1.5
#define MARK_HEIGHT 3.0
#define MARKS_APART 4.0
#define MOST_MARKS  100

/* From an object to the page. */
typedef struct
{
  double m[N_MATRIX];
} Matrix;

typedef struct
{
  NbLayout *layout;
  Matrix matrix; /* from where the objects stand to the page */
  Matrix straight; /* from the page to how it is read, where it is turned */
  gboolean is_turned;
  NbOfdUnits *units;
  NbBox bounds;  /* nothing is seen beyond */
  guint depth;   /* units within units */
  gboolean is_clear; /* something may be seen through its objects */
} Page;

/* A list like "1.5 g 3 2 4": numbers, some of them repeated. */
typedef struct
{
  const char *at; /* (nullable) */
  double value;
  guint64 n_left; /* how often the value comes again */
  gboolean has_value;
} Deltas;

/**
 * nb_ofd_read_numbers:
 * @text: (nullable): numbers, parted by blanks
 * @numbers: (out) (array length=n): they
 * @n: how many are looked for
 *
 * Returns: how many there are
 */
guint
nb_ofd_read_numbers (const char *text, double *numbers, guint n)
{
  guint found = 0;

  while (found < n && text != NULL)
    {
      char *end;

      numbers[found] = g_ascii_strtod (text, &end);
      if (end == text)
        break;
      text = end;
      found++;
    }
  return found;
}

static gboolean
parse_box (const char *text, NbBox *box)
{
  double numbers[4];

  if (nb_ofd_read_numbers (text, numbers, 4) < 4)
    return FALSE;
  *box = (NbBox){ numbers[0], numbers[1], numbers[2], numbers[3] };
  return TRUE;
}

/**
 * nb_ofd_get_box:
 * @parent: (nullable): an element
 * @name: the name of a child
 * @box: (out): the box that it holds
 *
 * Returns: whether there is one
 */
gboolean
nb_ofd_get_box (const xmlNode *parent, const char *name, NbBox *box)
{
  const xmlNode *node = nb_xml_find (parent, name);
  g_autofree char *text = nb_xml_dup_text (node);

  return node != NULL && parse_box (text, box);
}

static gboolean
get_boundary (const xmlNode *object, NbBox *box)
{
  g_autofree char *text = nb_xml_dup_get (object, "Boundary");

  return parse_box (text, box);
}

/* First @inner, then @outer. */
static Matrix
multiply (const Matrix *outer, const Matrix *inner)
{
  const double *a = outer->m, *b = inner->m;

  return (Matrix){ { a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1], a[0] * b[2] + a[2] * b[3],
                     a[1] * b[2] + a[3] * b[3], a[0] * b[4] + a[2] * b[5] + a[4],
                     a[1] * b[4] + a[3] * b[5] + a[5] } };
}

static Matrix
get_matrix (const Page *page, const xmlNode *object)
{
  Matrix matrix = { { 1, 0, 0, 1, 0, 0 } };
  g_autofree char *text = nb_xml_dup_get (object, "CTM");
  double numbers[N_MATRIX];
  NbBox boundary = { 0 };

  if (nb_ofd_read_numbers (text, numbers, N_MATRIX) == N_MATRIX)
    memcpy (matrix.m, numbers, sizeof numbers);
  get_boundary (object, &boundary);
  matrix.m[4] += boundary.x;
  matrix.m[5] += boundary.y;
  return multiply (&page->matrix, &matrix);
}

static NbBox
intersect (NbBox a, NbBox b)
{
  double x = MAX (a.x, b.x), y = MAX (a.y, b.y);
  double right = MIN (a.x + a.width, b.x + b.width), lower = MIN (a.y + a.height, b.y + b.height);

  return (NbBox){ x, y, MAX (right - x, 0), MAX (lower - y, 0) };
}

static void
transform (const Matrix *matrix, double x, double y, double *out_x, double *out_y)
{
  *out_x = matrix->m[0] * x + matrix->m[2] * y + matrix->m[4];
  *out_y = matrix->m[1] * x + matrix->m[3] * y + matrix->m[5];
}

/* The box around a box, as it stands on the page. */
static NbBox
transform_box (const Matrix *matrix, NbBox box)
{
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (guint i = 0; i < 4; i++)
    {
      double x, y;

      transform (matrix, box.x + (i % 2) * box.width, box.y + (i / 2) * box.height, &x, &y);
      x0 = MIN (x0, x);
      x1 = MAX (x1, x);
      y0 = MIN (y0, y);
      y1 = MAX (y1, y);
    }
  return (NbBox){ x0, y0, x1 - x0, y1 - y0 };
}

/* Where an object may be seen on the page; some writers say nothing of it. */
static NbBox
get_bounds (const Page *page, const xmlNode *object)
{
  NbBox box;

  if (!get_boundary (object, &box) || !(box.width > 0) || !(box.height > 0))
    return page->bounds;
  return intersect (page->bounds, transform_box (&page->matrix, box));
}

static double
get_number (const xmlNode *node, const char *name, double otherwise)
{
  double number;

  return nb_xml_get_number (node, name, &number) ? number : otherwise;
}

static gboolean
get_flag (const xmlNode *node, const char *name, gboolean otherwise)
{
  g_autofree char *value = nb_xml_dup_get (node, name);

  return value == NULL ? otherwise : g_str_equal (value, "true") || g_str_equal (value, "1");
}

/* The next number; the last one goes on where the list is too short. FALSE without a list. */
static gboolean
next_delta (Deltas *self, double *delta)
{
  if (self->n_left > 0)
    self->n_left--;
  else if (self->at != NULL)
    {
      double numbers[2];
      char *end;

      self->at += strspn (self->at, " \t\r\n");
      if (*self->at == 'g' && nb_ofd_read_numbers (self->at + 1, numbers, 2) == 2 && numbers[0] >= 1)
        {
          self->value = numbers[1];
          self->n_left = (guint64) MIN (numbers[0], G_MAXINT) - 1;
          g_ascii_strtod (self->at + 1, &end);
          g_ascii_strtod (end, &end);
          self->at = end;
          self->has_value = TRUE;
        }
      else
        {
          double value = g_ascii_strtod (self->at, &end);

          if (end == self->at)
            self->at = NULL;
          else
            {
              self->value = value;
              self->has_value = TRUE;
              self->at = end;
            }
        }
    }
  *delta = self->value;
  return self->has_value;
}

static double
natural_width (gunichar c)
{
  return g_unichar_iswide (c) || c == 0x2014 || c == 0x2015 ? 1 : 0.5;
}

/* What is mirrored is another number. */
static gboolean
is_doubtful (const xmlNode *object, const Matrix *matrix)
{
  return matrix->m[0] * matrix->m[3] < matrix->m[1] * matrix->m[2] || nb_ofd_is_doubtful (object);
}

/* A text object under way. */
typedef struct
{
  const Page *page;
  const xmlNode *object;
  Matrix matrix;
  Matrix straight; /* and to how the page is read */
  NbBox bounds; /* on the page */
  gboolean is_doubtful;
  double x, y; /* of the next letter */
} Text;

/* Nothing is seen of an object beyond its bounds: whether the middle of the letter is there. */
static gboolean
is_cut (const Text *self, NbBox letter)
{
  const double x = letter.x + letter.width / 2 - self->bounds.x;
  const double y = letter.y + letter.height / 2 - self->bounds.y;

  return x < 0 || y < 0 || x > self->bounds.width || y > self->bounds.height;
}

static void
add_code (Text *self, const xmlNode *code)
{
  g_autofree char *text = nb_xml_dup_text (code);
  g_autofree char *delta_x = nb_xml_dup_get (code, "DeltaX");
  g_autofree char *delta_y = nb_xml_dup_get (code, "DeltaY");
  Deltas across = { .at = delta_x }, down = { .at = delta_y };
  double size = get_number (self->object, "Size", 0), scale = get_number (self->object, "HScale", 1);

  /* A code without a place of its own goes on from the one before. */
  self->x = get_number (code, "X", self->x);
  self->y = get_number (code, "Y", self->y);
  if (!(size > 0) || !(scale > 0))
    return;
  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      double width = natural_width (g_utf8_get_char (p)) * size * scale, delta;
      NbBox letter = { self->x, self->y - ASCENT * size, width, size };
      gboolean cut = is_cut (self, transform_box (&self->matrix, letter));
      gboolean is_lost = g_unichar_isdigit (g_utf8_get_char (p)) && (self->is_doubtful || cut);

      if (cut && self->page->is_turned)
        nb_layout_mark_leaning (self->page->layout);
      nb_layout_add_text (self->page->layout, is_lost ? NB_TEXT_LOST : p, is_lost ? -1 : next - p,
                          transform_box (&self->straight, letter));
      if (next_delta (&across, &delta))
        self->x += delta;
      else if (delta_y == NULL)
        self->x += width;
      self->y += next_delta (&down, &delta) ? delta : 0;
      p = next;
    }
}

static void
add_text (const Page *page, const xmlNode *object)
{
  Text text = { .page = page, .object = object, .matrix = get_matrix (page, object) };

  if (nb_ofd_is_unseen (object))
    return;
  text.straight = multiply (&page->straight, &text.matrix);
  text.is_doubtful = is_doubtful (object, &text.matrix);
  text.bounds = get_bounds (page, object);
  for (const xmlNode *node = object->children; node != NULL; node = node->next)
    if (nb_xml_is (node, "TextCode"))
      add_code (&text, node);
}

typedef struct
{
  const Page *page;
  const Matrix *matrix;
  gboolean stroked;
  double start_x, start_y; /* of the figure at hand */
  double x, y;
  double low_x, low_y, high_x, high_y; /* of the whole path, on the page */
  gboolean is_straight;
  gboolean is_down;      /* a figure is under way */
  guint n_figures;
  double corners[MOST_CORNERS][2]; /* of the first ones, on the page */
  guint n_corners;
} Pen;

static void
stretch (Pen *self, double x, double y)
{
  self->low_x = MIN (self->low_x, x);
  self->low_y = MIN (self->low_y, y);
  self->high_x = MAX (self->high_x, x);
  self->high_y = MAX (self->high_y, y);
}

static void
add_corner (Pen *self, double x, double y)
{
  if (self->n_corners < MOST_CORNERS)
    {
      self->corners[self->n_corners][0] = x;
      self->corners[self->n_corners][1] = y;
    }
  self->n_corners++;
}

static void
begin_figure (Pen *self, double x, double y)
{
  if (self->is_down)
    return;
  self->is_down = TRUE;
  self->n_figures++;
  add_corner (self, x, y);
}

/* Whether two corners that follow each other are apart along this axis only. */
static gboolean
is_along (const Pen *self, guint from, guint axis)
{
  const double *a = self->corners[from], *b = self->corners[(from + 1) % (MOST_CORNERS - 1)];

  return fabs (b[axis] - a[axis]) > CROOKED && fabs (b[1 - axis] - a[1 - axis]) <= CROOKED;
}

/* Whether the path is one rectangle along the axes. */
static gboolean
is_rectangle (const Pen *self)
{
  const double *first = self->corners[0], *last = self->corners[MOST_CORNERS - 1];
  gboolean comes_back = self->n_corners == MOST_CORNERS && fabs (last[0] - first[0]) <= CROOKED && fabs (last[1] - first[1]) <= CROOKED;
  guint axis = is_along (self, 0, 0) ? 0 : 1;

  if (!self->is_straight || self->n_figures != 1 || (self->n_corners != MOST_CORNERS - 1 && !comes_back))
    return FALSE;
  for (guint i = 0; i < MOST_CORNERS - 1; i++)
    if (!is_along (self, i, (axis + i) % 2))
      return FALSE;
  return TRUE;
}

static void
move_to (Pen *self, double x, double y, gboolean draws)
{
  double x0, y0, x1, y1;

  transform (self->matrix, self->x, self->y, &x0, &y0);
  transform (self->matrix, x, y, &x1, &y1);
  if (draws)
    {
      begin_figure (self, x0, y0);
      if (hypot (x1 - x0, y1 - y0) > CROOKED)
        add_corner (self, x1, y1);
      stretch (self, x0, y0);
      stretch (self, x1, y1);
      if (self->stroked)
        {
          nb_layout_add_line (self->page->layout, x0, y0, x1, y1);
          nb_layout_add_slant (self->page->layout, x0, y0, x1, y1);
        }
    }
  else
    {
      self->is_down = FALSE;
      self->start_x = x;
      self->start_y = y;
    }
  self->x = x;
  self->y = y;
}

/* Runs over "M x y L x y … C". Curves only lead to where they end. */
static void
draw (Pen *self, const char *data)
{
  static const struct
  {
    char operation;
    guint8 n_numbers;
  } operations[] = { { 'S', 2 }, { 'M', 2 }, { 'L', 2 }, { 'C', 0 }, { 'Q', 4 }, { 'B', 6 }, { 'A', 7 } };
  double numbers[7];

  while (*(data += strspn (data, " \t\r\n,")) != '\0')
    {
      guint n = 0;
      gboolean known = FALSE;
      char operation = *data++;

      for (gsize i = 0; i < G_N_ELEMENTS (operations) && !known; i++)
        {
          known = operations[i].operation == operation;
          n = operations[i].n_numbers;
        }
      if (!known || nb_ofd_read_numbers (data, numbers, n) < n)
        return;
      for (guint i = 0; i < n; i++)
        {
          char *end;

          g_ascii_strtod (data, &end);
          data = end;
        }
      if (operation == 'C')
        move_to (self, self->start_x, self->start_y, TRUE);
      else if (operation == 'L')
        move_to (self, numbers[0], numbers[1], TRUE);
      else if (n == 2)
        move_to (self, numbers[0], numbers[1], FALSE);
      else
        {
          self->is_straight = FALSE;
          self->x = numbers[n - 2];
          self->y = numbers[n - 1];
        }
    }
}

static void
add_path (const Page *page, const xmlNode *object)
{
  Matrix placed = get_matrix (page, object), matrix = multiply (&page->straight, &placed);
  g_autofree char *data = nb_xml_dup_text (nb_xml_find (object, "AbbreviatedData"));
  gboolean stroked = get_flag (object, "Stroke", TRUE);
  Pen pen = { .page = page,
              .matrix = &matrix,
              .stroked = stroked,
              .low_x = INFINITY,
              .low_y = INFINITY,
              .high_x = -INFINITY,
              .high_y = -INFINITY,
              .is_straight = TRUE };
  NbBox box;

  draw (&pen, data);
  box = (NbBox){ pen.low_x, pen.low_y, pen.high_x - pen.low_x, pen.high_y - pen.low_y };
  if (!get_flag (object, "Fill", FALSE) || !pen.is_straight || !(pen.low_x <= pen.high_x))
    return;
  if (!stroked)
    nb_layout_add_rectangle (page->layout, box, TRUE);
  if (is_rectangle (&pen) && !page->is_clear && nb_ofd_is_opaque (object))
    nb_layout_cover (page->layout, intersect (box, transform_box (&page->straight, get_bounds (page, object))));
}

static void
add_picture (const Page *page, const xmlNode *object)
{
  NbBox box;

  if (get_boundary (object, &box))
    nb_layout_add_picture (page->layout, transform_box (&page->straight, transform_box (&page->matrix, box)));
}

static void add_objects (const Page *page, const xmlNode *parent);

/* What an object shows cannot be told: whatever stands there is unreadable, in each cell that it reaches into. */
static void
add_unreadable (const Page *page, const xmlNode *object)
{
  NbBox box = transform_box (&page->straight, get_bounds (page, object));
  guint n_across = (guint) CLAMP (box.width / MARKS_APART, 1, MOST_MARKS);
  guint n_down = (guint) CLAMP (box.height / MARKS_APART, 1, MOST_MARKS);

  for (guint i = 0; i < n_across * n_down; i++)
    {
      double x = box.x + box.width * (i % n_across + 0.5) / n_across;
      double y = box.y + box.height * (i / n_across + 0.5) / n_down;

      nb_layout_add_text (page->layout, NB_TEXT_LOST, -1, (NbBox){ x - MARK_WIDTH / 2, y - MARK_HEIGHT / 2, MARK_WIDTH, MARK_HEIGHT });
    }
}

static void
add_unit (const Page *page, const xmlNode *object)
{
  const xmlNode *content = nb_ofd_units_find (page->units, object);
  Page inner = *page;

  if (nb_ofd_is_hidden (object))
    return;
  if (content == NULL || ++inner.depth > DEEPEST_UNIT)
    {
      add_unreadable (page, object);
      return;
    }
  inner.matrix = get_matrix (page, object);
  inner.bounds = get_bounds (page, object);
  inner.is_clear |= !nb_ofd_is_whole (object);
  add_objects (&inner, content);
}

static void
add_object (const Page *page, const xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE || !get_flag (node, "Visible", TRUE))
    return;
  if (nb_xml_is (node, "TextObject"))
    add_text (page, node);
  else if (nb_xml_is (node, "PathObject"))
    add_path (page, node);
  else if (nb_xml_is (node, "ImageObject"))
    add_picture (page, node);
  else if (nb_xml_is (node, "CompositeObject"))
    add_unit (page, node);
  else if (nb_xml_is (node, "Layer") || nb_xml_is (node, "PageBlock"))
    add_objects (page, node);
}

static void
add_objects (const Page *page, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (!nb_ofd_units_count (page->units))
        return;
      add_object (page, node);
    }
}

/* Where a layer lies, whatever its place in the file. */
static int
get_level (const xmlNode *layer)
{
  g_autofree char *type = nb_xml_dup_get (layer, "Type");

  return g_strcmp0 (type, "Background") == 0 ? -1 : g_strcmp0 (type, "Foreground") == 0;
}

/* Turns a page back around its middle, so that all of it stands right of and below the corner. */
static Matrix
make_straight (const NbBox *paper, double angle, double *width, double *height)
{
  double c = cos (angle), s = sin (angle);

  *width = paper->width * fabs (c) + paper->height * fabs (s);
  *height = paper->width * fabs (s) + paper->height * fabs (c);
  return (Matrix){ { c, -s, s, c, (*width - paper->width * c - paper->height * s) / 2,
                     (*height + paper->width * s - paper->height * c) / 2 } };
}

/**
 * nb_ofd_begin_page:
 * @layout: a layout
 * @paper: where a page begins and ends
 * @angle: by which it is turned, clockwise, in radians
 *
 * Begins a page, as it is without being turned.
 */
void
nb_ofd_begin_page (NbLayout *layout, const NbBox *paper, double angle)
{
  double width, height;

  make_straight (paper, angle, &width, &height);
  nb_layout_begin_page (layout, width, height);
}

/**
 * nb_ofd_add_page:
 * @layout: a layout with a page
 * @page: a page element, or that of a template
 * @paper: where the page begins and ends
 * @angle: by which it is turned, clockwise, in radians
 * @units: what objects of the page stand for
 *
 * Adds what stands on a page.
 */
void
nb_ofd_add_page (NbLayout *layout, const xmlNode *page, const NbBox *paper, double angle, NbOfdUnits *units)
{
  double width, height;
  Page self = {
    .layout = layout,
    .matrix = { { 1, 0, 0, 1, -paper->x, -paper->y } },
    .straight = make_straight (paper, angle, &width, &height),
    .is_turned = angle != 0,
    .units = units,
    .bounds = { 0, 0, paper->width, paper->height },
  };
  const xmlNode *content = nb_xml_find (page, "Content");

  for (int level = -1; level <= 1; level++)
    for (const xmlNode *node = content != NULL ? content->children : NULL; node != NULL; node = node->next)
      if (nb_ofd_units_count (units) && get_level (node) == level)
        add_object (&self, node);
}
