package page

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	chromastyles "github.com/alecthomas/chroma/v2/styles"

	"warraq/ui/rtl"
	"warraq/ui/theme"
)

// maxHighlighted is how much code is highlighted. The lexers' expressions may
// take a time that is not linear.
const maxHighlighted = 64 << 10

// highlight has Glamour highlight code. Code in a language that is not known is
// in one colour.
func (p *painter) highlight(text, language string) []rtl.Span {
	if len(text) > maxHighlighted || lexers.Get(language) == nil || !registerStyle(p.theme) {
		p.write(text, p.styles.CodeBlock.StylePrimitive, "")
		return p.take()
	}
	highlighting.Lock()
	defer highlighting.Unlock()
	e := &glamour.CodeBlockElement{Code: text, Language: language}
	if err := e.Render(&p.out, p.context); err != nil {
		p.out.Reset()
		p.write(text, p.styles.CodeBlock.StylePrimitive, "")
	}
	return p.take()
}

// highlighting guards chroma's registry of styles, the only way by which Glamour
// is told one. It would register the style that it is given itself, but under
// one name, once for all themes.
var highlighting sync.Mutex

// registerStyle makes a theme known to chroma.
func registerStyle(t theme.Theme) bool {
	highlighting.Lock()
	defer highlighting.Unlock()
	name := chromaName(t)
	if _, known := chromastyles.Registry[name]; known {
		return true
	}
	style, err := chroma.NewStyle(name, chroma.StyleEntries{
		chroma.Text: chromaColor(t.Text), chroma.Comment: chromaColor(t.Muted),
		chroma.Keyword: chromaColor(t.Accent), chroma.NameFunction: chromaColor(t.Link),
		chroma.LiteralString: chromaColor(t.Code), chroma.LiteralNumber: chromaColor(t.Mark),
		chroma.Operator: chromaColor(t.Quote), chroma.Punctuation: chromaColor(t.Quote),
	})
	if err != nil {
		return false
	}
	chromastyles.Register(style)
	return true
}

func chromaName(t theme.Theme) string { return fmt.Sprintf("warraq %v", t) }

// chromaFormatter is the kind of colours that a theme has.
func chromaFormatter(t theme.Theme) string {
	if strings.HasPrefix(t.Text+t.Mark, "#") {
		return "terminal16m"
	}
	return "terminal16"
}

// chromaPalette are chroma's names for the terminal's sixteen colours.
var chromaPalette = []string{
	"#ansiblack", "#ansidarkred", "#ansidarkgreen", "#ansibrown", "#ansidarkblue", "#ansipurple", "#ansiteal", "#ansilightgray",
	"#ansidarkgray", "#ansired", "#ansigreen", "#ansiyellow", "#ansiblue", "#ansifuchsia", "#ansiturquoise", "#ansiwhite",
}

// chromaColor is a colour of a theme as chroma takes it, "" for none.
func chromaColor(c string) string {
	if n, err := strconv.Atoi(c); err == nil && n >= 0 && n < len(chromaPalette) {
		return chromaPalette[n]
	}
	return c
}
