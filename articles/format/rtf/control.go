package rtf

import "github.com/warraq/warraq/articles/format/office"

// controlCharacters are the controls that stand for characters.
var controlCharacters = map[string]string{
	"~": "\u00A0", "_": "\u2011", "-": "", "\\": "\\", "{": "{", "}": "}", "tab": "\t", "emdash": "—", "endash": "–",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
	"zwj": "\u200D", "zwnj": "\u200C", "rtlmark": "\u200F", "ltrmark": "\u200E", "qmspace": " ", "nestcell": "\t",
}

// skippedGroups are the groups whose text is not the document's.
var skippedGroups = map[string]bool{
	"colortbl": true, "header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true,
	"footerr": true, "footerf": true, "tc": true, "xe": true, "rxe": true, "private": true, "comment": true, "nonshppict": true,
	"objdata": true, "listname": true, "nonesttables": true, "sp": true, "shprslt": true, "operator": true, "company": true,
	"category": true, "manager": true, "keywords": true, "subject": true, "revtim": true, "printim": true, "buptim": true,
	"hlinkbase": true, "ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true,
	"atrfstart": true, "atrfend": true, "info": true, "listtable": true, "listoverridetable": true,
}

// starredText are the groups that a program may not know and that hold text all the
// same.
var starredText = map[string]bool{
	"shppict": true, "shpinst": true, "mmath": true, "moMath": true, "footnote": true, "nesttableprops": true,
}

// groupTargets are the groups whose text goes elsewhere.
var groupTargets = map[string]target{
	"fonttbl": toFonts, "stylesheet": toStyles, "listtext": toLabel, "pntext": toLabel, "title": toTitle,
	"author": toAuthor, "doccomm": toSummary, "creatim": toTime,
}

// control does what a control word says.
func (r *reader) control(t token) {
	if text, ok := controlCharacters[t.word]; ok {
		r.flush()
		r.text(text)
		return
	}
	switch t.word {
	case "u":
		r.unicode(t.number)
		return
	case "uc":
		r.spare = max(t.number, 0)
		return
	case "'":
		return
	case "bin":
		r.binary(t.number)
		return
	}
	r.flush()
	if r.group(t) || r.target != toText && r.describe(t) {
		return
	}
	r.head(t)
	r.character(t)
	r.setParagraph(t)
	if r.target == toText {
		r.move(t)
	}
}

// group tells what a group is for.
func (r *reader) group(t token) bool {
	if t.word == "*" {
		r.starred = true
		return true
	}
	starred := r.starred
	r.starred = false
	if t.word == "ud" {
		r.target = r.outside
		return true
	}
	if to, ok := groupTargets[t.word]; ok && (r.target != toNowhere || len(r.groups) <= maxInfo) {
		r.begin(to)
		return true
	}
	switch {
	case t.word == "upr":
		r.outside, r.target = r.target, toNowhere
	case skippedGroups[t.word] && !t.has:
		r.target = toNowhere
	case r.target == toNowhere:
		return false
	case t.word == "footnote":
		r.note()
	case t.word == "shptxt":
		r.box()
	case t.word == "fldinst":
		r.field()
	case t.word == "fldrslt":
		r.result()
	case t.word == "pict":
		r.blip = picture{}
		r.target, r.ends = toPicture, r.endPicture
	case starred && !starredText[t.word]:
		r.target = toNowhere
	default:
		return false
	}
	return true
}

// maxInfo is how deep the groups stand that say something of the document.
const maxInfo = 4

// begin lets the text of a group go elsewhere.
func (r *reader) begin(to target) {
	r.target = to
	switch to {
	case toFonts, toStyles:
		r.name.Reset()
		r.number = 0
	case toLabel:
		r.label.Reset()
	case toTime:
		r.moment = [5]int{}
		r.ends = r.created
	}
}

