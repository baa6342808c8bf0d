package page

import (
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/ui/rtl"
)

// The lexers are made of expressions that may take a time that grows with the
// square of the code's length or worse. So what is highlighted is bounded three
// times: code that is too long is in one colour, runs of blank lines are one to the
// lexer, and all the code of a document has a budget of time, behind which it is in
// one colour too.
const (
	maxHighlighted  = 64 << 10
	highlightBudget = 500 * time.Millisecond
	// maxLanguage is how long the name of a language may be.
	maxLanguage = 40
)

// highlighter highlights the code of one document.
type highlighter struct{ left time.Duration }

// highlight gives the spans of code in a language, nil where it is not known or the
// budget is spent.
func (h *highlighter) highlight(text, language string) []rtl.Span {
	lexer := lexerOf(language)
	if lexer == nil || len(text) > maxHighlighted || h.left <= 0 {
		return nil
	}
	started := time.Now()
	timer := time.NewTimer(h.left)
	defer timer.Stop()
	done := make(chan []rtl.Span, 1)
	var stop atomic.Bool
	go func() {
		defer func() {
			if recover() != nil {
				done <- nil // a fault of the lexer; the code is shown as it is
			}
		}()
		done <- codeSpans(lexer, text, &stop)
	}()
	select {
	case spans := <-done:
		h.left -= time.Since(started)
		return spans
	case <-timer.C:
		stop.Store(true) // it ends with the token that it is at
		h.left = 0
		return nil
	}
}

// lexerOf gives the lexer of a language by its name, nil if there is none.
func lexerOf(language string) chroma.Lexer {
	if language == "" || len(language) > maxLanguage {
		return nil
	}
	return lexersByName()[strings.ToLower(language)]
}

// lexersByName has the lexers by their names and aliases in lower case, and by the
// extensions of their files. Chroma's own look-up matches a name that is not known
// against a thousand patterns.
var lexersByName = sync.OnceValue(func() map[string]chroma.Lexer {
	byName := map[string]chroma.Lexer{}
	add := func(name string, l chroma.Lexer) {
		if name = strings.ToLower(name); byName[name] == nil {
			byName[name] = l
		}
	}
	all := lexers.GlobalLexerRegistry.Lexers
	for _, l := range all {
		add(l.Config().Name, l)
	}
	for _, l := range all {
		for _, alias := range l.Config().Aliases {
			add(alias, l)
		}
	}
	for _, l := range all {
		for _, pattern := range l.Config().Filenames {
			if extension, ok := strings.CutPrefix(pattern, "*."); ok && !strings.ContainsAny(extension, "*?[") {
				add(extension, l)
			}
		}
	}
	return byName
})

// codeSpans gives the spans of code, nil where the lexer fails or is stopped.
func codeSpans(lexer chroma.Lexer, text string, stop *atomic.Bool) (spans []rtl.Span) {
	defer func() {
		if recover() != nil { // chroma's lexers panic on a state that they lack
			spans = nil
		}
	}()
	short, gaps := withoutGaps(text)
	next, err := chroma.Coalesce(lexer).Tokenise(nil, short)
	if err != nil {
		return nil
	}
	at := 0
	for token := next(); token != chroma.EOF; token = next() {
		value := token.Value
		if at+len(value) == len(short)+1 {
			value = strings.TrimSuffix(value, "\n") // which some lexers add
		}
		if stop.Load() || !strings.HasPrefix(short[at:], value) {
			return nil
		}
		spans = append(spans, rtl.Span{Text: gaps.restore(value, at), Style: rtl.Style{Foreground: purposeOf(token.Type)}})
		at += len(value)
	}
	if at != len(short) {
		return nil
	}
	return spans
}

// blankLines are two and more.
var blankLines = pattern.New(`\n(?:[ \t]*\n){2,}`)

// blankGap is a run of blank lines that a shorter text has one of.
type blankGap struct {
	at   int    // of the line feed in the shorter text that stands for it
	text string // what it stands for
}

type blankGaps []blankGap

// withoutGaps gives a text with one blank line for each run of them, and the runs.
func withoutGaps(text string) (short string, list blankGaps) {
	var b strings.Builder
	from := 0
	for _, m := range blankLines.FindAllStringIndex(text, -1) {
		b.WriteString(text[from : m[0]+1])
		list = append(list, blankGap{b.Len(), text[m[0]+1 : m[1]]})
		b.WriteByte('\n')
		from = m[1]
	}
	b.WriteString(text[from:])
	return b.String(), list
}

// restore gives a part of the shorter text, which stands at an offset, as it was.
// Parts are asked for in their order.
func (g *blankGaps) restore(part string, at int) string {
	if len(*g) == 0 || (*g)[0].at >= at+len(part) {
		return part
	}
	var b strings.Builder
	from := 0
	for len(*g) > 0 && (*g)[0].at < at+len(part) {
		b.WriteString(part[from : (*g)[0].at-at])
		b.WriteString((*g)[0].text)
		from = (*g)[0].at - at + 1
		*g = (*g)[1:]
	}
	b.WriteString(part[from:])
	return b.String()
}

// purposeOf gives the colour of a token, one of those in [purposeTheme].
func purposeOf(t chroma.TokenType) rtl.Color {
	switch {
	case t.InCategory(chroma.Comment):
		return purposeColor(purposeTheme.Muted)
	case t.InCategory(chroma.Keyword):
		return purposeColor(purposeTheme.Accent)
	case t == chroma.NameFunction:
		return purposeColor(purposeTheme.Link)
	case t.InSubCategory(chroma.LiteralString):
		return purposeColor(purposeTheme.Code)
	case t.InSubCategory(chroma.LiteralNumber):
		return purposeColor(purposeTheme.Mark)
	case t.InCategory(chroma.Operator), t.InCategory(chroma.Punctuation):
		return purposeColor(purposeTheme.Quote)
	default:
		return purposeColor(purposeTheme.Text)
	}
}
