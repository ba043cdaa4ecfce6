/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DOCX: small ones as lists of pieces, and whole reports written in several dialects and read again. */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "document/nb-xml.h"
#include "nb-test-docx.h"
#include "nb-test-html.h"
#include "nb-test-package.h"

#include <glib/gstdio.h>
#include <string.h>

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P (text) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define MARK(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define LIST(properties)                                                                                               \
  "<w:r>" properties "<w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"8\"/>" \
  "<w:listEntry w:val=\"12\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
#define DRAWN(instruction) MARK ("begin") "<w:r><w:instrText>" instruction "</w:instrText></w:r>" MARK ("end")

#define WHITE(text) "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>" text "</w:t></w:r></w:p>"
#define LISTED "<w:tc><w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc>"

typedef struct
{
  const char *name;
  const char *body;
  const char *expected;
} Case;

static const Case cases[] = {
  { "paragraphs", P ("甲") "<w:p/>" P (" 乙 丙 "), "- 甲\n- 乙 丙\n" },
  { "split-runs", "<w:p><w:r><w:t>4</w:t></w:r><w:proofErr/><w:r><w:t>13</w:t></w:r><w:bookmarkStart/><w:r><w:t>75</w:t></w:r></w:p>",
    "- 41375\n" },
  { "preserved-blanks", "<w:p><w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b</w:t></w:r></w:p>",
    "- a b\n" },
  { "breaks", "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/><w:t>丙</w:t></w:r></w:p>",
    "- 甲\n- 乙\n- 丙\n" },
  { "tabs", "<w:p><w:r><w:t>规章</w:t><w:tab/><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r></w:p>"
            "<w:p><w:r><w:tab/><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>",
    "S^R 规章\nSR 1\nSR 2\n- 甲 乙\n" },
  { "special-characters",
    "<w:p><w:r><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/><w:t>0</w:t></w:r></w:p>"
    "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F037\"/><w:sym w:font=\"Wingdings\" w:char=\"F037\"/></w:r></w:p>",
    "- -50\n- 7□\n" },
  { "hyperlinks-and-fields",
    "<w:p><w:hyperlink r=\"x\"><w:r><w:t>链</w:t></w:r></w:hyperlink><w:fldSimple w:instr=\"DATE\"><w:r><w:t>接</w:t></w:r></w:fldSimple></w:p>"
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>99</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    "<w:r><w:t>件</w:t></w:r></w:p>",
    "- 链接\n- 12件\n" },
  { "field-without-end",
    "<w:tbl>" TR (TC ("", "甲") "<w:tc><w:p><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:tc>" TC ("", "2")) "</w:tbl>"
    "<w:p><w:r><w:t>乙</w:t><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>PAGE</w:t></w:r></w:p>" P ("丙"),
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 2\n- 乙\n- 丙\n" },
  { "choice",
    "<w:p>" LIST ("") MARK ("end") "<w:r><w:t>件</w:t></w:r></w:p><w:p>" LIST ("") MARK ("separate") MARK ("end") "</w:p>"
    "<w:p>" LIST ("") "</w:p>",
    "- 12件\n- 12\n- 12\n" },
  { "choice-with-result",
    "<w:p>" LIST ("") MARK ("separate") "<w:r><w:t>12</w:t></w:r>" MARK ("end") "<w:r><w:t>件</w:t></w:r></w:p>",
    "- 12件\n" },
  { "hidden-choice", "<w:p>" LIST ("<w:rPr><w:vanish/></w:rPr>") MARK ("end") "<w:r><w:t>件</w:t></w:r></w:p>", "- 件\n" },
  { "position", "<w:p><w:r><w:t>86</w:t></w:r><w:r><w:rPr><w:position w:val=\"8\"/></w:rPr><w:t>1</w:t></w:r></w:p>"
                "<w:p><w:r><w:t>8</w:t></w:r><w:r><w:rPr><w:position w:val=\"0\"/></w:rPr><w:t>6</w:t></w:r></w:p>",
    "- 86 1\n- 86\n" },
  { "formula-parts", "<w:p><m:oMath><m:f><m:num><m:r><m:t>86</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>"
                     "<w:p><m:oMath><m:sSup><m:e><m:r><m:t>8</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>",
    "- 86 2\n- 8 2\n" },
  { "drawn-from-instruction",
    "<w:p>" DRAWN (" EQ \\o(5)") "</w:p><w:p>" DRAWN (" eq \\o\\ac(○,5)") "</w:p>"
    "<w:p><w:r><w:t>3</w:t></w:r>" DRAWN ("</w:instrText><w:instrText> E</w:instrText></w:r><w:r><w:instrText>Q") "</w:p>"
    "<w:p>" DRAWN ("SYMBOL 53") "</w:p><w:p><w:fldSimple w:instr=\"EQ \\o(5)\"/></w:p>"
    "<w:p>" DRAWN ("QUOTE EQ") "<w:r><w:t>乙</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:fldSimple w:instr=\"EQ 1\"/></w:p>",
    "- �\n- �\n- 3�\n- �\n- �\n- 乙\n" },
  { "narrow", "<w:p><w:r><w:t>86</w:t></w:r><w:r><w:rPr><w:w w:val=\"1\"/></w:rPr><w:t>1</w:t></w:r></w:p>", "- 86 �\n" },
  { "small-picture-for-a-number",
    "<w:tbl>" TR (TC ("", "甲") TC ("", "1")) TR (TC ("", "乙") "<w:tc><w:p><w:r><w:pict><v:shape style=\"width:9pt\"><wp:extent cx=\"300000\" cy=\"200000\"/>"
    "<v:imagedata/></v:shape></w:pict></w:r></w:p></w:tc>") "</w:tbl>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSRI 0:1,1 \n" },
  { "speck", "<w:p><w:r><w:t>86</w:t></w:r><w:r><w:rPr><w:sz w:val=\"2\"/></w:rPr><w:t>1</w:t></w:r></w:p>", "- 86 �\n" },
  { "white",
    "<w:tbl><w:tr><w:tc>" WHITE ("12") "</w:tc><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"002060\"/></w:tcPr>" WHITE ("13") "</w:tc>"
    TC ("", "14") "</w:tr></w:tbl><w:tbl><w:tblPr><w:tblStyle w:val=\"x\"/></w:tblPr>" TR ("<w:tc>" WHITE ("15") "</w:tc>" TC ("", "16")) "</w:tbl>" WHITE ("甲"),
    "CS^R 0:0,0 �\nCSR 0:0,1 13\nCSR 0:0,2 14\nCS^R 1:0,0 15\nCSR 1:0,1 16\n- 甲\n" },
  { "dingbats", "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>12</w:t><w:t>甲</w:t></w:r></w:p>", "- �甲\n" },
  { "turned", "<w:p><w:bdo w:val=\"rtl\"><w:r><w:t>12</w:t></w:r></w:bdo><w:bdo w:val=\"ltr\"><w:r><w:t>34</w:t></w:r></w:bdo></w:p>",
    "- �34\n" },
  { "ruby-over-nothing",
    "<w:p><w:r><w:ruby><w:rt><w:r><w:t>12</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r></w:p>", "- �\n" },
  { "number-in-open-field",
    "<w:p>" MARK ("begin") "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>12</w:t></w:r></w:p>" P ("3")
    "<w:p>" MARK ("begin") "<w:r><w:t>=4</w:t></w:r>" MARK ("separate") "<w:r><w:t>4</w:t></w:r>" MARK ("end") "</w:p>",
    "- �\n- 3\n- 4\n" },
  { "symbols-for-digits",
    "<w:tbl>" TR (TC ("", "□甲") "<w:tc><w:p><w:r><w:t>1</w:t><w:sym w:font=\"Wingdings\" w:char=\"F037\"/></w:r></w:p></w:tc>") "</w:tbl>",
    "CS^R 0:0,0 □甲\nCSR 0:0,1 1�\n" },
  { "list-number-alone",
    "<w:tbl>" TR (LISTED TC ("", "甲") TC ("", "1")) TR (TC ("", "乙") LISTED TC ("", "2")) "</w:tbl>",
    "CS^R 0:0,0 \nCSR 0:0,1 甲\nCSR 0:0,2 1\nCS^R 0:1,0 乙\nCSR 0:1,1 �\nCSR 0:1,2 2\n" },
  { "other-parts",
    "<w:altChunk r:id=\"a\"/><w:tbl>" TR (TC ("", "1") "<w:tc><w:altChunk r:id=\"a\"/><w:p/></w:tc>") TR ("<w:tc><w:p><w:r><w:drawing><v:chart/></w:drawing></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:pict><v:shape><v:textpath string=\"12\"/></v:shape></w:pict></w:r></w:p></w:tc>") "</w:tbl>",
    "I \nCS^R 0:0,0 1\nCSR 0:0,1 �\nCS^RI 0:1,0 \nCSRI 0:1,1 \n" },
  { "deleted-paragraph-end",
    "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>" P ("后") P ("末"),
    "- 前后\n- 末\n" },
  { "notes", "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:annotationRef/></w:r></w:p>",
    "- 甲\n" },
  { "hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>2</w:t></w:r>"
              "<w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>3</w:t></w:r></w:p>",
    "- 2\n" },
  { "hidden-by-style", "<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:t>1</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>2</w:t></w:r></w:p>"
                       "<w:p><w:pPr><w:pStyle w:val=\"seen\"/></w:pPr><w:r><w:t>3</w:t></w:r></w:p>",
    "- 2\n- 3\n" },
  { "struck", "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>88</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>7</w:t></w:r>"
              "<w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>4137</w:t></w:r></w:p>",
    "- 4137\n" },
  { "seen-and-struck",
    "<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>1</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:pStyle w:val=\"based-on-struck\"/></w:pPr><w:r><w:t>2</w:t></w:r><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr>"
    "<w:t>3</w:t></w:r><w:r><w:rPr><w:dstrike w:val=\"0\"/></w:rPr><w:t>4</w:t></w:r></w:p>",
    "- 3\n" },
  { "apart", "<w:p><w:r><w:t>4137</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
             "<w:r><w:rPr><w:vertAlign w:val=\"baseline\"/></w:rPr><w:t>5</w:t></w:r></w:p>"
             "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>41</w:t></w:r>"
             "<m:oMath><m:r><m:t>9</m:t></m:r></m:oMath></w:p>",
    "- 4137 2 5\n- � 41 9\n" },
  { "styles",
    "<w:p><w:pPr><w:pStyle w:val=\"a3\"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:pStyle w:val=\"2\"/></w:pPr><w:r><w:t>一</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:pStyle w:val=\"based\"/></w:pPr><w:r><w:t>二</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>三</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:pStyle w:val=\"2\"/><w:outlineLvl w:val=\"9\"/></w:pPr><w:r><w:t>四</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:pStyle w:val=\"t1\"/></w:pPr><w:r><w:t>目</w:t></w:r></w:p>",
    "T 题\nH 一\nH 二\nH 三\n- 四\nF 目\n" },
  { "contents",
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> T</w:instrText></w:r>"
    "<w:r><w:instrText>oc \\o </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>一、总体情况</w:t><w:tab/><w:t>1</w:t></w:r></w:p>"
    P ("二、主动公开") "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" P ("正文")
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
    P ("三、收到") "</w:sdtContent></w:sdt>",
    "F 一、总体情况 1\nF 二、主动公开\n- 正文\nF 三、收到\n" },
  { "spans",
    "<w:tbl>" TR (TC ("<w:gridSpan w:val=\"2\"/>", "甲") TC ("<w:vMerge w:val=\"restart\"/>", "乙"))
    TR (TC ("", "1") TC ("", "2") TC ("<w:vMerge/>", "没有")) TR (TC ("", "3") TC ("", "") TC ("", "5")) "</w:tbl>",
    "CS^R 0:0,0,1x2 甲\nCSR 0:0,2,2x1 乙\nCS^R 0:1,0 1\nCSR 0:1,1 2\nCS^R 0:2,0 3\nCSR 0:2,1 \nCSR 0:2,2 5\n" },
  { "left-out-columns",
    "<w:tbl>" TR (TC ("", "甲") TC ("", "1"))
    "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" TC ("", "2") "</w:tr></w:tbl>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,1 2\n" },
  { "merge-from-nothing", "<w:tbl>" TR (TC ("<w:vMerge/>", "甲") TC ("", "1")) TR (TC ("", "乙") TC ("<w:vMerge/>", "2")) "</w:tbl>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n" },
  { "nested",
    "<w:tbl>" TR ("<w:tc>" P ("前") "<w:tbl>" TR (TC ("", "甲") TC ("", "1")) "</w:tbl>" P ("后") "</w:tc>") "</w:tbl>",
    "- 前\nCS^R 0:0,0 甲\nCSR 0:0,1 1\n- 后\n" },
  { "paragraphs-in-cells", "<w:tbl>" TR ("<w:tc>" P ("商业") P ("企业") "<w:p/></w:tc>" TC ("", "1")) "</w:tbl>",
    "CS^R 0:0,0 商业 企业\nCSR 0:0,1 1\n" },
  { "inserted-and-deleted",
    "<w:tbl><w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>" TC ("", "甲") TC ("", "1") "</w:tr>"
    "<w:tr><w:trPr><w:del w:id=\"2\"/></w:trPr>" TC ("", "乙") TC ("", "2") "</w:tr>"
    TR (TC ("", "丙") TC ("<w:cellDel w:id=\"3\"/>", "3") TC ("", "4")) "</w:tbl>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 丙\nCSR 0:1,1 4\n" },
  { "pictures",
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"5000000\" cy=\"3000000\"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"500000\" cy=\"300000\"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    "<w:tbl>" TR (TC ("", "甲") "<w:tc><w:p><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p></w:tc>") "</w:tbl>",
    "I \nCS^R 0:0,0 甲\nCSRI 0:0,1 \n" },
  { "unknown-alternative",
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"zz9\"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>",
    "- 旧\n" },
};

static const char styles[] =
    "<w:style w:styleId=\"a3\"><w:name w:val=\"Title\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
    "<w:style w:styleId=\"2\"><w:name w:val=\"heading 2\"/></w:style>"
    "<w:style w:styleId=\"based\"><w:name w:val=\"own\"/><w:basedOn w:val=\"2\"/></w:style>"
    "<w:style w:styleId=\"ring\"><w:name w:val=\"ring\"/><w:basedOn w:val=\"ring\"/></w:style>"
    "<w:style w:styleId=\"t1\"><w:name w:val=\"toc 1\"/></w:style>"
    "<w:style w:styleId=\"seen\"><w:basedOn w:val=\"h\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:style>"
    "<w:style w:styleId=\"based-on-struck\"><w:basedOn w:val=\"s\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:style>"
    "<w:style w:styleId=\"s\"><w:rPr><w:strike/></w:rPr></w:style>"
    "<w:style w:styleId=\"h\"><w:name w:val=\"h\"/><w:rPr><w:vanish/></w:rPr></w:style>";

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = nb_test_docx_new (c->body, styles);

  nb_test_assert_reads (bytes, c->expected);
}

static const NbTestDialect dialects[] = {
  { "plain", 0 },
  { "strict", NB_TEST_DOCX_STRICT },
  { "runs", NB_TEST_DOCX_RUNS },
  { "changes", NB_TEST_DOCX_CHANGES },
  { "controls", NB_TEST_DOCX_CONTROLS },
  { "boxes", NB_TEST_DOCX_BOXES },
  { "old-merging", NB_TEST_DOCX_HMERGE },
  { "layout", NB_TEST_DOCX_LAYOUT },
  { "paragraphs", NB_TEST_DOCX_PARAGRAPHS },
  { "prefix", NB_TEST_DOCX_PREFIX },
  { "fields", NB_TEST_DOCX_FIELDS },
  { "hidden", NB_TEST_DOCX_HIDDEN },
  { "all", 0xfff & ~(guint) NB_TEST_DOCX_LAYOUT },
};

static void
test_properties (void)
{
  g_autoptr (GBytes) bytes = nb_test_zip (
      "word/document.xml",
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" P ("甲") "</w:body></w:document>",
      "docProps/core.xml",
      "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"urn:dc\" xmlns:dcterms=\"urn:t\"><dc:title> 题 </dc:title>"
      "<dcterms:created>2024-01-02T03:04:05Z</dcterms:created></cp:coreProperties>",
      NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
  const NbMeta *metas;
  guint n;

  g_assert_no_error (error);
  metas = nb_document_get_metas (document, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (metas[0].name, ==, "dc:title");
  g_assert_cmpstr (metas[0].content, ==, "题");
  g_assert_cmpstr (metas[1].name, ==, "dcterms:created");
}

/* Parts of other names, as some writers have them. */
static void
test_other_names (void)
{
  static const char document[] =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" P ("甲") "</w:body></w:document>";
  static const char relations[] =
      "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"word/document2.xml\"/></Relationships>";
  g_autoptr (GBytes) second = nb_test_zip ("_rels/.rels", relations, "word/document2.xml", document, NULL);
  g_autoptr (GBytes) strokes = nb_test_zip ("word\\document.xml", document, NULL);
  g_autoptr (GBytes) other = nb_test_zip ("a.txt", "x", NULL);
  GBytes *const good[] = { second, strokes };
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (NbDocument) read = nb_test_read (good[i], &error);
      g_autofree char *dump = NULL;

      g_assert_no_error (error);
      dump = nb_test_html_dump (read);
      g_assert_cmpstr (dump, ==, "- 甲\n");
    }
  none = nb_test_read (other, &error);
  g_assert_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED);
}

/* NB_LIMIT_XML_NESTING: the sentence is ours, whatever libxml2 would say. */
static void
test_limit_nesting (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < NB_LIMIT_XML_NESTING; i++)
    g_string_append (body, "<w:sdt>");
  for (guint i = 0; i < NB_LIMIT_XML_NESTING; i++)
    g_string_append (body, "</w:sdt>");
  bytes = nb_test_docx_new (body->str, NULL);
  nb_test_assert_refused (bytes, NB_ERROR_LIMIT, "nested too deeply (limit 200)");
}

