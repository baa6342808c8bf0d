package syncing_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
)

// noticeKinds gives the kinds of what was noticed.
func noticeKinds(r syncing.Result) (list []syncing.NoticeKind) {
	for _, n := range r.Notices {
		list = append(list, n.Kind)
	}
	return list
}

// meetNamed lets a library meet others under a name, at a time.
func meetNamed(t testing.TB, l *store.Library, folder, name string, now time.Time) syncing.Result {
	t.Helper()
	r, err := syncing.Sync(t.Context(), l, syncing.Options{Folder: folder, Name: name, Now: func() time.Time { return now }})
	check(t, err)
	return r
}

// Of a note that was changed on two machines both forms stay, on both.
func TestTwoEditsOfANote(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, server := library(t), library(t)
	id := add(t, laptop, article(1))
	h, _, err := laptop.AddHighlight(ctx, id, articles.Highlight{Note: "الأولى"})
	check(t, err)
	meetAll(t, folder, laptop, server)
	_, err = laptop.SetNote(ctx, h.ID, "من الحاسوب")
	check(t, err)
	_, err = server.SetNote(ctx, h.ID, "من الخادم")
	check(t, err)
	meetAll(t, folder, laptop, server)
	equal(t, laptop, server)
	all, err := server.AllHighlights(ctx, "", 0)
	check(t, err)
	if len(all) != 2 {
		t.Errorf("there are %d notes, and not both", len(all))
	}
}

// A tag that one machine gave while another took it away stays; one that both saw goes.
func TestTagsAreSets(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, server := library(t), library(t)
	id := add(t, laptop, article(1))
	_, err := laptop.Tag(ctx, id, "نحاس", "سوق")
	check(t, err)
	meetAll(t, folder, laptop, server)
	_, err = laptop.Untag(ctx, id, "سوق", "نحاس")
	check(t, err)
	there := idOf(t, server, article(1).Title)
	_, err = server.Untag(ctx, there, "سوق")
	check(t, err)
	meetAll(t, folder, server)
	_, err = server.Tag(ctx, there, "سوق")
	check(t, err)
	meetAll(t, folder, laptop, server)
	equal(t, laptop, server)
	if tags, _ := laptop.TagsOf(ctx, id); !slices.Equal(tags, []string{"سوق"}) {
		t.Errorf("the tags are %q", tags)
	}
}

// An article that is removed here and marked there comes back with its text.
func TestMarkedAfterRemoval(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, server := library(t), library(t)
	id := add(t, laptop, article(1))
	meetAll(t, folder, laptop, server)
	_, err := laptop.Remove(ctx, id)
	check(t, err)
	meetAll(t, folder, laptop)
	time.Sleep(2 * time.Millisecond) // which is after the removal
	_, err = server.Bookmark(ctx, []string{idOf(t, server, article(1).Title)}, true)
	check(t, err)
	meetAll(t, folder, server, laptop)
	equal(t, laptop, server)
	if idOf(t, laptop, article(1).Title) == "" {
		t.Error("what was bookmarked is gone")
	}
}

// An article that ships with the program is on each machine without being carried. Where it is
// removed on one it goes everywhere, also where that was before they met, and where it is
// marked after that it is there again everywhere.
func TestRemovedWhatShips(t *testing.T) {
	t.Parallel()
	ships, err := bundled.Articles()
	check(t, err)
	for name, of := range map[string]struct{ met, marked bool }{
		"before they met": {}, "after": {met: true}, "before they met, and marked": {marked: true}, "after, and marked": {true, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, folder := context.WithoutCancel(t.Context()), t.TempDir()
			libraries := []*store.Library{library(t), library(t), library(t)}
			for _, l := range libraries {
				check(t, l.AddBundled(ctx, ships))
			}
			if of.met {
				meetAll(t, folder, libraries...)
			}
			id := idOf(t, libraries[0], ships[0].Title)
			_, err := libraries[0].Remove(ctx, id)
			check(t, err)
			meet(t, libraries[0], folder)
			time.Sleep(2 * time.Millisecond)
			if of.marked {
				_, err = libraries[1].Tag(ctx, id, "سفر")
				check(t, err)
			}
			meetAll(t, folder, libraries[2], libraries[1], libraries[0])
			equal(t, libraries...)
			if there := slices.Contains(idsWith(t, libraries[0], store.Filter{}), id); there != of.marked {
				t.Errorf("it is there: %v", there)
			}
			health, err := libraries[0].Check(ctx)
			if err != nil || !health.Whole() {
				t.Errorf("%+v, %v", health, err)
			}
		})
	}
}

