package syncing_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
)

var (
	operations = flag.Int("sync-operations", 200, "how many random operations a history has")
	histories  = flag.Int("sync-histories", 2, "how many random histories are tried")
)

// deed is what a reader did on a machine, at a time that is its place in the history.
type deed struct {
	at      int
	clock   time.Time
	machine int
	kind    string // see kindsOfArticles and kindsElsewhere
	title   string // of the article, or what else it is about
	value   string
	note    string       // the highlight that it is about
	sees    map[int]bool // the deeds that the machine had heard of
}

// model is the plain one: what is there follows from all deeds, whoever heard of which when.
type model struct{ deeds []deed }

// last gives the latest deed of kinds that is about something, nil where there is none.
// With heard only those count that are in it.
func (m model) last(heard map[int]bool, title string, kinds ...string) *deed {
	for i := range slices.Backward(m.deeds) {
		if d := &m.deeds[i]; d.title == title && slices.Contains(kinds, d.kind) && (heard == nil || heard[d.at]) {
			return d
		}
	}
	return nil
}

// isHere tells whether an article is there after all: it was not removed, or marked after
// that.
func (m model) isHere(title string) bool {
	removed := m.last(nil, title, "remove", "again")
	if m.last(nil, title, "add", "again") == nil {
		return false
	}
	if removed == nil || removed.kind == "again" {
		return true
	}
	if b := m.last(nil, title, "bookmark"); b != nil && b.value == "true" && b.at > removed.at {
		return true
	}
	return slices.ContainsFunc(m.deeds, func(d deed) bool {
		return d.title == title && d.at > removed.at && (d.kind == "tag" || d.kind == "note" || d.kind == "edit") && m.isKept(nil, &d)
	})
}

// isKept tells whether no deed took what another gave away, having heard of it.
func (m model) isKept(heard map[int]bool, given *deed) bool {
	return !slices.ContainsFunc(m.deeds, func(d deed) bool {
		switch {
		case d.title != given.title || !d.sees[given.at] || heard != nil && !heard[d.at]:
			return false
		case d.kind == "again":
			return true
		case given.kind == "tag":
			return d.kind == "untag" && d.value == given.value || d.kind == "bookmark" && d.value == "false"
		}
		return (d.kind == "edit" || d.kind == "unnote") && d.note == given.note
	})
}

// hasTag tells whether an article has a tag, and a bookmark by that, as far as is heard.
func (m model) hasTag(heard map[int]bool, title string) bool {
	return slices.ContainsFunc(m.deeds, func(d deed) bool {
		return d.title == title && d.kind == "tag" && heard[d.at] && m.isKept(heard, &d)
	})
}

