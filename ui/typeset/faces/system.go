package faces

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

type fontFile = *font.Font

// system is the fonts of the system, which are looked for and looked into when a character
// is asked for that no other font has.
type system struct {
	listed bool
	files  []systemFile
}

// systemFile is a font file, and what characters it has once it has been looked into.
type systemFile struct {
	path   string
	looked bool
	cmap   font.Cmap // nil of a file that is of no use
	face   *Face
	broken bool
}

// maxSystemFiles is how many font files are looked into at the most.
const maxSystemFiles = 1000

// find returns a face that has a character, nil where none has.
func (s *system) find(r rune) *Face {
	if !s.listed {
		s.listed, s.files = true, listFonts(fontFolders(), maxSystemFiles)
	}
	for i := range s.files {
		f := &s.files[i]
		if !f.looked {
			f.looked, f.cmap = true, readCmap(f.path)
		}
		if f.cmap == nil || f.broken {
			continue
		}
		if _, ok := f.cmap.Lookup(r); !ok {
			continue
		}
		if f.face == nil {
			face, err := readFace(f.path)
			if err != nil {
				f.broken = true
				continue
			}
			f.face = face
		}
		return f.face
	}
	return nil
}

// fontFolders returns the folders that fontconfig and the other systems have fonts in.
func fontFolders() []string {
	folders := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts"}
	if home, err := os.UserHomeDir(); err == nil {
		folders = append(folders, filepath.Join(home, ".local/share/fonts"), filepath.Join(home, ".fonts"), filepath.Join(home, "Library/Fonts"))
	}
	if windows := os.Getenv("WINDIR"); windows != "" {
		folders = append(folders, filepath.Join(windows, "Fonts"))
	}
	return folders
}

// listFonts returns the font files in folders, upright ones of normal weight first.
func listFonts(folders []string, most int) (list []systemFile) {
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil //nolint:nilerr // a folder that cannot be read has no fonts
			}
			switch strings.ToLower(filepath.Ext(path)) {
			case ".ttf", ".otf", ".ttc":
				list = append(list, systemFile{path: path})
			}
			if len(list) >= most {
				return fs.SkipAll
			}
			return nil
		})
	}
	slices.SortStableFunc(list, func(a, b systemFile) int { return styleRank(a.path) - styleRank(b.path) })
	return list
}

// styleRank tells regular fonts from others by their names: the lower the better.
func styleRank(path string) int {
	name := strings.ToLower(filepath.Base(path))
	for _, other := range []string{"bold", "italic", "oblique", "light", "thin", "black", "condensed", "medium"} {
		if strings.Contains(name, other) {
			return 1
		}
	}
	return 0
}

// readCmap returns which characters a font file has, nil where it is of no use.
func readCmap(path string) (cmap font.Cmap) {
	defer func() {
		if recover() != nil {
			cmap = nil
		}
	}()
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // it was read only
	loaders, err := opentype.NewLoaders(file)
	if err != nil || len(loaders) == 0 || !hasTable(loaders[0], "glyf") && !hasTable(loaders[0], "CFF ") {
		return nil
	}
	raw, err := loaders[0].RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return nil
	}
	cmap, _, err = font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return nil
	}
	return cmap
}
