package markup

import (
	"context"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// readOne reads a source of one article.
func readOne(t *testing.T, format articles.Format, name, data string) articles.Article {
	t.Helper()
	list, mine, err := format.Read(t.Context(), articles.NewSource(name, []byte(data)))
	if err != nil || !mine || len(list) != 1 {
		t.Fatalf("%d articles, %t, %v", len(list), mine, err)
	}
	return list[0]
}

// What a text in Org mode says is in Markdown as it was, and what is said of it is no text.
func TestOrg(t *testing.T) {
	t.Parallel()
	const head = "#+TITLE: البئر\n#+AUTHOR: هند\n#+date: <2024-11-05 Tue>\n#+FILETAGS: :ماء:\n\n"
	for name, c := range map[string]struct{ in, want string }{
		"headings":       {"* باب :وسم:\n:PROPERTIES:\n:ID: 1\n:END:\n** TODO [#A] فرع [1/2]\nSCHEDULED: <2024-11-05 Tue>\nنص", "## باب\n\n### فرع\n\nنص"},
		"what is hidden": {"* COMMENT سر\nنص\n** فرعه\nنص\n* ملحق :noexport:\nنص\n* باب\n# تعليق\nنص", "## باب\n\nنص"},
		"marks":          {"/مائل/ و*ثخين* _خط_ =a*b= ~c~ +محذوف+ *a* /b/ 1/2/3 a*b*c", "*مائل* و**ثخين** خط `a*b` `c` ~~محذوف~~ **a** *b* 1/2/3 a\\*b\\*c"},
		"links":          {"[[https://a.example/x][الماء]] و[[https://a.example/y]] https://a.example/z، [[*باب]] [[file:b.org][ب]]", "[الماء](<https://a.example/x>) و<https://a.example/y> <https://a.example/z>، باب [ب](<b.org>)"},
		"notes":          {"نص[fn:1] آخر[fn:: في السطر]\n\n* Footnotes\n[fn:1] حاشية", "نص[^1] آخر ( في السطر)\n\n[^1]: حاشية"},
		"lists":          {"مقدمة\n- بند\n  تتمته\n- [X] تم\n  - فرع\n1) أول\n+ مصطلح :: معناه", "مقدمة\n\n- بند\n  تتمته\n- [x] تم\n  - فرع\n1. أول\n- **مصطلح**: معناه"},
		"blocks":         {"#+begin_quote\nقول\n#+end_quote\n#+BEGIN_SRC go :x y\na := 1\n* b\n#+END_SRC\n#+begin_verse\nصدر\nعجز\n#+end_verse\n#+begin_export html\n<b>\n#+end_export\n: حرفي\n#+begin_center\nوسط\n#+end_center", "> قول\n\n```go\na := 1\n* b\n```\n\nصدر\\\nعجز\n\n```\nحرفي\n```\n\nوسط"},
		"a table":        {"| اسم | عدد |\n|-----+-----|\n| قلم | 5 |\n#+CAPTION: صورة\n[[file:a.png]]", "| اسم | عدد |\n|---|---|\n| قلم | 5 |\n\n![صورة](<a.png>)"},
		"what is open":   {"#+begin_src\nنص\n:DRAWER:\nآخر", "نص\n:DRAWER:\nآخر"},
	} {
		a := readOne(t, Org, "a.org", head+c.in)
		if a.Title != "البئر" || a.Author != "هند" || a.Published.Format("2006-01-02") != "2024-11-05" || a.Section != "ماء" {
			t.Errorf("%s: %+v", name, a)
		}
		if a.Body != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, a.Body, c.want)
		}
	}
	if a := readOne(t, Org, "a.org", "* البئر\nماء\n** فرع\nنص"); a.Title != "البئر" || a.Body != "ماء\n\n## فرع\n\nنص" {
		t.Errorf("%q: %s", a.Title, a.Body)
	}
	if _, mine, _ := Org.Read(t.Context(), articles.NewSource("a.txt", []byte("* نجمة\n\nنص"))); mine {
		t.Error("a text is taken for Org")
	}
	if _, mine, _ := Org.Read(t.Context(), articles.NewSource("a.txt", []byte("#+TITLE: البئر\n\nنص"))); !mine {
		t.Error("what says that it is Org is not known")
	}
}