// A tag that two machines spell apart is spelled as the first of them did, and a card that
// changes on one is a card on all.
func TestTagsAndCardsOfTwo(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, server := library(t), library(t)
	card := articles.Article{Title: "سوق الكتب", URL: "https://paper.example/market", Summary: "خبر"}
	for i, l := range []*store.Library{laptop, server} {
		_, err := l.Tag(ctx, add(t, l, article(1)), []string{"حَلَب", "حلب"}[i])
		check(t, err)
		_, err = l.CompareSync(ctx, time.Now())
		check(t, err)
	}
	add(t, laptop, card)
	meetAll(t, folder, laptop, server)
	card.Summary = "خبر أطول من الذي كان"
	add(t, laptop, card)
	meetAll(t, folder, laptop, server)
	equal(t, laptop, server)
	list, err := server.Entries(ctx, []string{idOf(t, server, card.Title)})
	check(t, err)
	if list[0].Full {
		t.Error("the card has become an article without a text")
	}
	marks, err := server.Marks(ctx, idOf(t, server, article(1).Title))
	check(t, err)
	if !slices.Equal(marks.Tags, []string{"حَلَب"}) {
		t.Errorf("it is tagged %q", marks.Tags)
	}
}

// What ships is alike where the programs are, whichever version of it a machine had before.
func TestNewerVersionOfWhatShips(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	ships := article(0)
	ships.Key = bundled.Key + "guide"
	newer := ships
	newer.Body += "\n\nوهذا ما زاد في الإصدار الجديد."
	long, since, folder := library(t), library(t), t.TempDir()
	check(t, long.AddBundled(ctx, []articles.Article{ships}))
	check(t, since.AddBundled(ctx, []articles.Article{newer}))
	meetAll(t, folder, long, since)
	check(t, long.AddBundled(ctx, []articles.Article{newer}))
	meetAll(t, folder, long, since)
	equal(t, long, since)
	for i, l := range []*store.Library{long, since} {
		versions, err := l.Versions(ctx, idOf(t, l, ships.Title))
		check(t, err)
		if len(versions) > 0 {
			t.Errorf("library %d keeps %d texts of before", i, len(versions))
		}
	}
}

// Where a card of what ships came back alone, by an article that names it, its text does, too.
func TestCardOfWhatShips(t *testing.T) {
	t.Parallel()
	ships, err := bundled.Articles()
	check(t, err)
	ctx, folder := context.WithoutCancel(t.Context()), t.TempDir()
	libraries := []*store.Library{library(t), library(t), library(t)}
	for _, l := range libraries {
		check(t, l.AddBundled(ctx, ships))
	}
	meetAll(t, folder, libraries...)
	for _, l := range libraries[:2] {
		_, err = l.Remove(ctx, idOf(t, l, ships[0].Title))
		check(t, err)
	}
	id := store.BundledID(strings.TrimPrefix(ships[0].Key, bundled.Key))
	naming := article(1)
	naming.Related = []articles.Related{{ID: id, Title: ships[0].Title, Source: ships[0].Source}}
	add(t, libraries[0], naming)
	meetAll(t, folder, libraries...)
	equal(t, libraries...)
	item, err := libraries[1].Article(ctx, idOf(t, libraries[1], ships[0].Title))
	if err != nil || item.Body == "" {
		t.Errorf("%+v, %v", item.Entry, err)
	}
}

// One article that two machines know by different names is one on both, with the marks of
// both.
func TestOneArticleOfTwoNames(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, server := library(t), library(t)
	short, whole := article(1), article(1)
	short.URL, short.Published = "", time.Time{}
	_, err := laptop.Tag(ctx, add(t, laptop, short), "نحاس")
	check(t, err)
	check(t, server.SetRead(ctx, add(t, server, whole), true))
	meetAll(t, folder, laptop, server)
	equal(t, laptop, server)
	if list, _ := laptop.List(ctx, store.Filter{}); len(list) != 1 || !list[0].Read || !list[0].Bookmarked {
		t.Errorf("there is %+v", list)
	}
}

