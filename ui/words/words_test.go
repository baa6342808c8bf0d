package words

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/warraq/warraq/store"
)

// Everything is said in every language.
func TestNothingIsLeftUnsaid(t *testing.T) {
	said := map[string]map[string]bool{}
	for _, lang := range Languages() {
		w := For(lang)
		if w.Lang != lang {
			t.Errorf("the words of %s say that they are of %q", lang, w.Lang)
		}
		said[w.Lang] = map[string]bool{}
		sentences(reflect.ValueOf(*w), "", func(path, sentence string) {
			said[w.Lang][path] = true
			if sentence == "" {
				t.Errorf("%s has no words for %s", w.Lang, path)
			}
		})
	}
	for _, lang := range Languages() {
		for path := range said["ar"] {
			if !said[lang][path] {
				t.Errorf("%s has no words for %s", lang, path)
			}
		}
		for path := range said[lang] {
			if !said["ar"][path] {
				t.Errorf("ar has no words for %s", path)
			}
		}
	}
}

// sentences calls do with every sentence in a value and its place there. The names
// of months are left out, since Arabic has several of them, and of a noun the forms
// that a language may do without.
func sentences(v reflect.Value, path string, do func(path, sentence string)) {
	switch v.Kind() {
	case reflect.String:
		do(path, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Type() == reflect.TypeFor[Noun]() && name != "One" && name != "Many" || name == "months" || name == "does" {
				continue
			}
			sentences(v.Field(i), path+"."+name, do)
		}
	case reflect.Array:
		for i := range v.Len() {
			sentences(v.Index(i), fmt.Sprintf("%s[%d]", path, i), do)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			sentences(v.MapIndex(k), fmt.Sprintf("%s[%v]", path, k), do)
		}
	}
}

func TestCounting(t *testing.T) {
	ar, en := Arabic(), English()
	for n, want := range map[int][2]string{
		0: {"لا مقالات", "no articles"}, 1: {"مقالة واحدة", "1 article"}, 2: {"مقالتان", "2 articles"},
		3: {"3 مقالات", "3 articles"}, 10: {"10 مقالات", "10 articles"}, 11: {"11 مقالة", "11 articles"},
		100: {"100 مقالة", "100 articles"}, 103: {"103 مقالات", "103 articles"}, 111: {"111 مقالة", "111 articles"},
	} {
		if got := [2]string{ar.Count(n, ar.ArticleNoun), en.Count(n, en.ArticleNoun)}; got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	day := time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC)
	if got := Arabic().Date(day); got != "3 نوفمبر 2026" {
		t.Error(got)
	}
	if got := English().Date(day); got != "3 November 2026" {
		t.Error(got)
	}
	if got := Arabic().Date(time.Time{}); got != "" {
		t.Errorf("no day is said as %q", got)
	}
}

// Of what both speak of there are as many as there is room for, each whole, and one
// at least.
func TestReasonIn(t *testing.T) {
	r := store.Relation{Why: store.WhySameStory, Shared: []string{"one", "two", "three"}}
	for room, want := range map[int]string{
		40: "the same story: one, two, three", 30: "the same story: one, two", 25: "the same story: one, two", 20: "the same story: one", 3: "the same story: one",
	} {
		if got := English().ReasonIn(r, func(s string) bool { return len(s) <= room }); got != want {
			t.Errorf("in %d columns it is %q, want %q", room, got, want)
		}
	}
	if len(r.Shared) != 3 {
		t.Error("the reason was changed")
	}
}