// dump says what is there after all, as the dump of a library does.
func (m model) dump(bodies map[string]string) string {
	var lines []string
	for _, title := range slices.Sorted(maps.Keys(bodies)) {
		if m.isHere(title) {
			lines = append(lines, m.article(title, bodies[title]))
		}
	}
	about := map[string]bool{}
	for _, d := range m.deeds {
		if d.kind == "follow" || d.kind == "keep" {
			about[d.title] = true
		}
	}
	for _, rule := range allRules {
		if slices.ContainsFunc(machineNumbers, func(machine int) bool {
			d := m.last(nil, ruleOf(rule, machine), "rule", "unrule")
			return d != nil && d.kind == "rule"
		}) {
			lines = append(lines, "rule "+rule)
		}
	}
	for day, ms := range m.reading("") {
		lines = append(lines, fmt.Sprintf("day %s %v", day, time.Duration(ms)*time.Millisecond))
	}
	for title := range about {
		if d := m.last(nil, title, "follow", "unfollow"); d != nil && d.kind == "follow" {
			name := ""
			if named := m.last(nil, title, "name"); named != nil {
				name = named.value
			}
			lines = append(lines, fmt.Sprintf("feed %q name=%q folder=[] keep=0", title, name))
		}
		if d := m.last(nil, title, "keep", "drop"); d != nil && d.kind == "keep" {
			lines = append(lines, "search "+title)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// reading says for how many milliseconds an article was read, or all of them, by days: no
// deed takes anything of that away.
func (m model) reading(title string) map[string]int64 {
	days := map[string]int64{}
	for _, d := range m.deeds {
		if d.kind == "time" && (title == "" || d.title == title) {
			day, ms, _ := strings.Cut(d.value, " ")
			n, _ := strconv.ParseInt(ms, 10, 64)
			days[day] += n
		}
	}
	return days
}

func (m model) article(title, body string) string {
	value := func(kind, none string) string {
		if d := m.last(nil, title, kind); d != nil {
			return d.value
		}
		return none
	}
	var tags, notes []string
	for i := range m.deeds {
		d := &m.deeds[i]
		switch {
		case d.title != title || !m.isKept(nil, d):
		case d.kind == "tag" && !slices.Contains(tags, d.value):
			tags = append(tags, d.value)
		case d.kind == "note", d.kind == "edit":
			notes = append(notes, fmt.Sprintf("0-0 %q %q", "", d.value))
		}
	}
	slices.SortFunc(tags, func(a, b string) int { return slices.Index(allTags, a) - slices.Index(allTags, b) })
	slices.Sort(notes)
	var reading []articles.Reading
	for day, ms := range m.reading(title) {
		reading = append(reading, articles.Reading{Day: day, Milliseconds: ms})
	}
	slices.SortFunc(reading, func(a, b articles.Reading) int { return strings.Compare(a.Day, b.Day) })
	bookmarked := value("bookmark", "false") == "true" || len(tags) > 0
	return fmt.Sprintf("article %q %q full=true read=%s bookmarked=%t archived=%s position=%s tags=%q highlights=%q pictures=[] reading=%v",
		title, body, value("read", "false"), bookmarked, value("archive", "false"), value("position", "0"), tags, notes, reading)
}

// allTags are those that are given, by the alphabet.
var allTags = []string{"حلب", "سوق", "نحاس"}

// allRules are those that machines have, and machineNumbers which these are.
var (
	allRules       = []string{`{"feed":"طقس","hide":true}`, `{"match":"سوق","tag":["سوق"]}`, `{"match":"نحاس","read":true}`}
	machineNumbers = []int{0, 1, 2, 3, 4}
)

// ruleOf names a rule of a machine, which nobody else ends.
func ruleOf(rule string, machine int) string { return fmt.Sprint(machine, " ", rule) }

// world is some machines, each with a folder of its own that is carried to the others now
// and then.
type world struct {
	t       *testing.T
	rng     *rand.Rand
	libs    []*store.Library
	folders []string
	clock   time.Time
	model   model
	heard   []map[int]bool // the deeds that each has heard of
	notes   int
}

const machines = 5

func newWorld(t *testing.T, seed uint64) *world {
	w := &world{t: t, rng: rand.New(rand.NewPCG(seed, 1)), clock: time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)}
	for range machines {
		w.libs = append(w.libs, library(t))
		w.folders = append(w.folders, t.TempDir())
		w.heard = append(w.heard, map[int]bool{})
	}
	return w
}

func (w *world) title(n int) string { return article(n).Title }

// The kinds of deeds: those about an article that is here, and others.
var (
	kindsOfArticles = []string{"read", "read", "bookmark", "archive", "position", "tag", "tag", "untag", "note", "edit", "edit", "unnote", "remove", "time", "time"}
	kindsElsewhere  = []string{"add", "add", "add", "follow", "unfollow", "name", "keep", "drop", "rule", "unrule"}
)

// do has a reader do something on a machine, if that can be done there.
func (w *world) do(machine int) {
	n := w.rng.IntN(12)
	d := deed{machine: machine, title: w.title(n), value: fmt.Sprint(w.rng.IntN(2) == 0)}
	id := idOf(w.t, w.libs[machine], d.title)
	kinds := kindsElsewhere
	if id != "" {
		kinds = append(slices.Clone(kinds), kindsOfArticles...)
	}
	d.kind = kinds[w.rng.IntN(len(kinds))]
	if more, ok := w.apply(w.t.Context(), w.libs[machine], id, n, &d); ok {
		w.record(machine, append([]deed{d}, more...)...)
	}
}

// record keeps deeds that were done at once, and has the machine note them at their time.
func (w *world) record(machine int, deeds ...deed) {
	w.clock = w.clock.Add(time.Minute)
	if _, err := w.libs[machine].CompareSync(w.t.Context(), w.clock); err != nil {
		w.t.Fatal(err)
	}
	sees := maps.Clone(w.heard[machine])
	for _, d := range deeds {
		d.at, d.sees, d.clock = len(w.model.deeds), sees, w.clock
		w.heard[machine][d.at] = true
		w.model.deeds = append(w.model.deeds, d)
	}
}

// apply does it, and tells whether it changed anything, and what else it did.
func (w *world) apply(ctx context.Context, l *store.Library, id string, n int, d *deed) (more []deed, changed bool) {
	var u store.Undo
	var err error
	heard := w.heard[d.machine]
	switch d.kind {
	case "add":
		if id != "" {
			return nil, false
		}
		add(w.t, l, article(n))
		if last := w.model.last(heard, d.title, "remove", "again"); last != nil && last.kind == "remove" {
			d.kind = "again"
			for kind, none := range map[string]string{"read": "false", "bookmark": "false", "archive": "false", "position": "0"} {
				was := w.model.last(heard, d.title, kind)
				if was != nil && was.value != none || kind == "bookmark" && w.model.hasTag(heard, d.title) {
					more = append(more, deed{machine: d.machine, kind: kind, title: d.title, value: none})
				}
			}
		}
		return more, true
	case "remove":
		u, err = l.Remove(ctx, id)
	case "read":
		u, err = l.MarkRead(ctx, []string{id}, d.value == "true")
	case "bookmark":
		u, err = l.Bookmark(ctx, []string{id}, d.value == "true")
	case "archive":
		u, err = l.SetArchived(ctx, []string{id}, d.value == "true")
	case "position":
		items, _ := l.Entries(ctx, []string{id})
		d.value = fmt.Sprint(w.rng.IntN(5))
		check(w.t, l.SetPosition(ctx, id, int(d.value[0]-'0')))
		return nil, fmt.Sprint(items[0].Position) != d.value
	case "time":
		day, read := w.clock.AddDate(0, 0, w.rng.IntN(3)-6000), int64(1+w.rng.IntN(90_000))
		d.value = fmt.Sprintf("%s %d", day.Format(time.DateOnly), read)
		check(w.t, l.AddReadingTime(ctx, id, day, time.Duration(read)*time.Millisecond))
		return nil, true
	case "tag":
		d.value = allTags[w.rng.IntN(len(allTags))]
		entry, _ := l.Entries(ctx, []string{id})
		if u, err = l.Tag(ctx, id, d.value); !entry[0].Bookmarked {
			more = append(more, deed{machine: d.machine, kind: "bookmark", title: d.title, value: "true"})
		}
	case "untag":
		d.value = allTags[w.rng.IntN(len(allTags))]
		u, err = l.Untag(ctx, id, d.value)
		if was := w.model.last(heard, d.title, "bookmark"); was == nil || was.value != "true" { // it had one by its tags alone
			more = append(more, deed{machine: d.machine, kind: "bookmark", title: d.title, value: "true"})
		}
	case "note":
		w.notes++
		d.value = fmt.Sprintf("ملاحظة %d", w.notes)
		var h articles.Highlight
		h, u, err = l.AddHighlight(ctx, id, articles.Highlight{Note: d.value})
		d.note = h.ID
	case "edit", "unnote":
		u, err = w.applyNote(ctx, l, id, d)
	case "rule", "unrule":
		return nil, w.applyRule(ctx, l, n, d)
	case "keep", "drop":
		d.title = fmt.Sprintf("كلمة%d", n%3)
		u, err = l.KeepSearch(ctx, d.title, d.kind == "keep")
	default:
		return nil, w.applyFeed(ctx, l, n, d)
	}
	check(w.t, err)
	return more, u.Count > 0
}

func (w *world) applyNote(ctx context.Context, l *store.Library, id string, d *deed) (store.Undo, error) {
	list, err := l.Highlights(ctx, id)
	if err != nil || len(list) == 0 {
		return store.Undo{}, err
	}
	h := list[w.rng.IntN(len(list))]
	if w.writings(d.machine, d.title, h.ID) != 1 { // the model has no name for one of two that were one
		return store.Undo{}, nil
	}
	d.note = h.ID
	if d.kind == "unnote" {
		return l.RemoveHighlight(ctx, h.ID)
	}
	w.notes++
	d.value = fmt.Sprintf("تعديل %d", w.notes)
	return l.SetNote(ctx, h.ID, d.value)
}

// writings counts the writings of a note that hold as far as a machine has heard.
func (w *world) writings(machine int, title, note string) (n int) {
	for i := range w.model.deeds {
		d := &w.model.deeds[i]
		if d.title == title && d.note == note && (d.kind == "note" || d.kind == "edit") && w.heard[machine][d.at] && w.model.isKept(w.heard[machine], d) {
			n++
		}
	}
	return n
}

// applyRule has a machine have a rule, or no more. Which it has follows from what was done
// there.
func (w *world) applyRule(ctx context.Context, l *store.Library, n int, d *deed) bool {
	rule := allRules[n%len(allRules)]
	d.title = ruleOf(rule, d.machine)
	var has []string
	for _, r := range allRules {
		was := w.model.last(nil, ruleOf(r, d.machine), "rule", "unrule")
		if on := was != nil && was.kind == "rule"; r == rule && on == (d.kind == "rule") {
			return false
		} else if r != rule && on {
			has = append(has, r)
		}
	}
	if d.kind == "rule" {
		has = append(has, rule)
	}
	check(w.t, l.SetSyncRules(ctx, has, w.clock.Add(time.Minute)))
	return true
}

func (w *world) applyFeed(ctx context.Context, l *store.Library, n int, d *deed) bool {
	d.title = fmt.Sprintf("https://paper%d.example/feed", n%3)
	feeds, err := l.Feeds(ctx)
	check(w.t, err)
	at := slices.IndexFunc(feeds, func(f store.Feed) bool { return f.Address == d.title })
	switch {
	case d.kind == "follow" && at < 0:
		f := store.Feed{Address: d.title}
		if named := w.model.last(w.heard[d.machine], d.title, "name"); named != nil {
			f.Name = named.value // as its reader would write it again
		}
		_, _, err = l.AddFeeds(ctx, []store.Feed{f})
	case d.kind == "unfollow" && at >= 0:
		err = l.RemoveFeed(ctx, feeds[at].Num)
	case d.kind == "name" && at >= 0:
		d.value = fmt.Sprintf("الصحيفة %d", len(w.model.deeds))
		feeds[at].Name = d.value
		err = l.EditFeed(ctx, &feeds[at])
	default:
		return false
	}
	check(w.t, err)
	return true
}

// meet lets a machine meet what its folder has, and find out what it has heard of by that.
func (w *world) meet(machine int) {
	w.clock = w.clock.Add(time.Minute)
	_, err := syncing.Sync(w.t.Context(), w.libs[machine], syncing.Options{
		Folder: w.folders[machine], Name: fmt.Sprintf("machine%d", machine), Now: func() time.Time { return w.clock },
	})
	check(w.t, err)
	stamps := map[int64]bool{}
	paths, _ := filepath.Glob(filepath.Join(w.folders[machine], "machines", "*", "*-*"))
	for _, path := range paths {
		data, err := os.ReadFile(path)
		check(w.t, err)
		if !strings.Contains(path, syncing.HashOf(data)) {
			continue
		}
		rows, err := syncing.DecodeSegment(data, nil)
		check(w.t, err)
		for _, r := range rows {
			stamps[r.Stamp] = true
		}
	}
	for _, d := range w.model.deeds {
		if stamps[d.clock.UnixMilli()] {
			w.heard[machine][d.at] = true
		}
	}
}

// end carries everything everywhere until all have all, and compares.
func (w *world) end() {
	for range 3 {
		for from := range machines {
			w.meet(from)
			for to := range machines {
				if to != from {
					w.carry(from, to, true)
				}
			}
		}
	}
	for machine := range machines {
		w.meet(machine)
	}
	equal(w.t, w.libs...)
	bodies := map[string]string{}
	for n := range 12 {
		bodies[w.title(n)] = article(n).Body
	}
	if got, want := dump(w.t, w.libs[0]), w.model.dump(bodies); got != want {
		w.t.Errorf("they say\n%s\nthe model\n%s", got, want)
	}
}

// carry brings some files of one folder to another, in any order, torn, twice under other
// names, or all of them.
func (w *world) carry(from, to int, all bool) {
	var names []string
	check(w.t, filepath.WalkDir(w.folders[from], func(path string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			name, _ := filepath.Rel(w.folders[from], path)
			names = append(names, name)
		}
		return err
	}))
	own := fmt.Sprintf("machine%d-", to)
	w.rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names {
		if !all && w.rng.IntN(3) == 0 || strings.Contains(name, own) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(w.folders[from], name))
		check(w.t, err)
		target := filepath.Join(w.folders[to], name)
		check(w.t, os.MkdirAll(filepath.Dir(target), 0o700))
		if !all && w.rng.IntN(6) == 0 {
			data = data[:len(data)/2]
		}
		if !all && w.rng.IntN(6) == 0 && strings.HasSuffix(target, ".segment") && !strings.Contains(target, "conflict") {
			target = strings.TrimSuffix(target, ".segment") + ".sync-conflict-20261130-035500-ABCDEFG.segment"
		}
		check(w.t, os.WriteFile(target, data, 0o600))
	}
	if all {
		w.removeReplaced(from, to)
	}
}

// removeReplaced carries that segments were removed on the machine that wrote them.
func (w *world) removeReplaced(from, to int) {
	dirs, _ := filepath.Glob(filepath.Join(w.folders[from], "machines", fmt.Sprintf("machine%d-*", from)))
	for _, dir := range dirs {
		there, _ := filepath.Glob(filepath.Join(w.folders[to], "machines", filepath.Base(dir), "*.segment"))
		for _, path := range there {
			if _, err := os.Stat(filepath.Join(dir, filepath.Base(path))); err != nil {
				check(w.t, os.Remove(path))
			}
		}
	}
}

// Whatever was done on five machines, in whatever order it is carried between them, torn,
// twice or late: in the end all of them have the same, and it is what the plain model says.
func TestHistories(t *testing.T) {
	t.Parallel()
	for n := range *histories {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, uint64(n))
			for range *operations {
				machine := w.rng.IntN(machines)
				switch w.rng.IntN(8) {
				case 0:
					w.meet(machine)
				case 1:
					w.carry(machine, (machine+1+w.rng.IntN(machines-1))%machines, false)
				default:
					w.do(machine)
				}
			}
			w.end()
		})
	}
}
