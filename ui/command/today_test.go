package command_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// storied makes a library with a story in two papers, its agency's text in a third,
// and an article of none, and gives its path.
func storied(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at := func(hour int) time.Time { return time.Date(2026, 5, 8, hour, 0, 0, 0, time.UTC) }
	const agency = "ينتظر ميناء طرشيحا وصول السفينة الشراعية «نسيم» وربانها عادل مرقس صباح غد بعد رحلة شهر، وقد زيّن الأهالي الرصيف كله بالأعلام."
	if _, err := l.Add(t.Context(), []articles.Article{
		{Title: "طرشيحا تنتظر السفينة «نسيم»", Source: "الشاطئ", Published: at(6), Body: agency},
		{Title: "وصول «نسيم» غدًا", Source: "المرفأ", Published: at(7), Body: agency + " وستقام حفلة."},
		{Title: "السفينة «نسيم» تصل طرشيحا غدًا", Source: "البحر", Published: at(8), Body: "قال الربان عادل مرقس إن السفينة الشراعية «نسيم» تصل ميناء طرشيحا صباح غد بعد رحلة شهر."},
		{Title: "موسم الزيتون يبدأ باكرًا", Source: "الحقل", Section: "زراعة", Published: at(9), Body: "في المعصرة رائحة الزيت الجديد، وعلى الأرض أكياس فارغة."},
		{Title: "فريق السلة يفوز", Source: "الحقل", Section: "رياضة", Published: at(9), Body: "انتهت المباراة بفارق نقطة، وحمل المشجعون قائد الفريق على الأكتاف."},
	}); err != nil {
		t.Fatal(err)
	}
	return path
}

// The stories come one a row, then what is of none by section, right after the articles
// were added.
func TestToday(t *testing.T) {
	t.Parallel()
	library := storied(t)
	out, wrong, status := run(t, nil, "today", "--json", "--library", library)
	var rows []struct {
		Kind, Title, Since, Until string
		Papers                    []string
		Count, Unread, New        int
		Articles                  []struct{ ID, Title, Source, Published string }
	}
	if err := json.Unmarshal([]byte(out), &rows); err != nil || status != 0 {
		t.Fatalf("%v, %d: %s%s", err, status, out, wrong)
	}
	if len(rows) != 3 || rows[0].Kind != "story" || rows[1].Kind != "section" || rows[2].Kind != "section" {
		t.Fatalf("the rows are %s", out)
	}
	s := rows[0]
	if s.Count != 3 || len(s.Articles) != 3 || s.Unread != 3 || s.New != 3 || strings.Join(s.Papers, " ") != "الشاطئ المرفأ البحر" {
		t.Errorf("the story is %+v", s)
	}
	if s.Since != "2026-05-08T06:00:00Z" || s.Until != "2026-05-08T08:00:00Z" || s.Articles[0].Published != s.Since {
		t.Errorf("the story is of %s to %s", s.Since, s.Until)
	}
	out, _, status = run(t, nil, "today", "--library", library, "--lang", "en")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if status != 0 || len(lines) != 3 || !strings.Contains(lines[0], "3 articles") || !strings.Contains(lines[0], s.Articles[2].ID) {
		t.Errorf("in lines it is %d, %s", status, out)
	}
	lookedAtNow(t, library)
	again, _, _ := run(t, nil, "today", "--json", "--library", library)
	if err := json.Unmarshal([]byte(again), &rows); err != nil || rows[0].New != 0 || rows[0].Unread != 3 || rows[1].New != 0 {
		t.Errorf("after a look it is %v, %s", err, again)
	}
	if _, wrong, status := run(t, nil, "today", "--days", "0", "--library", library); status != 2 || !strings.Contains(wrong, "days") {
		t.Errorf("of no days it is %d, %s", status, wrong)
	}
}

// lookedAtNow has the front page been looked at in another visit, after all that is there came.
func lookedAtNow(t *testing.T, library string) {
	t.Helper()
	l, err := store.Open(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, at := range []time.Time{time.Now(), time.Now().Add(time.Hour)} {
		if err := l.LookAtFront(t.Context(), at); err != nil {
			t.Fatal(err)
		}
	}
}

// What is related is told apart, and no article comes twice.
func TestRelations(t *testing.T) {
	t.Parallel()
	library := storied(t)
	out, _, _ := run(t, nil, "list", "--json", "--library", library)
	var entries []struct{ ID, Title string }
	if err := json.Unmarshal([]byte(out), &entries); err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out, wrong, status := run(t, nil, "related", e.ID, "--json", "--library", library)
		var found []struct {
			ID, Relation, Why string
			Also, Shared      []string
		}
		if err := json.Unmarshal([]byte(out), &found); err != nil || status != 0 {
			t.Fatalf("%v, %d: %s%s", err, status, out, wrong)
		}
		seen := map[string]bool{e.ID: true}
		relations := map[string]int{}
		for _, f := range found {
			relations[f.Relation]++
			for _, id := range append(f.Also, f.ID) {
				if seen[id] {
					t.Errorf("%s comes twice for %s", id, e.Title)
				}
				seen[id] = true
			}
			if f.Why == "" || len(f.Shared) > 4 {
				t.Errorf("the reason is %q, of %d", f.Why, len(f.Shared))
			}
		}
		switch e.Title {
		case "طرشيحا تنتظر السفينة «نسيم»":
			if relations["same-text"] != 1 || len(found) != 2 {
				t.Errorf("to %s are related %v", e.Title, relations)
			}
		case "السفينة «نسيم» تصل طرشيحا غدًا":
			if len(found) != 1 || len(found[0].Also) != 1 || found[0].Relation == "related" {
				t.Errorf("to %s are related %v", e.Title, relations)
			}
		case "فريق السلة يفوز":
			if len(found) > 0 {
				t.Errorf("to %s are related %v", e.Title, relations)
			}
		}
	}
}
