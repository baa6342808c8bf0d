package store

import (
	"errors"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/bundled"
)

// What ships is read when its digest is another than last time, and never else.
func TestBundledAreReadOnce(t *testing.T) {
	t.Parallel()
	l := open(t)
	reads := 0
	keep := func(digest string) {
		t.Helper()
		err := l.KeepBundled(t.Context(), digest, func() ([]articles.Article, error) {
			reads++
			return []articles.Article{{Key: "warraq:guide", Title: "دليل " + digest, Body: "نص", Full: true}}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		digest string
		reads  int
	}{{"a", 1}, {"a", 1}, {"b", 2}, {"b", 2}, {"a", 3}} {
		keep(step.digest)
		if reads != step.reads {
			t.Fatalf("%d reads after %q, want %d", reads, step.digest, step.reads)
		}
	}
	lost := errors.New("lost")
	if err := l.KeepBundled(t.Context(), "c", func() ([]articles.Article, error) { return nil, lost }); !errors.Is(err, lost) {
		t.Errorf("what cannot be read: %v", err)
	}
	keep("a") // it was not taken for kept
	if reads != 3 {
		t.Errorf("%d reads", reads)
	}
}

// What ships comes in once, is brought up to date, and goes when it ships no
// longer, unless the reader marked it.
func TestAddBundled(t *testing.T) {
	t.Parallel()
	ship := func(slug, title, body string, related ...string) articles.Article {
		a := articles.Article{Key: "warraq:" + slug, Title: title, Body: body}
		for _, r := range related {
			a.Related = append(a.Related, articles.Related{Key: "warraq:" + r})
		}
		return a
	}
	l := open(t)
	bundle := func(list ...articles.Article) {
		t.Helper()
		if err := l.AddBundled(t.Context(), list); err != nil {
			t.Fatal(err)
		}
		checkSound(t, l)
	}
	first := []articles.Article{
		ship("one", "الأول", long("سلم"), "two", "three"), ship("two", "الثاني", long("بحر")), ship("three", "الثالث", long("جبل")), ship("four", "الرابع", long("نهر")),
	}
	bundle(first...)
	all := listEntries(t, l, Filter{})
	if got, want := titles(all), "الأول | الثاني | الثالث | الرابع"; got != want {
		t.Fatalf("first: %s, want %s", got, want)
	}
	if got, want := titles(relatedEntries(t, l, all[0].ID)), "الثاني | الثالث"; got != want {
		t.Errorf("related: %s, want %s", got, want)
	}
	for _, err := range []error{
		l.SetBookmarked(t.Context(), all[2].ID, true),
		l.SetRead(t.Context(), all[0].ID, true),
		l.SetPosition(t.Context(), all[0].ID, 11),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	revision := revisionOf(t, l)
	bundle(first...)
	if got := revisionOf(t, l); got != revision {
		t.Error("the same articles again changed the library")
	}

	// A page with an article of the same title is not the bundled one.
	card := addArticles(t, l, articles.Article{Title: "الأول", Published: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)})
	if card[0].Outcome != New {
		t.Errorf("a card named as a bundled article: %v", card[0].Outcome)
	}

	bundle(ship("one", "الأول، مجددًا", long("سحاب"), "four"), ship("four", "الرابع", long("نهر")))
	one := article(t, l, all[0].ID)
	if one.Title != "الأول، مجددًا" || one.Body != long("سحاب") || !one.Read || one.Position != 11 {
		t.Errorf("the changed article is %+v", one)
	}
	if got, want := titles(relatedEntries(t, l, one.ID)), "الرابع"; got != want {
		t.Errorf("related: %s, want %s", got, want)
	}
	if got, want := titles(listEntries(t, l, Filter{})), "الأول، مجددًا | الثالث | الرابع | [الأول]"; got != want {
		t.Errorf("after the update: %s, want %s", got, want)
	}
	if hits, err := search(t.Context(), l, "سلم", 0); err != nil || len(hits) != 0 {
		t.Errorf("the old text is found: %v, %v", titles(hits), err)
	}
}

// The articles that ship are fit for the library.
func TestBundledArticles(t *testing.T) {
	t.Parallel()
	shipped, err := bundled.Articles()
	if err != nil {
		t.Fatal(err)
	}
	l := open(t)
	if err := l.AddBundled(t.Context(), shipped); err != nil {
		t.Fatal(err)
	}
	all := listEntries(t, l, Filter{})
	if len(all) != len(shipped) {
		t.Errorf("%d articles ship, %d are in the library", len(shipped), len(all))
	}
	for _, e := range all {
		if !e.Full {
			t.Errorf("%s is named by an article and does not ship", e.Title)
		}
	}
	checkSound(t, l)
}
