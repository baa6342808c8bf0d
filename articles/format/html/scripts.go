package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// The raised and lowered characters that Unicode has (blocks Superscripts and
// Subscripts, Spacing Modifier Letters), each by the one that it stands for.
var (
	superscriptRunes = runePairs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
	subscriptRunes   = runePairs("0123456789+-−=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ")
)

// raisedStyle is how a style sheet in a line raises or lowers letters.
var raisedStyle = pattern.New(`(?i)vertical-align:\s*(super|sub)\b`)

// raisedBy returns the element that raises or lowers letters as a style does, 0 for none.
func raisedBy(style string) atom.Atom {
	switch m := raisedStyle.FindStringSubmatch(style); {
	case m == nil:
		return 0
	case strings.EqualFold(m[1], "super"):
		return atom.Sup
	}
	return atom.Sub
}

// runePairs gives the characters of one text by those of another.
func runePairs(from, to string) map[rune]rune {
	targets := []rune(to)
	all := make(map[rune]rune, len(targets))
	for i, r := range []rune(from) {
		all[r] = targets[i]
	}
	return all
}

// shiftScript writes a raised or lowered text as characters that are, where there are
// such for all of it, else behind ^ or _, so that no digit joins the number before it.
// Endings of ordinals and words stay as they are, and what refers to a note is written
// in brackets.
func shiftScript(n *html.Node) {
	const longest = 20 // bytes; more is a text in small letters
	s := TextOf(n)
	if s == "" || len(s) > longest {
		unwrap(n)
		return
	}
	if isNoteReference(n) {
		bracketNote(n)
		return
	}
	if isEnding(s) {
		unwrap(n)
		return
	}
	replaceWithText(n, shiftedBy(n.DataAtom, s))
}

// shiftedBy writes a text as the element sup raises it, or sub lowers it.
func shiftedBy(kind atom.Atom, s string) string {
	if kind == atom.Sub {
		return shiftText(s, subscriptRunes, "_")
	}
	return shiftText(s, superscriptRunes, "^")
}

// Shifted returns a short text as the element of a name, sup or sub, raises or lowers it:
// in the characters that are raised, else behind a sign. Endings of ordinals stay as
// they are.
func Shifted(name, s string) string {
	if isEnding(s) {
		return s
	}
	return shiftedBy(atom.Lookup([]byte(strings.ToLower(name))), s)
}

// shiftText writes a text with other letters, or behind a sign.
func shiftText(s string, letters map[rune]rune, sign string) string {
	var b strings.Builder
	for _, r := range s {
		to, ok := letters[r]
		if !ok {
			if strings.ContainsAny(s, " +-−=/×") {
				return sign + "(" + s + ")"
			}
			return sign + s
		}
		b.WriteRune(to)
	}
	return b.String()
}

// isEnding tells a raised text that belongs to the word before it: the ending of an
// ordinal, a mark of trade, a word in a script that has no raised numbers.
func isEnding(s string) bool {
	if slices.Contains([]string{"st", "nd", "rd", "th", "er", "re", "e", "ème", "eme", "o", "a", "os", "as", "me", "mme", "lle", "tm", "sm", "r", "ª", "º", "®", "™", "°"}, strings.ToLower(s)) {
		return true
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(r) }) ||
		!strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// isNoteReference tells what refers to a note at the end of a text: a short label that
// links to a place in the page or says that it is one.
func isNoteReference(n *html.Node) bool {
	const longest = 8 // characters of a label
	s := TextOf(n)
	if s == "" || len([]rune(s)) > longest || strings.ContainsAny(s, "↩↑") {
		return false
	}
	if isReference(n) {
		return true
	}
	if n.DataAtom == atom.A {
		return false
	}
	link := Find(n, atom.A)
	if link == nil && n.Parent != nil && n.Parent.DataAtom == atom.A {
		link = n.Parent
	}
	if link == nil {
		return strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]")
	}
	return isReference(link) || strings.Contains(Attribute(link, "href"), "#")
}

// isReference tells an element that says of itself that it refers to a note.
func isReference(n *html.Node) bool {
	all := classWords(n)
	return Attribute(n, "epub:type") == "noteref" || Attribute(n, "role") == "doc-noteref" ||
		hasAny(all, "noteref", "footnoteref", "fnref") || hasAny(all, "footnote") && hasAny(all, "ref", "reference") ||
		n.DataAtom == atom.Sup && hasAny(all, "reference", "footnote")
}

// bracketNote writes what refers to a note in brackets.
func bracketNote(n *html.Node) {
	s := strings.Trim(text.CleanLine(TextOf(n)), "[]()")
	replaceWithText(n, "["+s+"]")
}

// numberNotes writes before each note the number by which the text refers to it, where
// only a style sheet would.
func numberNotes(root *html.Node) {
	labels := map[string]string{} // of notes, by their ids
	for n := range root.Descendants() {
		if n.DataAtom == atom.A && (isNoteReference(n) || n.Parent.DataAtom == atom.Sup && isNoteReference(n.Parent)) {
			if _, id, ok := strings.Cut(Attribute(n, "href"), "#"); ok && id != "" {
				labels[id] = strings.Trim(TextOf(n), "[]()")
			}
		}
	}
	if len(labels) == 0 {
		return
	}
	for _, n := range Elements(root) {
		label := labels[Attribute(n, "id")]
		if label == "" || n.Parent == nil || !IsBlock(n) || n.DataAtom == atom.Li || strings.HasPrefix(strings.TrimLeft(TextOf(n), "[("), label) {
			continue
		}
		if n.DataAtom == atom.Aside {
			n.DataAtom, n.Data = atom.Div, "div" // it is no margin
		}
		first := firstLine(n)
		first.InsertBefore(textNode("["+label+"] "), first.FirstChild)
	}
}

// firstLine gives the innermost block with which an element begins.
func firstLine(n *html.Node) *html.Node {
	child := n.FirstChild
	for child != nil && !IsBlock(child) && TextOf(child) == "" {
		child = child.NextSibling
	}
	if child == nil || !IsBlock(child) {
		return n
	}
	return firstLine(child)
}

// isPageBreak tells the number of a printed page where in a text that page begins.
func isPageBreak(n *html.Node) bool {
	const longest = 9 // bytes
	if slices.Contains(strings.Fields(Attribute(n, "epub:type")), "pagebreak") || Attribute(n, "role") == "doc-pagebreak" {
		return !holdsCopy(n)
	}
	if n.DataAtom != atom.Span && n.DataAtom != atom.A || !hasAny(classWords(n), "pagenum", "pageno", "pagebreak") {
		return false
	}
	s := strings.Trim(shortText(n), "[](){}|–-— ")
	return len(s) <= longest && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune("صpg. ivxlc", r) })
}
