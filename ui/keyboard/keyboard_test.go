package keyboard

import (
	"testing"
	"unicode/utf8"
)

func TestLayoutsLineUp(t *testing.T) {
	for i, l := range layouts {
		if letters, keys := utf8.RuneCountInString(l.letters), utf8.RuneCountInString(l.latin); letters != keys {
			t.Errorf("layout %d has %d letters over %d Latin keys", i, letters, keys)
		}
	}
}

func TestLatin(t *testing.T) {
	for text, want := range map[string]string{
		"ت": "j", "ن": "k", "ض": "q", "ظ": "/", "؟": "?", // Arabic
		"ﻻ": "b", "لا": "b", "لآ": "B", // one key, however it is sent
		"چ": "]", "ڑ": "R", "ח": "j", // Persian, Urdu, Hebrew
		"٣": "3", "۴": "4",
		"j": "", "": "", "تن": "", "漢": "",
	} {
		got := ""
		if key, ok := Latin(text); ok {
			got = string(key)
		}
		if got != want {
			t.Errorf("Latin(%q) = %q, want %q", text, got, want)
		}
	}
}
