// Package rtf reads texts in the Rich Text Format of Word (1.9.1) and of the
// programs that write it too.
package rtf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/format/office"
)

// maxDepth is how deep groups may be nested.
const maxDepth = 500

var (
	errDepth = fmt.Errorf("groups are nested more than %d deep", maxDepth)
	errNone  = errors.New("it holds no text")
)

// IsRTF tells a file by how it begins.
func IsRTF(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data, "\uFEFF \r\n\t"), []byte(`{\rtf`))
}

// target is where the text of a group goes.
type target byte

const (
	toText target = iota
	toNowhere
	toFonts
	toStyles
	toLabel
	toField
	toPicture
	toTitle
	toAuthor
	toSummary
	toTime
)

// state is what a group inherits from the one around it.
type state struct {
	target  target
	outside target // where text went before a group that is written twice
	style   office.Style
	isBold  bool // of scripts that are written from right to left
	isItal  bool
	rtl     bool
	hidden  bool
	font    int
	rtlFont int
	spare   int // characters that follow a code of Unicode for those who do not know it
	starred bool
	ends    func() // what is to be done at the end of the group
	paragraph
}

// paragraph is how paragraphs are set.
type paragraph struct {
	named   int // the number of its style
	level   int // of a heading, 0 for none
	indent  int // the level of its list
	list    int // the number of its list
	inTable bool
	inset   int  // how far it stands from the edge
	hanging bool // its first line stands out from the others
}

// reader is what reading one file needs.
type reader struct {
	scanner
	state
	groups   []state
	codePage int
	fonts    map[int]font
	styles   map[int]string // the names of the styles of paragraphs, in lower case
	number   int            // the font or the style that is described
	name     strings.Builder
	raw      []byte // text that is not decoded yet
	high     rune   // the first half of a character, 0 for none
	left     int    // characters to pass over
	flow
	root     *office.Builder // the whole document's, which has the notes
	label    strings.Builder
	code     strings.Builder // of the field that is open
	link     string          // where the field leads
	blip     picture
	pictures [][]byte
	about    office.Document
	moment   [5]int
}

// Read reads a file.
func Read(data []byte) (office.Document, error) {
	r := &reader{scanner: scanner{data: data}, codePage: 1252, fonts: map[int]font{}, styles: map[int]string{}}
	r.root = &office.Builder{}
	r.out, r.p = r.root, &office.Paragraph{}
	r.spare, r.named = 1, -1
	if err := r.read(); err != nil {
		return r.about, err
	}
	r.endParagraph()
	r.endTable()
	r.root.Finish(&r.about)
	if r.about.Body.FirstChild == nil && r.about.Title == "" {
		return r.about, errNone
	}
	r.about.Picture = r.picture
	return r.about, nil
}

// read reads token by token.
func (r *reader) read() error {
	for {
		switch t := r.next(); t.kind {
		case endOfFile:
			r.flush()
			return nil
		case groupBegin:
			r.flush()
			r.left = 0
			if len(r.groups) >= maxDepth {
				return errDepth
			}
			r.groups = append(r.groups, r.state)
			r.ends, r.starred = nil, false
		case groupEnd:
			r.flush()
			r.left = 0
			r.endGroup()
		case byteToken, escapedToken:
			r.byte(t)
		case controlToken:
			if r.left > 0 && r.passed(t) {
				continue
			}
			r.control(t)
		}
	}
}

// passed tells a control that stands for a character which is passed over.
func (r *reader) passed(t token) bool {
	if t.word == "u" || t.word == "bin" {
		return false
	}
	r.left--
	return true
}

// endGroup goes back to the group around.
func (r *reader) endGroup() {
	if ends := r.ends; ends != nil {
		r.ends = nil // more groups may end than began
		ends()
	}
	if last := len(r.groups) - 1; last >= 0 {
		inTable, style := r.paragraph, r.target
		r.state = r.groups[last]
		r.groups = r.groups[:last]
		if style == toText && r.target == toText && len(r.groups) <= 1 {
			r.paragraph = inTable // of text that a program wrote in groups of its own
		}
	}
}

// byte takes in one byte of text.
func (r *reader) byte(t token) {
	if r.left > 0 {
		r.left--
		return
	}
	if r.target == toPicture {
		if t.kind == byteToken {
			r.blip.digit(t.b)
		}
		return
	}
	r.raw = append(r.raw, t.b)
}