// picture makes a picture of a color.
func picture(t testing.TB, shade uint8) articles.Picture {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 64, 64))
	for i := range img.Pix {
		img.Pix[i] = shade + uint8(i)
	}
	var b bytes.Buffer
	check(t, png.Encode(&b, img))
	p, err := articles.DefaultLimits().NewPicture(b.Bytes())
	check(t, err)
	return p
}

// Pictures come along, and stand in the folder once however many machines have them. One
// that comes late is taken in when it is there.
func TestPictures(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	laptop, server, phone := library(t), library(t), library(t)
	shown := article(1)
	p := picture(t, 3)
	shown.Body += "\n\n![صورة](" + p.Address() + ")"
	shown.Pictures = []articles.Picture{p}
	add(t, laptop, shown)
	add(t, server, shown)
	meetAll(t, folder, laptop, server)
	files, _ := filepath.Glob(filepath.Join(folder, "pictures", "*", "*"))
	if len(files) != 1 {
		t.Fatalf("the picture stands there %d times", len(files))
	}
	check(t, os.Rename(files[0], files[0]+".away"))
	meet(t, phone, folder)
	if got, err := phone.Picture(t.Context(), p.Name); err == nil {
		t.Fatalf("%s came from nowhere", got.Name)
	}
	check(t, os.Rename(files[0]+".away", files[0]))
	meet(t, phone, folder)
	equal(t, laptop, server, phone)
}

// Segments that are torn, newer or none at all are named and left alone; what carries the
// folder may give a whole one another name.
func TestStrangeFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	laptop, server := library(t), library(t)
	add(t, laptop, article(1))
	meet(t, laptop, folder)
	path := segments(t, folder)[0]
	whole, err := os.ReadFile(path)
	check(t, err)
	dir := filepath.Dir(path)
	check(t, os.WriteFile(path, whole[:len(whole)/2], 0o600))
	newer := []byte("warraq segment 2 other\nx")
	check(t, os.WriteFile(filepath.Join(dir, "00000007-"+syncing.HashOf(newer)+".segment"), newer, 0o600))
	broken := []byte("warraq segment 1 gzip\nx")
	check(t, os.WriteFile(filepath.Join(dir, "00000008-"+syncing.HashOf(broken)+".segment"), broken, 0o600))
	check(t, os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("x"), 0o600))
	r := meet(t, server, folder)
	got := noticeKinds(r)
	slices.Sort(got)
	if want := []syncing.NoticeKind{syncing.Foreign, syncing.Newer, syncing.SameName, syncing.Torn, syncing.Torn}; !slices.Equal(got, want) {
		t.Errorf("noticed %q and not %q", got, want)
	}
	conflict := strings.TrimSuffix(path, ".segment") + ".sync-conflict-20261130-035500-ABCDEFG.segment"
	check(t, os.WriteFile(conflict, whole, 0o600))
	meet(t, server, folder)
	equal(t, laptop, server)
	if left, _ := os.ReadFile(path); len(left) != len(whole)/2 {
		t.Error("a torn segment was not left alone")
	}
}

// Links in the place of a card, a key and a picture, to what never ends or never comes, hold
// nothing up and take no memory.
func TestLinksInAFolder(t *testing.T) {
	t.Parallel()
	for name, place := range map[string]func(path string) error{
		"an endless device": func(path string) error { return os.Symlink("/dev/zero", path) },
		"a loop":            func(path string) error { return os.Symlink(filepath.Base(path), path) },
		"a folder":          func(path string) error { return os.Mkdir(path, 0o700) },
		"a huge file": func(path string) error {
			return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, 1<<40))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			laptop, server := library(t), library(t)
			shown, p := article(1), picture(t, 9)
			shown.Body += "\n\n![صورة](" + p.Address() + ")"
			shown.Pictures = []articles.Picture{p}
			add(t, laptop, shown)
			meet(t, laptop, folder)
			pictures, err := filepath.Glob(filepath.Join(folder, "pictures", "*", "*"))
			if err != nil || len(pictures) != 1 {
				t.Fatalf("%q, %v", pictures, err)
			}
			card := filepath.Join(filepath.Dir(segments(t, folder)[0]), "machine.json")
			for _, path := range []string{pictures[0], card} {
				check(t, os.Remove(path))
				if placing := place(path); placing != nil {
					t.Skip(placing)
				}
			}
			meet(t, server, folder)
			if got := len(idsWith(t, server, store.Filter{})); got != 1 {
				t.Errorf("%d articles came", got)
			}
			key := filepath.Join(folder, "keys", "x.age")
			check(t, errors.Join(os.Mkdir(filepath.Dir(key), 0o700), place(key)))
			_, err = syncing.Sync(t.Context(), server, syncing.Options{Folder: folder, Name: "machine", Lock: syncing.NewPassphraseLock("كلمة")})
			if !errors.Is(err, syncing.ErrPassphrase) {
				t.Errorf("a key that is none: %v", err)
			}
		})
	}
}

