package store

import (
	"testing"
	"time"

	"warraq/articles"
)

// What ships comes in once, is brought up to date, and goes when it ships no
// longer, unless the reader marked it.
func TestAddBundled(t *testing.T) {
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
	all := list(t, l, Filter{})
	if got, want := titles(all), "الأول | الثاني | الثالث | الرابع"; got != want {
		t.Fatalf("first: %s, want %s", got, want)
	}
	if got, want := titles(related(t, l, all[0].ID)), "الثاني | الثالث"; got != want {
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
	card := add(t, l, articles.Article{Title: "الأول", Published: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)})
	if card[0].Outcome != New {
		t.Errorf("a card named as a bundled article: %v", card[0].Outcome)
	}

	bundle(ship("one", "الأول، مجددًا", long("سحاب"), "four"), ship("four", "الرابع", long("نهر")))
	one := article(t, l, all[0].ID)
	if one.Title != "الأول، مجددًا" || one.Body != long("سحاب") || !one.Read || one.Position != 11 {
		t.Errorf("the changed article is %+v", one)
	}
	if got, want := titles(related(t, l, one.ID)), "الرابع"; got != want {
		t.Errorf("related: %s, want %s", got, want)
	}
	if got, want := titles(list(t, l, Filter{})), "الأول، مجددًا | الثالث | الرابع | [الأول]"; got != want {
		t.Errorf("after the update: %s, want %s", got, want)
	}
	if hits, err := search(t.Context(), l, "سلم", 0); err != nil || len(hits) != 0 {
		t.Errorf("the old text is found: %v, %v", titles(hits), err)
	}
}

// The articles that ship are fit for the library.
func TestBundledArticles(t *testing.T) {
	shipped, err := articles.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	l := open(t)
	if err := l.AddBundled(t.Context(), shipped); err != nil {
		t.Fatal(err)
	}
	all := list(t, l, Filter{})
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
