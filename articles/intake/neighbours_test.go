package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Links between notes are links between articles, in a folder, from a file and
// in an archive; the others stay as they are.
func TestLinksBetweenNotes(t *testing.T) {
	t.Parallel()
	files := []packedFile{
		{name: "a.md", text: "# أول\n\nانظر [الثاني](notes/b.md#قسم) و[[ثالث|هذه]] و[[ليست هنا]] و[خارج](../x.md) و[موقع](https://example.org/b.md) و![صورة](p.png) و![[q.png]].\n\n```\n[[ثالث]] [b](notes/b.md)\n```\n"},
		{name: "notes/b.md", text: "---\ntitle: الثاني بعنوانه\n---\nعد إلى [الأول](../a.md) ونفسي [أنا](b.md) و[[a]] و[غائب](c.md).\n"},
		{name: "notes/deep/ثالث.md", text: "نص بلا عنوان، وفيه [[b]] و[مسافة](<../with space.md>) و[مسافة](../with%20space.md).\n"},
		{name: "notes/with space.md", text: "# مسافة\n\nنص."},
	}
	root := t.TempDir()
	for _, f := range files {
		path := filepath.Join(root, f.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	archive := filepath.Join(t.TempDir(), "notes.zip")
	if err := os.WriteFile(archive, []byte(zipOf(t, files...)), 0o600); err != nil {
		t.Fatal(err)
	}
	const first = "انظر الثاني وهذه وليست هنا و[خارج](../x.md) و[موقع](https://example.org/b.md) و![صورة](p.png) و.\n\n```\n[[ثالث]] [b](notes/b.md)\n```"
	all := map[string]string{
		"أول":            "الثاني بعنوانه، ثالث",
		"الثاني بعنوانه": "أول",
		"ثالث":           "الثاني بعنوانه، مسافة",
		"مسافة":          "",
	}
	for _, tt := range []struct {
		name, path string
		want       map[string]string
	}{
		{"a folder", root, all},
		{"an archive", archive, all},
		{"a file alone, with what is beside it", filepath.Join(root, "a.md"), map[string]string{"أول": "الثاني بعنوانه، ثالث"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := map[string]string{}
			for in, err := range Open(t.Context(), []string{tt.path}, nil) {
				if err != nil {
					t.Fatal(err)
				}
				list, err := in.Read(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				var titles []string
				for _, r := range list[0].Related {
					titles = append(titles, r.Title)
				}
				got[list[0].Title] = strings.Join(titles, "، ")
				if list[0].Title == "أول" && list[0].Body != first {
					t.Errorf("the text is\n%s\nwant\n%s", list[0].Body, first)
				}
			}
			for title, related := range tt.want {
				if r, ok := got[title]; !ok || r != related {
					t.Errorf("%s points at %q, want %q", title, r, related)
				}
			}
			if len(got) != len(tt.want) {
				t.Errorf("%d articles: %v", len(got), got)
			}
		})
	}
}

// A note that comes alone, with nothing known around it, keeps its text.
func TestNotesOnStandardInput(t *testing.T) {
	t.Parallel()
	for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader("# أول\n\nانظر [[ثالث|هذه]] و[ب](b.md).")) {
		if err != nil {
			t.Fatal(err)
		}
		list, err := in.Read(t.Context())
		if err != nil || list[0].Body != "انظر هذه و[ب](b.md)." || len(list[0].Related) != 0 {
			t.Errorf("%+v, %v", list, err)
		}
	}
}