// What a reStructuredText says is in Markdown as it was, and what is said of it is no text.
func TestRST(t *testing.T) {
	t.Parallel()
	const head = "=====\nالبئر\n=====\n\n:Author: هند\n:Date: 2024-11-05\n:Version: 2\n\n"
	for name, c := range map[string]struct{ in, want string }{
		"headings":      {"باب\n---\n\nنص\n\nفرع\n~~~\n\nباب آخر\n-------", "## باب\n\nنص\n\n### فرع\n\n## باب آخر"},
		"marks":         {"*مائل* و **ثخين** و ``a*b`` و :ref:`باب <x>` و |رمز| و \\*نجمة a_b", "*مائل* و **ثخين** و `a*b` و باب و رمز و \\*نجمة a\\_b"},
		"links":         {"`الماء <https://a.example/x>`_ و موقع_ و `موقع طويل`_. https://a.example/z\n\n.. _موقع: https://a.example/m\n.. _`موقع طويل`: https://a.example/n", "[الماء](<https://a.example/x>) و [موقع](<https://a.example/m>) و [موقع طويل](<https://a.example/n>). <https://a.example/z>"},
		"notes":         {"نص [1]_ وآخر [#a]_.\n\n.. [1] حاشية\n   طويلة\n.. [#a] أخرى\n.. تعليق\n   مخفي", "نص [^1] وآخر [^a].\n\n[^1]: حاشية طويلة\n\n[^a]: أخرى"},
		"lists":         {"* بند\n  تتمته\n\n  - فرع\n* ثان\n\n1. أول\n#. ثان", "- بند تتمته\n\n  - فرع\n- ثان\n\n1. أول\n1. ثان"},
		"definitions":   {"مصطلح\n   معناه", "**مصطلح**\n\nمعناه"},
		"directives":    {".. note:: انتبه\n\n   تنبيه\n\n.. code-block:: go\n   :linenos:\n\n   a := 1\n\n.. toctree::\n\n   a\n\n.. image:: a.png\n   :alt: صورة\n\n.. centered:: وسط", "> انتبه\n>\n> تنبيه\n\n```go\na := 1\n```\n\n![صورة](<a.png>)\n\nوسط"},
		"literal":       {"مثال::\n\n   حرفي\n     أكثر\n\nبعده", "مثال:\n\n```\nحرفي\n  أكثر\n```\n\nبعده"},
		"a quotation":   {"قال:\n\n   قول", "قال:\n\n> قول"},
		"verses":        {"| صدر\n| عجز", "صدر\\\nعجز"},
		"a table":       {"==== ====\nاسم  عدد\n==== ====\nقلم  5\n==== ====\n\nبعده", "| اسم | عدد |\n|---|---|\n| قلم | 5 |\n\nبعده"},
		"a grid":        {"+---+---+\n| أ | ب |\n+===+===+\n| 1 | 2 |\n|   | 3 |\n+---+---+", "| أ | ب |\n|---|---|\n| 1 | 2 3 |"},
		"a broken grid": {"==== ====\nاسم  عدد  ثالث\n==== ====", "```\n==== ====\nاسم  عدد  ثالث\n==== ====\n```"},
	} {
		a := readOne(t, RST, "a.rst", head+c.in)
		if a.Title != "البئر" || a.Author != "هند" || a.Published.Format("2006-01-02") != "2024-11-05" {
			t.Errorf("%s: %+v", name, a)
		}
		if a.Body != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, a.Body, c.want)
		}
	}
}

// FuzzMarkup reads any text without a fault.
func FuzzMarkup(f *testing.F) {
	for _, s := range []string{"* a\n#+begin_src\n", "*a* /b/ [[c]]", "a\n=\n", ".. a::\n   b", "==== ====\n", "`a`_ |b| \\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, format := range map[string]articles.Format{"a.org": Org, "a.rst": RST} {
			if _, _, err := format.Read(context.Background(), articles.NewSource(name, []byte(s))); err != nil && strings.Contains(err.Error(), "panic") {
				t.Error(err)
			}
		}
	})
}