// A clock that is a year ahead is said, and does not keep others from having the last word.
func TestClockAhead(t *testing.T) {
	t.Parallel()
	ctx, folder, now := t.Context(), t.TempDir(), time.Now()
	laptop, server := library(t), library(t)
	id := add(t, laptop, article(1))
	_, err := laptop.SetArchived(ctx, []string{id}, true)
	check(t, err)
	meetNamed(t, laptop, folder, "laptop", now.AddDate(1, 0, 0))
	r := meetNamed(t, server, folder, "server", now)
	if i := slices.IndexFunc(r.Notices, func(n syncing.Notice) bool { return n.Kind == syncing.ClockAhead }); i < 0 || r.Notices[i].Name != "laptop" || r.Notices[i].Ahead < 364*24*time.Hour {
		t.Errorf("noticed %+v", r.Notices)
	}
	_, err = server.SetArchived(ctx, []string{idOf(t, server, article(1).Title)}, false)
	check(t, err)
	meetNamed(t, server, folder, "server", now)
	meetNamed(t, laptop, folder, "laptop", now.AddDate(1, 0, 0))
	equal(t, laptop, server)
	if list, _ := laptop.List(ctx, store.Filter{}); len(list) != 1 {
		t.Error("the clock that is ahead had the last word")
	}
}

// A copied library takes a name of its own as soon as both write, and loses nothing.
func TestCopiedLibrary(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop := library(t)
	id := add(t, laptop, article(1), article(2))
	meet(t, laptop, folder)
	copied := filepath.Join(t.TempDir(), "copy.db")
	check(t, laptop.Backup(ctx, copied))
	twin, err := store.Open(ctx, copied)
	check(t, err)
	t.Cleanup(func() { _ = twin.Close() })
	check(t, laptop.SetRead(ctx, id, true))
	meet(t, laptop, folder)
	_, err = twin.Tag(ctx, id, "نسخة")
	check(t, err)
	r := meet(t, twin, folder)
	if !slices.Contains(noticeKinds(r), syncing.Copied) {
		t.Errorf("noticed %q", noticeKinds(r))
	}
	meetAll(t, folder, laptop, twin)
	equal(t, laptop, twin)
	one, err := laptop.SyncMachine(ctx)
	check(t, err)
	if other, _ := twin.SyncMachine(ctx); other == one {
		t.Error("both have one name")
	}
}

// A segment of which all holds stays as it is where those beside it are written together, and
// is known for this machine's own: what is in it is what would be written anew.
func TestSegmentThatStaysWhole(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	laptop, desktop := library(t), library(t)
	var list []articles.Article
	for n := range 50 {
		list = append(list, article(n))
	}
	id := add(t, laptop, list...)
	meet(t, laptop, folder)
	meet(t, desktop, folder)
	for n := range list {
		list[n].Body += strings.Repeat(fmt.Sprintf("\n\nوفي الفقرة %d خبر آخر.", n), 30)
	}
	add(t, desktop, list...)
	meet(t, desktop, folder)
	meet(t, laptop, folder)
	check(t, laptop.SetRead(t.Context(), id, true))
	if r := meet(t, laptop, folder); r.Written != 1 {
		t.Fatalf("%d changes were written, not the one", r.Written)
	}
	before, err := laptop.SyncMachine(t.Context())
	check(t, err)
	for range 3 {
		if kinds := noticeKinds(meet(t, laptop, folder)); slices.Contains(kinds, syncing.Copied) {
			t.Errorf("its own segment is taken for a copy's: %q", kinds)
		}
	}
	if after, _ := laptop.SyncMachine(t.Context()); after != before {
		t.Errorf("the machine %q is now %q", before, after)
	}
	meetAll(t, folder, laptop, desktop)
	equal(t, laptop, desktop)
	late := library(t)
	meetAll(t, folder, late)
	equal(t, laptop, late)
}

