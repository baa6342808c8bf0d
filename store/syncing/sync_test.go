package syncing_test

import (
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// What one machine has comes to the other, and what both did stands on both.
func TestTwoMachines(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, server := library(t), library(t)
	id := add(t, laptop, article(1), article(2))
	add(t, server, article(2), article(3))
	check(t, laptop.SetRead(ctx, id, true))
	_, err := laptop.Tag(ctx, id, "نحاس")
	check(t, err)
	_, _, err = laptop.AddHighlight(ctx, id, articles.Highlight{Start: 3, End: 8, Quote: "السوق", Note: "مهم"})
	check(t, err)
	_, _, err = server.AddFeeds(ctx, []store.Feed{{Address: "https://paper.example/feed", FeedChoices: store.FeedChoices{Name: "الصحيفة", Folder: []string{"أخبار", "مدن"}, Keep: 7}}})
	check(t, err)
	_, err = server.KeepSearch(ctx, "نحاس unread:yes", true)
	check(t, err)
	meetAll(t, folder, laptop, server)
	equal(t, laptop, server)
	if there := idOf(t, server, article(1).Title); there == "" {
		t.Error("the article did not come")
	}
	if list, _ := server.List(ctx, store.Filter{}); len(list) != 3 {
		t.Errorf("there are %d articles, and not 3", len(list))
	}
	_, err = server.Remove(ctx, idOf(t, server, article(1).Title))
	check(t, err)
	feeds, err := laptop.Feeds(ctx)
	check(t, err)
	check(t, laptop.RemoveFeed(ctx, feeds[0].Num))
	meetAll(t, folder, laptop, server)
	equal(t, laptop, server)
	if idOf(t, laptop, article(1).Title) != "" {
		t.Error("what was removed is still there")
	}
}
