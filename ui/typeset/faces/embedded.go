package faces

import (
	"bytes"
	"compress/gzip"
	"embed"
	"errors"
	"fmt"
	"io"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

//go:generate ./subset.sh

//go:embed fonts/*.ttf.gz
var fontFiles embed.FS

// embeddedFonts are the fonts in the program, by family and weight: regular and bold. The
// families without a bold one have the regular one twice, and Nastaliq's bold is made of it.
var embeddedFonts = [familyCount][2]*embeddedFace{
	Naskh:    {{name: "NotoNaskhArabic-Regular"}, {name: "NotoNaskhArabic-Bold"}},
	Nastaliq: {{name: "NotoNastaliqUrdu-Regular"}, {name: "NotoNastaliqUrdu-Regular", bolder: true}},
	Hebrew:   {{name: "NotoSerifHebrew-Regular"}, {name: "NotoSerifHebrew-Bold"}},
	Latin:    {{name: "NotoSerif-Regular"}, {name: "NotoSerif-Bold"}},
	Mono:     {{name: "NotoSansMono-Regular"}, {name: "NotoSansMono-Regular"}},
	Symbols:  {{name: "NotoSansSymbols2-Regular"}, {name: "NotoSansSymbols2-Regular"}},
}

// unpack returns the bytes of an embedded font.
func unpack(name string) ([]byte, error) {
	packed, err := fontFiles.Open("fonts/" + name + ".ttf.gz")
	if err != nil {
		return nil, fmt.Errorf("opening the font %s: %w", name, err)
	}
	defer packed.Close() //nolint:errcheck // it was read only
	r, err := gzip.NewReader(packed)
	if err != nil {
		return nil, fmt.Errorf("unpacking the font %s: %w", name, err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking the font %s: %w", name, err)
	}
	return data, nil
}

// errBroken is a font file that makes what reads it fail.
var errBroken = errors.New("its tables are broken")

// errNoOutlines is a font whose letters are pictures, or that has none.
var errNoOutlines = errors.New("it has no outlines")

// parse reads a font, whatever its bytes are. A collection gives its first.
func parse(data []byte) (f *font.Font, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, errBroken
		}
	}()
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading it: %w", err)
	}
	if len(loaders) == 0 {
		return nil, errNoOutlines
	}
	loader := loaders[0]
	if !hasTable(loader, "glyf") && !hasTable(loader, "CFF ") {
		return nil, errNoOutlines
	}
	f, err = font.NewFont(loader)
	if err != nil {
		return nil, fmt.Errorf("reading it: %w", err)
	}
	listCoverage(f)
	return f, nil
}

// hasTable tells whether a font has a table.
func hasTable(l *opentype.Loader, name string) bool {
	return l.HasTable(opentype.MustNewTag(name))
}
