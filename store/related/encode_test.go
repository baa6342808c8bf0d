package related_test

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"github.com/warraq/warraq/store/related"
)

// What was kept of an article is what was known of it.
func TestEncode(t *testing.T) {
	without := labelledArticle{Article: related.Article{Title: "لوح طيني", Body: titlesOfDay, Undated: true}}
	for _, a := range append(labelledStories(t), labelledArticle{}, without) {
		p := related.Analyse(a.Article).Profile
		back, err := related.DecodeProfile(p.Encode())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back.Sketch, p.Sketch) {
			t.Errorf("the sketch of %s is %v, was %v", a.Title, back.Sketch, p.Sketch)
		}
		if back.Undated != p.Undated || back.Digest != p.Digest {
			t.Errorf("%s is undated: %v, and a digest: %v", a.Title, back.Undated, back.Digest)
		}
		if !slices.Equal(back.Terms, p.Terms) {
			t.Errorf("the terms of %s are %v, were %v", a.Title, back.Terms, p.Terms)
		}
	}
}

// Bytes of any kind are a profile or an error.
func FuzzDecodeProfile(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 1, 1})
	f.Add([]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 1})
	f.Add(related.Analyse(related.Article{Title: "لوح طيني", Body: "في تل الرحى لوح من طين"}).Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := related.DecodeProfile(b)
		if err != nil {
			return
		}
		again, err := related.DecodeProfile(p.Encode())
		if err != nil || !bytes.Equal(again.Encode(), p.Encode()) {
			t.Errorf("%v comes back as %v, %v", p, again, err)
		}
	})
}
