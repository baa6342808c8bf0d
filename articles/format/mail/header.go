package mail

import (
	"bytes"
	"encoding/base64"
	"mime"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// Header is the head of a message or of a part: the fields by their names in lower
// case, each with its first value.
type Header map[string]string

// maxHeader is how many bytes of a head are read.
const maxHeader = 1 << 20

// cutHeader parts a message from its head. Lines that are no fields are left out.
func cutHeader(data []byte) (Header, []byte) {
	h := Header{}
	name := ""
	var value []byte
	keep := func() {
		if _, is := h[name]; name != "" && !is {
			h[name] = string(value) // the first one counts
		}
	}
	for rest := data; ; {
		line, after, more := bytes.Cut(rest, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 || len(data)-len(after) > maxHeader {
			keep()
			return h, after
		}
		field, text, ok := bytes.Cut(line, []byte(":"))
		switch {
		case line[0] == ' ' || line[0] == '\t':
			value = append(append(value, '\n'), line...)
		case ok && isName(field):
			keep()
			name, value = strings.ToLower(string(bytes.TrimRight(field, " \t"))), bytes.Clone(bytes.TrimSpace(text))
		}
		if !more {
			keep()
			return h, nil
		}
		rest = after
	}
}

// isName tells the name of a field.
func isName(name []byte) bool {
	name = bytes.TrimRight(name, " \t")
	for _, c := range name {
		if c <= ' ' || c >= 0x7F || c == '>' {
			return false
		}
	}
	return len(name) > 0
}

// get returns a field on one line.
func (h Header) get(name string) string {
	return strings.TrimSpace(strings.NewReplacer("\r", "", "\n", "").Replace(h[name]))
}

// parameters returns what a field says and its parameters, also of one that is not
// written as it should be.
func (h Header) parameters(name string) (string, map[string]string) {
	field := h.get(name)
	value, parameters, err := mime.ParseMediaType(field)
	if err == nil {
		return value, parameters
	}
	value, rest, _ := strings.Cut(field, ";")
	parameters = map[string]string{}
	for part := range strings.SplitSeq(rest, ";") {
		if key, v, ok := strings.Cut(part, "="); ok {
			parameters[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	return strings.ToLower(strings.TrimSpace(value)), parameters
}

// encodedWord is a text in a head that is not ASCII (RFC 2047), with what parts it
// from the one before.
var encodedWord = pattern.New(`=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?]*)\?=`)

// words returns a text of a head decoded. Words that follow each other in the same
// character set are one, since some programs cut characters in two.
func (d *Decoder) words(text string) string {
	text = strings.NewReplacer("\r", "", "\n", "").Replace(text)
	var b strings.Builder
	var pending []byte
	set := ""
	flush := func() {
		if pending != nil {
			b.WriteString(d.decode(pending, set))
			pending = nil
		}
	}
	for {
		at := encodedWord.FindStringSubmatchIndex(text)
		if at == nil {
			break
		}
		between := text[:at[0]]
		name := strings.ToLower(text[at[2]:at[3]])
		if strings.TrimSpace(between) != "" || pending == nil {
			flush()
			b.WriteString(d.raw(between))
		} else if name != set {
			flush()
		}
		set = name
		pending = append(pending, decodeWord(text[at[4]:at[5]], text[at[6]:at[7]])...)
		if pending == nil {
			pending = []byte{}
		}
		text = text[at[1]:]
	}
	flush()
	b.WriteString(d.raw(text))
	return strings.TrimSpace(b.String())
}

// raw gives a text of a head in UTF-8: some programs write it as it is.
func (d *Decoder) raw(text string) string {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return d.decode([]byte(text), "")
		}
	}
	return text
}

// decodeWord decodes what is in an encoded word.
func decodeWord(encoding, text string) []byte {
	if strings.EqualFold(encoding, "B") {
		return decodeBase64([]byte(text))
	}
	return decodeQuoted([]byte(strings.ReplaceAll(text, "_", " ")), false)
}

// decodeBase64 decodes what of a text is base64. What follows an end is decoded too,
// as where two texts were written one after the other.
func decodeBase64(data []byte) []byte {
	out := make([]byte, 0, len(data)/4*3)
	digits := make([]byte, 0, len(data))
	flush := func() {
		if len(digits)%4 == 1 {
			digits = digits[:len(digits)-1] // too few bits for a byte
		}
		decoded := make([]byte, base64.RawStdEncoding.DecodedLen(len(digits)))
		n, _ := base64.RawStdEncoding.Decode(decoded, digits)
		out = append(out, decoded[:n]...)
		digits = digits[:0]
	}
	for _, c := range data {
		switch {
		case c == '=' && len(digits) > 0:
			flush()
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/':
			digits = append(digits, c)
		}
	}
	flush()
	return out
}

// decodeQuoted decodes quoted-printable; what is not written as it should be stays.
func decodeQuoted(data []byte, lines bool) []byte {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		if data[i] != '=' {
			out = append(out, data[i])
			continue
		}
		if end := softBreak(data[i+1:]); lines && end > 0 {
			i += end
			continue
		}
		if i+2 < len(data) && isHex(data[i+1]) && isHex(data[i+2]) {
			out = append(out, hexDigit(data[i+1])<<4|hexDigit(data[i+2]))
			i += 2
			continue
		}
		out = append(out, '=')
	}
	return out
}

// softBreak is how long a line end is that is none of the text, 0 for none.
func softBreak(data []byte) int {
	for i, c := range data {
		switch c {
		case '\n':
			return i + 1
		case ' ', '\t', '\r':
		default:
			return 0
		}
	}
	return len(data)
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f'
}

func hexDigit(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}