// flush decodes the bytes so far.
func (r *reader) flush() {
	if len(r.raw) == 0 {
		return
	}
	data := r.raw
	r.raw = r.raw[:0]
	f := r.fonts[r.font]
	if rtl, ok := r.fonts[r.rtlFont]; r.rtl && ok && rtl.codePage != 0 {
		f = rtl
	}
	if f.isSigns && r.target == toText {
		for _, b := range data {
			r.text(office.Symbol(f.name, 0xF000+rune(b)))
		}
		return
	}
	page := f.codePage
	if page == 0 {
		page = r.codePage
	}
	r.text(decode(data, page))
}

// unicode takes in a character by its code, which may be the half of one.
func (r *reader) unicode(code int) {
	r.flush()
	c := rune(uint16(code))
	if code > 0xFFFF {
		c = rune(code)
	}
	r.left = r.spare
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
		return
	case r.high != 0:
		c, r.high = utf16.DecodeRune(r.high, c), 0
	case c >= 0xF020 && c <= 0xF0FF:
		r.text(office.Symbol(r.fonts[r.font].name, c))
		return
	}
	r.text(string(c))
}

// text takes in a piece of text.
func (r *reader) text(s string) {
	switch r.target {
	case toText:
		if !r.hidden {
			st := r.style
			st.Bold, st.Italic = st.Bold || r.rtl && r.isBold, st.Italic || r.rtl && r.isItal
			st.Link = r.open
			r.p.Text(s, st)
		}
	case toFonts, toStyles:
		r.described(s)
	case toLabel:
		r.label.WriteString(s)
	case toField:
		r.code.WriteString(s)
	case toTitle:
		r.about.Title = extendLine(r.about.Title, s)
	case toAuthor:
		r.about.Author = extendLine(r.about.Author, s)
	case toSummary:
		r.about.Summary = extendLine(r.about.Summary, s)
	case toNowhere, toPicture, toTime:
	}
}

// extendLine is a line with more behind it, unless it is too long for a line.
func extendLine(line, more string) string {
	const longest = 16 << 10
	if len(line) > longest {
		return line
	}
	return line + more
}

// described takes in the names of fonts and styles, each of which ends with ";".
func (r *reader) described(s string) {
	for rest := s; rest != ""; {
		name, after, ended := strings.Cut(rest, ";")
		r.name.WriteString(name)
		if rest = after; !ended {
			return
		}
		full := strings.TrimSpace(r.name.String())
		r.name.Reset()
		if r.target == toStyles {
			r.styles[r.number] = strings.ToLower(full)
			r.number = 0
			continue
		}
		f := r.fonts[r.number]
		f.name = full
		r.fonts[r.number] = f
	}
}

// created gives the time that the file says it was made at.
func (r *reader) created() {
	m := r.moment
	if m[0] > 0 && m[1] > 0 && m[2] > 0 {
		r.about.Published = time.Date(m[0], time.Month(m[1]), m[2], m[3], m[4], 0, 0, time.UTC)
	}
}

// note reads what is in a group as a note.
func (r *reader) note() {
	before := r.flow
	r.flow = flow{out: &office.Builder{}, p: &office.Paragraph{}, depth: before.depth + 1}
	r.paragraph, r.target = paragraph{named: -1}, toText
	if before.depth > 1 {
		r.target = toNowhere
	}
	r.ends = func() {
		r.endParagraph()
		r.endTable()
		inner := r.flow
		r.flow = before
		if inner.out.Body().FirstChild == nil {
			return
		}
		holder := office.Element(atom.Div)
		office.Move(inner.out.Body(), holder)
		r.p.Text(r.root.Note(holder, ""), office.Style{})
	}
}

// box reads what is in a group as a text that stands after the paragraph.
func (r *reader) box() {
	before := r.flow
	r.flow = flow{out: &office.Builder{}, p: &office.Paragraph{}, depth: before.depth + 1}
	r.paragraph, r.target = paragraph{named: -1}, toText
	r.ends = func() {
		r.endParagraph()
		r.endTable()
		inner := r.flow
		r.flow = before
		r.boxes = append(r.boxes, inner.out)
	}
}