// What no longer holds does not stay in the folder, and a machine that comes late has all
// that does.
func TestCompaction(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, late := library(t), library(t)
	id := add(t, laptop, article(1), article(2))
	for i := range 40 {
		check(t, laptop.SetPosition(ctx, id, i+1))
		meet(t, laptop, folder)
	}
	if n := len(segments(t, folder)); n > 17 {
		t.Errorf("there are %d segments", n)
	}
	meet(t, late, folder)
	equal(t, laptop, late)
}

// Segments that were lost from the folder are written again.
func TestLostSegments(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	laptop, server := library(t), library(t)
	add(t, laptop, article(1))
	meet(t, laptop, folder)
	add(t, laptop, article(2))
	meet(t, laptop, folder)
	check(t, os.Remove(segments(t, folder)[0]))
	if r := meet(t, laptop, folder); !slices.Contains(noticeKinds(r), syncing.Rewritten) {
		t.Errorf("noticed %q", noticeKinds(r))
	}
	meet(t, server, folder)
	equal(t, laptop, server)
}

// What says who a machine is may be lost; the machine stays the same.
func TestLostCard(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	laptop, server := library(t), library(t)
	add(t, laptop, article(1))
	meet(t, laptop, folder)
	cards, _ := filepath.Glob(filepath.Join(folder, "machines", "*", "machine.json"))
	for _, damaged := range []string{"", "{\"broken\":"} {
		check(t, os.WriteFile(cards[0], []byte(damaged), 0o600))
		add(t, laptop, article(2+len(damaged)))
		if r := meet(t, laptop, folder); len(r.Notices) > 0 {
			t.Errorf("noticed %+v", r.Notices)
		}
	}
	meetAll(t, folder, server, laptop)
	equal(t, laptop, server)
	if dirs, _ := filepath.Glob(filepath.Join(folder, "machines", "*")); len(dirs) != 2 {
		t.Errorf("two machines have %d folders", len(dirs))
	}
}

// What two folders carry reaches all: one machine is in both.
func TestTwoFolders(t *testing.T) {
	t.Parallel()
	home, work := t.TempDir(), t.TempDir()
	laptop, server, desk := library(t), library(t), library(t)
	add(t, server, article(1))
	add(t, desk, article(2))
	meet(t, server, home)
	meet(t, desk, work)
	meet(t, laptop, home)
	meet(t, laptop, work)
	meet(t, laptop, home)
	meet(t, server, home)
	meet(t, desk, work)
	equal(t, laptop, server, desk)
}

// Keys and passphrases: what is written is encrypted, a wrong one changes nothing, and what
// is encrypted is not mixed with what is not.
func TestLocks(t *testing.T) {
	t.Parallel()
	for name, of := range map[string]struct {
		lock func() (right, wrong *syncing.Lock)
		why  error // of a wrong one
	}{
		"passphrase": {func() (right, wrong *syncing.Lock) {
			return syncing.NewPassphraseLock("كلمة"), syncing.NewPassphraseLock("أخرى")
		}, syncing.ErrPassphrase},
		"key": {func() (right, wrong *syncing.Lock) { return newKey(t), newKey(t) }, syncing.ErrLocked},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			laptop, server := library(t), library(t)
			shown, p := article(1), picture(t, 9)
			shown.Body += "\n\n![صورة](" + p.Address() + ")"
			shown.Pictures = []articles.Picture{p}
			add(t, laptop, shown)
			right, wrong := of.lock()
			with := func(l *store.Library, lock *syncing.Lock) error {
				_, err := syncing.Sync(t.Context(), l, syncing.Options{Folder: folder, Name: "machine", Lock: lock})
				return err
			}
			check(t, with(laptop, right))
			if err := with(server, wrong); !errors.Is(err, of.why) {
				t.Errorf("a wrong one: %v", err)
			}
			if err := with(server, nil); !errors.Is(err, syncing.ErrLocked) {
				t.Errorf("none: %v", err)
			}
			check(t, with(server, right))
			equal(t, laptop, server)
			files, _ := filepath.Glob(filepath.Join(folder, "*", "*", "*"))
			for _, f := range files {
				if data, err := os.ReadFile(f); err == nil && (bytes.Contains(data, []byte("PNG")) || bytes.Contains(data, []byte{0x1f, 0x8b, 8})) {
					t.Errorf("%s is not encrypted", f)
				}
			}
		})
	}
	if _, err := syncing.NewKeyLock([]byte("x"), nil); !errors.Is(err, syncing.ErrKey) {
		t.Errorf("a key that is none: %v", err)
	}
}

