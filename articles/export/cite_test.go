package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// bibFields reads an entry as BibTeX does, for which a backslash before a brace means
// nothing, and returns its fields by their names. What follows the entry is an error.
func bibFields(t *testing.T, entry string) map[string]string {
	t.Helper()
	fields := map[string]string{}
	_, rest, _ := strings.Cut(strings.TrimSpace(entry), ",\n")
	for {
		rest = strings.TrimSpace(rest)
		if rest == "}" {
			return fields
		}
		name, value, ok := strings.Cut(rest, " = {")
		if !ok {
			t.Fatalf("no field where one should be: %q\n%s", rest, entry)
		}
		depth, end := 1, 0
		for end < len(value) && depth > 0 {
			switch value[end] {
			case '{':
				depth++
			case '}':
				depth--
			}
			end++
		}
		if depth > 0 {
			t.Fatalf("the field %s does not end:\n%s", name, entry)
		}
		if _, twice := fields[name]; twice {
			t.Errorf("the field %s stands twice", name)
		}
		fields[name] = value[:end-1]
		rest = strings.TrimPrefix(value[end:], ",")
	}
}

// Nothing that an article says, and nothing that a library from elsewhere holds, ends
// its field or its entry, or begins another one.
func TestBibTeXHoldsWhatItIsGiven(t *testing.T) {
	for _, hostile := range []string{
		`x}}, note = "INJECTED", annote = {{y`, "unbalanced } brace", "open { brace", `\`, `\}`, `\{`, "}\n\n@misc{other,\n  title = {x}\n}", "{}{", "a%b", "@", "", "}",
	} {
		honest := map[string]bool{
			"title": true, "author": true, "journal": true, "address": true, "url": true, "langid": true, "keywords": true, "abstract": true,
			"booktitle": true, "publisher": true, "year": true, "month": true, "date": true,
		}
		for _, kind := range []articles.Kind{"", articles.InBook} {
			entry := bibEntry(articles.JSON{
				ID: hostile, Title: hostile, Section: hostile, Source: hostile, Place: hostile, Author: hostile + "، " + hostile,
				Published: hostile, Lang: hostile, URL: "https://example.org/" + hostile, Summary: hostile,
				Related: []articles.RelatedJSON{{Kind: kind}},
			})
			for name := range bibFields(t, entry) {
				if !honest[name] {
					t.Errorf("%q makes a field %s:\n%s", hostile, name, entry)
				}
			}
		}
	}
}

func FuzzBibTeX(f *testing.F) {
	f.Add("عنوان", "سلمى، رفيقها", `x}}, note = {{`)
	f.Fuzz(func(t *testing.T, title, author, lang string) {
		fields := bibFields(t, bibEntry(articles.JSON{
			ID: "a", Title: "ت" + text.CleanLine(title), Author: text.CleanLine(author), Lang: text.CleanLine(lang),
		}))
		if fields["title"] == "" || len(fields) > 3 {
			t.Errorf("%q", fields)
		}
	})
}

// Several authors are several; a chapter is a part of its book.
func TestCitations(t *testing.T) {
	chapter := articles.JSON{
		ID: "aaaaaaaa", Title: "الفصل الأول", Section: "دفتر البحر", Source: "دار الميناء", Author: "سلمى الراوي، كريم ناصر", Lang: "ar",
		Related: []articles.RelatedJSON{{Kind: articles.InBook, Title: "الفصل الثاني"}},
	}
	for _, tt := range []struct {
		name   string
		of     articles.JSON
		begins string
		fields map[string]string
		csl    map[string]any
	}{
		{
			"a chapter of two authors", chapter, "@incollection{warraq-aaaaaaaa,\n",
			map[string]string{
				"title": "{الفصل الأول}", "author": "سلمى الراوي and كريم ناصر", "booktitle": "دفتر البحر", "publisher": "دار الميناء", "langid": "arabic",
			},
			map[string]any{"type": "chapter", "container-title": "دفتر البحر", "publisher": "دار الميناء", "author": []any{
				map[string]any{"literal": "سلمى الراوي"}, map[string]any{"literal": "كريم ناصر"},
			}},
		},
		{
			"an article of a paper", articles.JSON{ID: "b", Title: "خبر", Section: "محليات", Source: "النهر", Author: "سلمى الراوي"}, "@article{warraq-b,\n",
			map[string]string{"title": "{خبر}", "author": "{سلمى الراوي}", "journal": "النهر", "keywords": "محليات"},
			map[string]any{"type": "article-newspaper", "container-title": "النهر", "section": "محليات", "author": []any{map[string]any{"literal": "سلمى الراوي"}}},
		},
		{
			"a chapter that is the whole of its book", articles.JSON{ID: "d", Title: "الفصل الأول", Section: "دفتر السوق", Source: "دار النخيل"},
			"@incollection{warraq-d,\n",
			map[string]string{"title": "{الفصل الأول}", "booktitle": "دفتر السوق", "publisher": "دار النخيل"},
			map[string]any{"type": "chapter", "container-title": "دفتر السوق", "publisher": "دار النخيل"},
		},
		{
			"a chapter of a book that names no publisher", articles.JSON{ID: "e", Title: "مقدمة", Section: "دفتر السوق", Source: "دفتر السوق"},
			"@incollection{warraq-e,\n", map[string]string{"title": "{مقدمة}", "booktitle": "دفتر السوق"},
			map[string]any{"type": "chapter", "container-title": "دفتر السوق"},
		},
		{
			"names of several words between commas", articles.JSON{ID: "f", Title: "x", Author: "Salma Nasser, Omar van Haddad"}, "@misc{warraq-f,\n",
			map[string]string{"title": "{x}", "author": "Salma Nasser and Omar van Haddad"},
			map[string]any{"type": "article"},
		},
		{
			"names that are not taken apart", articles.JSON{ID: "c", Title: "x", Author: "Nasser, Salma; Food and Agriculture Organization"}, "@misc{warraq-c,\n",
			map[string]string{"title": "{x}", "author": "{Nasser, Salma} and {Food and Agriculture Organization}"},
			map[string]any{"type": "article"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			entry := bibEntry(tt.of)
			if !strings.HasPrefix(entry, tt.begins) {
				t.Errorf("the entry begins otherwise:\n%s", entry)
			}
			fields := bibFields(t, entry)
			for name, want := range tt.fields {
				if fields[name] != want {
					t.Errorf("%s = %q, want %q", name, fields[name], want)
				}
			}
			if len(fields) != len(tt.fields) {
				t.Errorf("other fields: %q", fields)
			}
			var out bytes.Buffer
			if err := CSL(&out, shelf([]articles.JSON{tt.of})); err != nil {
				t.Fatal(err)
			}
			var items []map[string]any
			if err := json.Unmarshal(out.Bytes(), &items); err != nil || len(items) != 1 {
				t.Fatalf("%v: %s", err, out.String())
			}
			for name, want := range tt.csl {
				if got, _ := json.Marshal(items[0][name]); string(got) != mustMarshal(t, want) {
					t.Errorf("%s: %s, want %s", name, got, mustMarshal(t, want))
				}
			}
		})
	}
}

func mustMarshal(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