/* NB_LIMIT_ATTRIBUTES: libxml2 would take minutes for a million. What looks like them elsewhere is none. */
static void
test_limit_attributes (void)
{
  g_autoptr (GString) many = g_string_new ("<w:p");
  g_autoptr (GString) text = g_string_new ("<w:p><w:r><w:t>甲");
  g_autoptr (GBytes) refused = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbDocument) read = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= NB_LIMIT_ATTRIBUTES; i++)
    {
      g_string_append_printf (many, " a%u='>'", i);
      g_string_append (text, "<![CDATA['<' \"<b\"]]><!-- <a '' --><?x <b ''?>");
    }
  g_string_append (many, "/>");
  g_string_append (text, "</w:t></w:r></w:p>");
  refused = nb_test_docx_new (many->str, NULL);
  nb_test_assert_refused (refused, NB_ERROR_LIMIT, "too many attributes (limit 256)");
  bytes = nb_test_docx_new (text->str, NULL);
  read = nb_test_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_nonnull (read);
}

/* A part in UTF-16 is read; one in a charset that may hide its signs is refused, and nothing is told on the way. */
static void
test_charsets (void)
{
  static const char plain[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a b=\"1\">\347\224\262</a>";
  static const char hidden[] = "<?xml version='1.0' encoding='UTF-7'?><a/>";
  static const char wrong[] = "<?xml version='1.0' encoding='GB18030'?><a>\347\224\262\377</a>";
  gsize length = 0;
  char *wide = g_convert (plain, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (wide, length);
  g_autoptr (GBytes) other = g_bytes_new_static (hidden, strlen (hidden));
  g_autoptr (GBytes) damaged = g_bytes_new_static (wrong, strlen (wrong));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbXmlDoc) doc = nb_xml_parse (bytes, "a.xml", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = nb_xml_dup_text (xmlDocGetRootElement (doc));
  g_assert_cmpstr (text, ==, "\347\224\262");
  g_assert_null (nb_xml_parse (other, "a.xml", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "UTF-8"));
  g_clear_error (&error);
  g_assert_null (nb_xml_parse (damaged, "a.xml", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_DAMAGED);
}

/* NB_LIMIT_ELEMENTS holds for XML as well. */
static void
test_limit_elements (void)
{
  g_autoptr (GString) xml = g_string_new ("<w:document xmlns:w=\"x\">");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) read = NULL;

  for (guint i = 0; i < NB_LIMIT_ELEMENTS / 2; i++)
    g_string_append_printf (xml, "<w:p a=\"%u\"/>", i);
  g_string_append (xml, "</w:document>");
  bytes = nb_test_zip ("word/document.xml", xml->str, NULL);
  read = nb_test_read (bytes, &error);
  g_assert_null (read);
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
}

static void
assert_refused (const char *document, NbError code, const char *words)
{
  g_autoptr (GBytes) bytes = nb_test_zip ("word/document.xml", document, NULL);
  gint64 start = g_get_monotonic_time ();

  nb_test_assert_refused (bytes, code, words);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 100000);
}

static void
test_damaged (void)
{
  assert_refused ("", NB_ERROR_DAMAGED, "word/document.xml");
  assert_refused ("no xml", NB_ERROR_DAMAGED, "line 1");
  assert_refused ("<w:document xmlns:w=\"x\"><w:body>", NB_ERROR_DAMAGED, "word/document.xml");
  assert_refused ("<a/>", NB_ERROR_DAMAGED, "no text body");
}

/* case-41, case-42: a document type is refused before anything in it is looked at. */
static void
test_document_type (void)
{
  GString *laughs = g_string_new ("<!DOCTYPE w [<!ENTITY a0 \"ha\">");

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (laughs, "<!ENTITY a%u \"&a%u;&a%u;&a%u;&a%u;\">", i, i - 1, i - 1, i - 1, i - 1);
  g_string_append (laughs, "]><w>&a39;</w>");
  assert_refused (laughs->str, NB_ERROR_REFUSED, "document type");
  g_string_free (laughs, TRUE);
  assert_refused ("<!DOCTYPE w SYSTEM \"http://127.0.0.1:9/x\"><w/>", NB_ERROR_REFUSED, "document type");
  assert_refused ("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w>&x;</w>", NB_ERROR_REFUSED, "document type");
}

/* A DOCX that another program has written. */
static void
test_libreoffice (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL, *html = NULL, *docx = NULL, *profile = NULL;
  g_autoptr (NbDocument) sample = NULL;
  g_autoptr (NbDocument) document = NULL;
  g_autoptr (NbSource) source = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  sample = nb_test_sample ("yunxi-2024.html");
  html = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html", NULL);
  folder = g_dir_make_tmp ("nianbao-XXXXXX", &error);
  g_assert_no_error (error);
  profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  {
    const char *const argv[] = { program, profile, "--headless", "--writer", "--convert-to", "docx:MS Word 2007 XML",
                                 "--outdir", folder, html, NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                                 NULL, NULL, NULL, &status, &error));
  }
  g_assert_no_error (error);
  docx = g_build_filename (folder, "yunxi-2024.docx", NULL);
  source = nb_source_load (docx, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  document = nb_document_read (source, NULL, &error);
  g_assert_no_error (error);
  nb_test_assert_same_figures (sample, document);
  g_remove (docx);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/docx/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  nb_test_add_dialects ("/nianbao/docx/case-38/", nb_test_docx_write, dialects, G_N_ELEMENTS (dialects));
  g_test_add_func ("/nianbao/docx/properties", test_properties);
  g_test_add_func ("/nianbao/docx/other-names", test_other_names);
  g_test_add_func ("/nianbao/docx/limit-elements", test_limit_elements);
  g_test_add_func ("/nianbao/docx/limit-nesting", test_limit_nesting);
  g_test_add_func ("/nianbao/docx/limit-attributes", test_limit_attributes);
  g_test_add_func ("/nianbao/docx/charsets", test_charsets);
  g_test_add_func ("/nianbao/docx/damaged", test_damaged);
  g_test_add_func ("/nianbao/docx/case-41-42-document-type", test_document_type);
  g_test_add_func ("/nianbao/docx/libreoffice", test_libreoffice);

  return g_test_run ();
}