// newKey makes a lock of a key of its own.
func newKey(t testing.TB) *syncing.Lock {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	check(t, err)
	lock, err := syncing.NewKeyLock([]byte(id.String()), nil)
	check(t, err)
	return lock
}

// Folders that cannot be used are named by what is wrong with them.
func TestWrongFolders(t *testing.T) {
	t.Parallel()
	l, dir := library(t), t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, "other.doc"), nil, 0o600))
	for path, kind := range map[string]error{
		filepath.Join(dir, "none", "x"): syncing.ErrAbsent,
		filepath.Join(dir, "other.doc"): syncing.ErrNotFolder,
		dir:                             syncing.ErrForeign,
	} {
		_, err := syncing.Sync(t.Context(), l, syncing.Options{Folder: path})
		if wrong, ok := errors.AsType[*syncing.Error](err); !ok || !errors.Is(wrong.Kind, kind) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// A folder that can be read and not written gives what is in it all the same.
func TestUnwritableFolder(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("permissions do not stop the superuser")
	}
	folder := t.TempDir()
	laptop, server := library(t), library(t)
	add(t, laptop, article(1))
	meet(t, laptop, folder)
	check(t, os.Chmod(filepath.Join(folder, "machines"), 0o500))
	_, err := syncing.Sync(t.Context(), server, syncing.Options{Folder: folder})
	check(t, os.Chmod(filepath.Join(folder, "machines"), 0o700))
	if !errors.Is(err, syncing.ErrUnwritable) {
		t.Errorf("it says %v", err)
	}
	equal(t, laptop, server)
}

// Many marks at once are counted as each by itself would be.
func TestManyMarks(t *testing.T) {
	t.Parallel()
	ctx, folder := t.Context(), t.TempDir()
	laptop, server := library(t), library(t)
	var list []articles.Article
	for i := range 2100 {
		a := article(i)
		a.Section = fmt.Sprint("قسم ", i%3)
		list = append(list, a)
	}
	add(t, laptop, list...)
	meetAll(t, folder, laptop, server)
	_, err := laptop.MarkAllRead(ctx, store.Filter{Section: "قسم 1"})
	check(t, err)
	_, err = laptop.SetArchived(ctx, idsWith(t, laptop, store.Filter{Section: "قسم 2"}), true)
	check(t, err)
	_, err = laptop.Bookmark(ctx, idsWith(t, laptop, store.Filter{Section: "قسم 0"}), true)
	check(t, err)
	meetAll(t, folder, laptop, server)
	one, err := laptop.Sections(ctx)
	check(t, err)
	other, err := server.Sections(ctx)
	check(t, err)
	if !slices.Equal(one, other) {
		t.Errorf("counted %v, and %v", one, other)
	}
}

func idsWith(t testing.TB, l *store.Library, f store.Filter) (ids []string) {
	t.Helper()
	list, err := l.List(t.Context(), f)
	check(t, err)
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	return ids
}

// Two machines of one name are told of once, on each of them, and again when one of them is
// called so anew; also where the other has written nothing yet.
func TestSameNameIsToldOnce(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	one, other := library(t), library(t)
	for i, step := range []struct {
		l     *store.Library
		name  string
		noted bool
	}{
		{one, "laptop", false}, {other, "laptop", true}, {other, "laptop", false}, {one, "laptop", true}, {one, "laptop", false},
		{other, "phone", false}, {one, "laptop", false}, {other, "laptop", true}, {one, "laptop", true}, {one, "laptop", false}, {other, "laptop", false},
	} {
		r, err := syncing.Sync(t.Context(), step.l, syncing.Options{Folder: folder, Name: step.name})
		check(t, err)
		if noted := slices.Contains(noticeKinds(r), syncing.SameName); noted != step.noted {
			t.Errorf("step %d: it is told of: %v", i, noted)
		}
	}
}
