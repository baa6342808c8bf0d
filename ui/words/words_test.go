package words

import (
	"fmt"
	"reflect"
	"testing"
	"time"
)

// Everything is said in both languages.
func TestNothingIsLeftUnsaid(t *testing.T) {
	// English speaks of errors in their own words.
	ownWords := map[string]bool{"Errors.Inputs": true, "Errors.Libraries": true, "Errors.Questions": true}
	var unsaid func(path string, v reflect.Value) []string
	unsaid = func(path string, v reflect.Value) (paths []string) {
		switch v.Kind() {
		case reflect.String:
			if v.Len() == 0 {
				paths = append(paths, path)
			}
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[Noun]() {
				return nil
			}
			for i := range v.NumField() {
				name := v.Type().Field(i).Name
				if path != "" {
					name = path + "." + name
				}
				paths = append(paths, unsaid(name, v.Field(i))...)
			}
		case reflect.Array:
			for i := range v.Len() {
				paths = append(paths, unsaid(fmt.Sprintf("%s[%d]", path, i), v.Index(i))...)
			}
		case reflect.Map:
			if v.Len() == 0 {
				paths = append(paths, path)
			}
			for _, k := range v.MapKeys() {
				paths = append(paths, unsaid(fmt.Sprintf("%s[%v]", path, k), v.MapIndex(k))...)
			}
		}
		return paths
	}
	for _, w := range []*Words{Arabic(), English()} {
		for _, path := range unsaid("", reflect.ValueOf(*w)) {
			if w.Lang != "en" || !ownWords[path] {
				t.Errorf("%s has no words for %s", w.Lang, path)
			}
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
