package main

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/warraq/warraq/ui/reader"
)

//go:embed pages
var pageFiles embed.FS

// pageSample is an article that the reader is to show.
type pageSample struct {
	name, title string
	related     string // the title of the one to jump to
	languages   string // what it is read as
	barred      bool   // its rate has to be under the bar

	lines map[int][]string // what the reading pane shows of it on a screen of so many columns, in logical order
}

// pageSamples are the articles in the order in which the reader jumps through them.
// The last one is long, for scrolling.
var pageSamples = []*pageSample{
	{name: "pure", title: "الخطاط وخيط الضوء", related: "فرع المكتبة الجديد", languages: "ara", barred: true},
	{name: "mixed", title: "فرع المكتبة الجديد", related: "صبر الحرف", languages: "ara+eng", barred: true},
	{name: "tashkeel", title: "صبر الحرف", related: "صفحة طويلة", languages: "ara"},
	{name: "long", title: "صفحة طويلة", related: "الخطاط وخيط الضوء", languages: "ara+eng"},
}

// read are those whose pictures are read.
func read() []*pageSample { return pageSamples[:3] }

// The screen. It is that wide where it is not told otherwise.
const (
	screenColumns = 120
	screenRows    = 30
)

// prepare builds Warraq, makes a library of the samples, and finds out what the
// reading pane is to show of each on the screens.
func (s *studio) prepare(ctx context.Context) error {
	s.warraq = filepath.Join(s.out, "warraq")
	if _, err := commandOutput(ctx, "go", "build", "-o", s.warraq, "github.com/warraq/warraq"); err != nil {
		return err
	}
	folder := filepath.Join(s.out, "articles")
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return fmt.Errorf("making the folder for the articles: %w", err)
	}
	s.library = filepath.Join(s.libraries, "library.db")
	args := []string{"--library", s.library, "add", "--json"}
	for _, sample := range pageSamples {
		path := filepath.Join(folder, sample.name+".md")
		if err := os.WriteFile(path, []byte(sample.markdown()), 0o600); err != nil {
			return fmt.Errorf("writing an article: %w", err)
		}
		args = append(args, path)
	}
	s.first = args[len(args)-len(pageSamples)]
	said, err := commandOutput(ctx, s.warraq, args...)
	if err != nil {
		return err
	}
	var added []struct{ ID string }
	if err := json.Unmarshal([]byte(said), &added); err != nil || len(added) != len(pageSamples) {
		return fmt.Errorf("adding the articles: %w\n%s", err, said)
	}
	for i, sample := range pageSamples {
		sample.lines = map[int][]string{}
		for _, columns := range s.screens {
			_, width := reader.ArticleText(columns)
			// Joined, since a line has more room where a lam-alef takes one column.
			shown, err := commandOutput(ctx, s.warraq, "--library", s.library, "show", added[i].ID, "--width", strconv.Itoa(width), "--shape", "always")
			if err != nil {
				return err
			}
			sample.lines[columns] = strings.Split(norm.NFKC.String(shown), "\n")
		}
	}
	return nil
}

// markdown is the sample as a file to add.
func (p *pageSample) markdown() string {
	body := p.text()
	return fmt.Sprintf("---\ntitle: %s\nlang: ar\nrelated: [%s]\n---\n\n%s\n",
		p.title, p.related, strings.ReplaceAll(body, "\n", "\n\n"))
}

// text is the sample's: that of its file, or the others' one after the other.
func (p *pageSample) text() string {
	if p.name != "long" {
		text, err := pageFiles.ReadFile("pages/" + p.name + ".txt")
		if err != nil {
			panic(err) // it is built in
		}
		return strings.TrimSpace(string(text))
	}
	var all []string
	for _, other := range read() {
		all = append(all, other.text())
	}
	return strings.Join(append(all, all...), "\n")
}

// expected is what is to be read in the pane on a screen of so many columns: its lines but for
// rules, with the number behind the address of mail by which the reader opens it.
func (p *pageSample) expected(columns int) string {
	const endOfAddress = "\u2069"
	var lines []string
	for _, line := range p.lines[columns] {
		if strings.Trim(line, "─ ") == "" {
			continue
		}
		if strings.Contains(line, "@") {
			line = strings.Replace(line, endOfAddress, "[1]"+endOfAddress, 1)
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n")
}