// describe takes in what controls say of fonts, styles, pictures and times; it tells
// whether that is all that they do.
func (r *reader) describe(t token) bool {
	switch r.target {
	case toFonts:
		r.describeFont(t)
	case toStyles:
		if t.word == "s" || t.word == "cs" || t.word == "ds" || t.word == "ts" {
			r.number = t.number
			if t.word != "s" {
				r.number = -1 - t.number
			}
		}
	case toPicture:
		switch t.word {
		case "pngblip", "jpegblip":
			r.blip.known = true
		}
	case toTime:
		for i, word := range []string{"yr", "mo", "dy", "hr", "min"} {
			if t.word == word {
				r.moment[i] = t.number
			}
		}
	default:
		return false
	}
	return true
}

func (r *reader) describeFont(t token) {
	f := r.fonts[r.number]
	switch t.word {
	case "f":
		r.number = t.number
		r.name.Reset()
		return
	case "fcharset":
		f.codePage, f.isSigns = fontCodePages[t.number], t.number == 2
	case "cpg":
		f.codePage = t.number
	default:
		return
	}
	r.fonts[r.number] = f
}

// head takes in what the head of a file says.
func (r *reader) head(t token) {
	switch t.word {
	case "ansicpg":
		if t.number > 0 {
			r.codePage = t.number
		}
	case "mac":
		r.codePage = 10000
	case "pc":
		r.codePage = 437
	case "pca":
		r.codePage = 850
	case "deff":
		r.font = t.number
	case "deflang", "adeflang":
		if page := languageCodePages[t.number&0x3FF]; page != 0 && r.codePage == 1252 {
			r.codePage = page
		}
	}
}

// character takes in how text is set.
func (r *reader) character(t token) {
	on := !t.has || t.number != 0
	switch t.word {
	case "plain":
		r.style, r.isBold, r.isItal, r.hidden, r.rtl = office.Style{}, false, false, false, false
	case "b":
		r.style.Bold = on
	case "ab":
		r.isBold = on
	case "i":
		r.style.Italic = on
	case "ai":
		r.isItal = on
	case "strike", "striked":
		r.style.Strike = on
	case "super":
		r.style.Raised, r.style.Lowered = on, false
	case "sub":
		r.style.Raised, r.style.Lowered = false, on
	case "up":
		r.style.Raised = on && (!t.has || t.number > 0)
	case "dn":
		r.style.Lowered = on && (!t.has || t.number > 0)
	case "nosupersub":
		r.style.Raised, r.style.Lowered = false, false
	case "v", "deleted":
		r.hidden = on
	case "f":
		r.font = t.number
	case "af":
		r.rtlFont = t.number
	case "rtlch":
		r.rtl = true
	case "ltrch":
		r.rtl = false
	}
}

// setParagraph takes in how paragraphs are set.
func (r *reader) setParagraph(t token) {
	switch t.word {
	case "pard":
		r.paragraph = paragraph{named: -1}
	case "s":
		r.named = t.number
	case "outlinelevel":
		if t.number >= 0 && t.number < 9 {
			r.level = t.number + 1
		}
	case "ilvl":
		r.indent = t.number
	case "ls":
		r.list = t.number
	case "li", "lin":
		r.inset = t.number
	case "fi":
		r.hanging = t.number < 0
	case "intbl":
		r.inTable = true
	}
}

// move does what ends paragraphs, cells and rows.
func (r *reader) move(t token) {
	switch t.word {
	case "par", "sect", "page", "\n", "\r":
		r.endParagraph()
	case "line", "lbr":
		r.p.Break()
	case "cell":
		r.endCell()
	case "row":
		r.endRow()
	case "nestrow":
		r.endParagraph()
	default:
		r.describeRow(t)
	}
}

// field reads what a field is to hold.
func (r *reader) field() {
	r.code.Reset()
	r.target = toField
	r.ends = func() { r.link = office.FieldLink(r.code.String()) }
}

// result reads what a field held when the file was written: a link, or text. A table
// of contents is none of it.
func (r *reader) result() {
	if office.IsIndexField(r.code.String()) {
		r.target = toNowhere
	}
	before := r.open
	r.open = r.link
	r.link = ""
	r.code.Reset()
	r.ends = func() { r.open = before }
}
