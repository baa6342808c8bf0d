package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// packedFile is a file in an archive.
type packedFile struct {
	name, text string
	mode       os.FileMode
}

func zipOf(t testing.TB, files ...packedFile) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		head := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		head.SetMode(f.mode | 0o600)
		to, err := w.CreateHeader(head)
		if err == nil {
			_, err = to.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarOf(t testing.TB, files ...packedFile) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		head := &tar.Header{Name: f.name, Mode: 0o600, Size: int64(len(f.text)), Typeflag: tar.TypeReg}
		if f.mode&os.ModeSymlink != 0 {
			head.Typeflag, head.Linkname, head.Size, f.text = tar.TypeSymlink, f.text, 0, ""
		}
		if err := w.WriteHeader(head); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipOf(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// whatOpens is what comes of an input: the titles in it, by its names, and what
// was refused.
func whatOpens(t *testing.T, o Options, name, text string) (said []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for in, err := range OpenWith(t.Context(), o, []string{path}, nil) {
		var list []articles.Article
		if err == nil {
			list, err = in.Read(t.Context())
		}
		short, _ := filepath.Rel(filepath.Dir(path), in.Name)
		for _, a := range list {
			said = append(said, short+": "+a.Title)
		}
		if err == nil {
			continue
		}
		input, ok := errors.AsType[*articles.InputError](err)
		if !ok {
			t.Fatalf("%T: %v", err, err)
		}
		what := input.Kind.Error()
		if limit, ok := errors.AsType[*articles.LimitError](err); ok {
			what = limit.Error()
		}
		said = append(said, short+" refused: "+what)
	}
	return said
}

// What is in an archive comes as from a folder; what could do harm, or is none,
// is refused by its name, and the rest comes.
func TestArchives(t *testing.T) {
	t.Parallel()
	one, two := packedFile{name: "b.md", text: "# ثان\n\nنص."}, packedFile{name: "a.md", text: "# أول\n\nنص."}
	small := func(change func(*articles.Limits)) Options {
		o := Options{Limits: articles.DefaultLimits()}
		change(&o.Limits)
		return o
	}
	usual := Options{Limits: articles.DefaultLimits()}
	zeros := strings.Repeat("\x00", 3<<20)
	long := "# طويل\n\n" + strings.Repeat("كلام ", 1<<19)
	for _, tt := range []struct {
		name, file, text string
		options          Options
		want             []string
	}{
		{"ZIP, by names", "x.zip", zipOf(t, one, two), usual, []string{"x.zip/a.md: أول", "x.zip/b.md: ثان"}},
		{"tar, in its order", "x.tar", tarOf(t, one, two), usual, []string{"x.tar/b.md: ثان", "x.tar/a.md: أول"}},
		{"tar.gz", "x.tar.gz", gzipOf(t, tarOf(t, two)), usual, []string{"x.tar.gz/a.md: أول"}},
		{"one file in gzip", "a.md.gz", gzipOf(t, two.text), usual, []string{"a.md.gz/a.md: أول"}},
		{"a ZIP of no articles", "x.zip", zipOf(t, packedFile{name: "a.png", text: "x"}, packedFile{name: "d.zip", text: zipOf(t, packedFile{name: "b.png"})}), usual, []string{"x.zip refused: " + articles.ErrNoArticles.Error()}},
		{"a tar of no articles", "x.tar", tarOf(t, packedFile{name: "a.png", text: "x"}), usual, []string{"x.tar refused: " + articles.ErrNoArticles.Error()}},
		{"a name that is packed with it", "x.gz", namedGzip(t, "b.md", two.text), usual, []string{"x.gz/b.md: أول"}},
		{"a packed name that leads out", "x.md.gz", namedGzip(t, "../../b.md", two.text), usual, []string{"x.md.gz/b.md: أول"}},
		{"whatever it is called", "x.txt", zipOf(t, two), usual, []string{"x.txt/a.md: أول"}},
		{"archives in archives", "x.zip", zipOf(t, packedFile{name: "y.tar.gz", text: gzipOf(t, tarOf(t, two))}), usual, []string{"x.zip/y.tar.gz/a.md: أول"}},
		{"what a folder leaves out", "x.zip", zipOf(t, two, packedFile{name: ".x.md", text: "# مخفي"}, packedFile{name: "__MACOSX/a.md", text: "# ماك"},
			packedFile{name: "p.html", text: "<p>صفحة</p>"}, packedFile{name: "p_files/ad.html", text: "<p>إعلان</p>"}, packedFile{name: "i.jpeg", text: "x"}),
			usual, []string{"x.zip/a.md: أول", "x.zip/p.html: صفحة"}},

		{"names that begin with dots", "x.zip", zipOf(t, packedFile{name: "..notes.txt", text: "نقطتان"}, packedFile{name: "d/...وبعد.md", text: "# وبعد"}, packedFile{name: `e\..f.md`, text: "# و"}), usual,
			[]string{"x.zip/..notes.txt: نقطتان", "x.zip/d/...وبعد.md: وبعد", `x.zip/e\..f.md: و`}},

		{"a way out", "x.zip", zipOf(t, packedFile{name: "../../etc/x.md", text: "# خارج"}, two), usual,
			[]string{"../etc/x.md refused: " + articles.ErrUnsafeName.Error(), "x.zip/a.md: أول"}},
		{"a way out of Windows", "x.zip", zipOf(t, packedFile{name: `a\..\..\x.md`, text: "# خارج"}, packedFile{name: `C:\x.md`, text: "# خارج"}, packedFile{name: `\x.md`, text: "# خارج"}, two), usual,
			[]string{`x.zip/C:\x.md refused: ` + articles.ErrUnsafeName.Error(), `x.zip/\x.md refused: ` + articles.ErrUnsafeName.Error(),
				"x.zip/a.md: أول", `x.zip/a\..\..\x.md refused: ` + articles.ErrUnsafeName.Error()}},
		{"an absolute name", "x.tar", tarOf(t, packedFile{name: "/etc/x.md", text: "# خارج"}, two), usual,
			[]string{"x.tar/etc/x.md refused: " + articles.ErrUnsafeName.Error(), "x.tar/a.md: أول"}},
		{"a link", "x.tar", tarOf(t, packedFile{name: "l.md", text: "/etc/passwd", mode: os.ModeSymlink}, two), usual,
			[]string{"x.tar/l.md refused: " + articles.ErrNotRegular.Error(), "x.tar/a.md: أول"}},
		{"a link in ZIP", "x.zip", zipOf(t, packedFile{name: "l.md", text: "/etc/passwd", mode: os.ModeSymlink}, two), usual,
			[]string{"x.zip/a.md: أول", "x.zip/l.md refused: " + articles.ErrNotRegular.Error()}},
		{"an end that is missing", "x.zip", zipOf(t, two)[:60], usual, []string{"x.zip refused: " + articles.ErrArchive.Error()}},
		{"a tar that breaks off", "x.tar", tarOf(t, two, packedFile{name: "c.md", text: strings.Repeat("x", 600)})[:1800], usual,
			[]string{"x.tar/a.md: أول", "x.tar/c.md refused: " + articles.ErrArchive.Error(), "x.tar refused: " + articles.ErrArchive.Error()}},

		{"a bomb", "x.zip", zipOf(t, packedFile{name: "z.txt", text: zeros}, two), usual, []string{"x.zip/a.md: أول", "x.zip/z.txt refused: ratio=200"}},
		{"a bomb in gzip", "z.txt.gz", gzipOf(t, zeros), usual, []string{"z.txt.gz/z.txt refused: ratio=200"}},
		{"too many files", "x.zip", zipOf(t, one, two), small(func(l *articles.Limits) { l.Entries = 1 }), []string{"x.zip/a.md: أول", "x.zip refused: entries=1"}},
		{"far too many files, said once", "x.zip", zipOf(t, one, two, packedFile{name: "c.md", text: "# ج"}, packedFile{name: "d.exe"}, packedFile{name: "e.md", text: "# ه"}),
			small(func(l *articles.Limits) { l.Entries = 2 }), []string{"x.zip/a.md: أول", "x.zip/b.md: ثان", "x.zip refused: entries=2"}},
		{"far too many that are refused", "x.zip", zipOf(t, packedFile{name: "../a.md"}, packedFile{name: "../b.md"}, packedFile{name: "../c.md"}, packedFile{name: "d.md", mode: os.ModeSymlink}),
			small(func(l *articles.Limits) { l.Entries = 1 }), []string{"a.md refused: " + articles.ErrUnsafeName.Error(), "x.zip refused: entries=1"}},
		{"far too many links in a tar", "x.tar", tarOf(t, packedFile{name: "a.md", mode: os.ModeSymlink}, packedFile{name: "b.md", mode: os.ModeSymlink}, packedFile{name: "c.md", mode: os.ModeSymlink}, two),
			small(func(l *articles.Limits) { l.Entries = 1 }), []string{"x.tar/a.md refused: " + articles.ErrNotRegular.Error(), "x.tar refused: entries=1"}},
		{"too much in all", "x.tar", tarOf(t, two, packedFile{name: "l.md", text: long}), small(func(l *articles.Limits) { l.Unpacked = 1 << 20; l.Ratio = 1 << 30 }),
			[]string{"x.tar/a.md: أول", "x.tar/l.md: طويل"}},
		{"too much in all, unpacked", "x.tar.gz", gzipOf(t, tarOf(t, two, packedFile{name: "l.md", text: long})), small(func(l *articles.Limits) { l.Unpacked = 1 << 20; l.Ratio = 1 << 30 }),
			[]string{"x.tar.gz/a.md: أول", "x.tar.gz/l.md refused: unpacked=1048576"}},
		{"too large a file", "x.zip", zipOf(t, two, packedFile{name: "l.md", text: long}), small(func(l *articles.Limits) { l.Size = 1 << 20; l.Ratio = 1 << 30 }),
			[]string{"x.zip/a.md: أول", "x.zip/l.md refused: size=1048576"}},
		{"too deep", "x.zip", zipOf(t, packedFile{name: "y.zip", text: zipOf(t, two)}), small(func(l *articles.Limits) { l.Nesting = 1 }), []string{"x.zip/y.zip refused: nesting=1"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := whatOpens(t, tt.options, tt.file, tt.text); strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// An archive that comes on standard input is read as one from a file.
func TestArchiveOnStandardInput(t *testing.T) {
	t.Parallel()
	for _, text := range []string{zipOf(t, packedFile{name: "a.md", text: "# أول"}), gzipOf(t, "# أول")} {
		titles := 0
		for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader(text)) {
			if err != nil {
				t.Fatal(err)
			}
			list, err := in.Read(t.Context())
			if err != nil || len(list) != 1 || list[0].Title != "أول" {
				t.Errorf("%v, %v", list, err)
			}
			titles++
		}
		if titles != 1 {
			t.Errorf("%d inputs", titles)
		}
	}
}

func TestLimitsSet(t *testing.T) {
	t.Parallel()
	l := articles.DefaultLimits()
	for _, assignment := range []string{"size=2G", "entries=7", "ratio=10K"} {
		if err := l.Set(assignment); err != nil {
			t.Error(err)
		}
	}
	if l.Size != 2<<30 || l.Entries != 7 || l.Ratio != 10<<10 || l.Nesting != articles.DefaultLimits().Nesting {
		t.Errorf("%+v", l)
	}
	for _, wrong := range []string{"", "size", "size=", "size=-1", "size=0", "size=G", "weight=1", "size=9999999999G"} {
		if err := l.Set(wrong); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
}

// No archive, however it was made, makes more of itself than the limits allow.
func FuzzArchive(f *testing.F) {
	f.Add([]byte(zipOf(f, packedFile{name: "a.md", text: "# أول"})))
	f.Add([]byte(zipOf(f, bookFiles(asIs)...)))
	f.Add([]byte(tarOf(f, packedFile{name: "a.md", text: "# أول"})))
	f.Add([]byte(gzipOf(f, "# أول")))
	o := Options{Limits: articles.Limits{Size: 1 << 16, Unpacked: 1 << 20, Ratio: 100, Entries: 50, Nesting: 2}}
	f.Fuzz(func(t *testing.T, data []byte) {
		inputs := 0
		for in, err := range OpenWith(t.Context(), o, []string{"-"}, bytes.NewReader(data)) {
			if inputs++; inputs > 300 {
				t.Fatal("no end of inputs")
			}
			if err == nil {
				list, readErr := in.Read(t.Context())
				_ = readErr // anything may be wrong with it
				wantClean(t, list)
			} else if strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' }) {
				t.Fatalf("the error has controls: %q", err)
			}
		}
	})
}

// wantClean checks that no control is left in what was read.
func wantClean(t *testing.T, list []articles.Article) {
	t.Helper()
	for _, a := range list {
		for _, s := range []string{a.Title, a.Body, a.Author, fmt.Sprint(a.Related)} {
			if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 }) {
				t.Fatalf("a control is left in %q", s)
			}
		}
	}
}

// namedGzip packs a text with gzip, and a name with it.
func namedGzip(t *testing.T, name, text string) string {
	t.Helper()
	var b strings.Builder
	w := gzip.NewWriter(&b)
	w.Name = name
	_, err := w.Write([]byte(text))
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What belongs to a page that was saved "complete" is told by the page beside its folder.
func TestPageFolders(t *testing.T) {
	t.Parallel()
	data := zipOf(t, packedFile{name: "x_files/a.md"}, packedFile{name: "y_files/a.md"}, packedFile{name: "x.html"}, packedFile{name: "d/z.htm"}, packedFile{name: "d/z_files/b.md"})
	archive, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	isPart := pageFolders(archive)
	for name, want := range map[string]bool{"x_files/a.md": true, "y_files/a.md": false, "d/z_files/b.md": true, "x.html": false, "z_files/b.md": false} {
		if isPart(name) != want {
			t.Errorf("%s is part of a page: %t", name, !want)
		}
	}
}
