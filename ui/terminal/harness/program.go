package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/warraq/warraq/ui/reader"
)

// program is a Warraq whose pictures are taken, with a library of the samples that it made
// itself, since an earlier one reads no library of a later one.
type program struct {
	file      string // its own
	folder    string // of its pictures, and of what is expected on them
	libraries string // the folder of its libraries
	library   string // the one that each terminal gets a copy of
	first     string // the file of the article that is opened

	lines map[string]map[int][]string // what the reading pane shows of each sample on a screen of so many columns, in logical order
}

// build builds Warraq as it is here.
func (s *studio) build(ctx context.Context) (*program, error) {
	p := &program{file: filepath.Join(s.out, "warraq"), folder: s.out, libraries: s.libraries}
	if _, err := commandOutput(ctx, "go", "build", "-o", p.file, "github.com/warraq/warraq"); err != nil {
		return nil, err
	}
	return p, p.prepare(ctx, s.screens)
}

// beside makes a Warraq that was built before ready to be measured beside the one that is here.
func (s *studio) beside(ctx context.Context, file string) (*program, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, fmt.Errorf("finding the program that was before: %w", err)
	}
	p := &program{file: file, folder: filepath.Join(s.out, "before"), libraries: filepath.Join(s.libraries, "before")}
	return p, p.prepare(ctx, s.screens)
}

// prepare makes a library of the samples, and finds out what the reading pane is to show of
// each on the screens.
func (p *program) prepare(ctx context.Context, screens []int) error {
	articles := filepath.Join(p.folder, "articles")
	for _, folder := range []string{articles, p.libraries} {
		if err := os.MkdirAll(folder, 0o750); err != nil {
			return fmt.Errorf("making a folder of a program: %w", err)
		}
	}
	p.library = filepath.Join(p.libraries, "library.db")
	args := []string{"--library", p.library, "add", "--json"}
	for _, sample := range pageSamples {
		path := filepath.Join(articles, sample.name+".md")
		if err := os.WriteFile(path, []byte(sample.markdown()), 0o600); err != nil {
			return fmt.Errorf("writing an article: %w", err)
		}
		args = append(args, path)
	}
	p.first = args[len(args)-len(pageSamples)]
	said, err := commandOutput(ctx, p.file, args...)
	if err != nil {
		return err
	}
	var added []struct{ ID string }
	if err := json.Unmarshal([]byte(said), &added); err != nil || len(added) != len(pageSamples) {
		return fmt.Errorf("adding the articles: %w\n%s", err, said)
	}
	p.lines = map[string]map[int][]string{}
	for i, sample := range pageSamples {
		p.lines[sample.name] = map[int][]string{}
		for _, columns := range screens {
			_, width := reader.ArticleText(columns)
			// Joined, since a line has more room where a lam-alef takes one column.
			shown, err := commandOutput(ctx, p.file, "--library", p.library, "show", added[i].ID, "--width", strconv.Itoa(width), "--shape", "always")
			if err != nil {
				return err
			}
			p.lines[sample.name][columns] = strings.Split(norm.NFKC.String(shown), "\n")
		}
	}
	return nil
}

// expected is what is to be read of a sample in the pane on a screen of so many columns: its
// lines but for rules, with the number behind the address of mail by which the reader opens it.
func (p *program) expected(sample *pageSample, columns int) string {
	const endOfAddress = "\u2069"
	var lines []string
	for _, line := range p.lines[sample.name][columns] {
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

// picture is the file of a picture of a setting.
func (p *program) picture(setting, name string) string {
	return filepath.Join(p.folder, strings.ReplaceAll(setting, " ", "-")+"-"+name+".png")
}

// libraryOf is the file of a setting's own library.
func (p *program) libraryOf(setting string) string {
	return filepath.Join(p.libraries, filepath.Base(p.picture(setting, "library"))+".db")
}
