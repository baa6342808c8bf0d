package command_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// A word's root is printed with its family and its places; what has no root, and what no
// library can have, ends as a search that finds nothing.
func TestRoot(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := l.Add(t.Context(), []articles.Article{{Title: "أولى", Body: "وصل الكاتب إلى المكتبة."}}); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"مكتبات", "كتب", "ك ت ب"} {
		out, wrong, status := run(t, nil, "root", word, "--json", "--limit", "0", "--library", path)
		var found []struct {
			Root   string
			Words  []struct{ Word string }
			Places []struct{ ID, Title, Excerpt string }
		}
		if err := json.Unmarshal([]byte(out), &found); err != nil || status != 0 {
			t.Fatalf("%s: %v, %d: %s%s", word, err, status, out, wrong)
		}
		if len(found) == 0 || found[0].Root != "كتب" || len(found[0].Words) < 2 {
			t.Fatalf("%s gives %.300s", word, out)
		}
		there := false
		for _, p := range found[0].Places {
			there = there || p.Title == "أولى" && strings.Contains(p.Excerpt, "الكاتب")
		}
		if !there {
			t.Errorf("%s is at %d places, the article not among them", word, len(found[0].Places))
		}
	}
	if out, _, status := run(t, nil, "root", "مكتبات", "--limit", "0", "--library", path); status != 0 || !strings.Contains(out, "ك ت ب") || !strings.Contains(out, "أولى") || !strings.Contains(out, "\u2068مكتبة\u2069") {
		t.Errorf("in lines it is %d, %.300s", status, out)
	}
	if out, wrong, status := run(t, nil, "root", "xyz", "--library", path, "--lang", "en"); status != 1 || out != "" || !strings.Contains(wrong, "No root") {
		t.Errorf("of none it is %d, %s%s", status, out, wrong)
	}
}
