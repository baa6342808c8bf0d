// Package mail reads messages (RFC 5322, MIME) and files of many (mbox, RFC 4155).
package mail

import (
	"bytes"
	"errors"
	"net/mail"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/pattern"
)

// Decoder decodes messages.
type Decoder struct {
	// Charset gives bytes as UTF-8; said is the character set that they are said to
	// be in, or "".
	Charset func(data []byte, said string) (string, error)
}

// decode gives bytes as UTF-8, with what is none replaced.
func (d *Decoder) decode(data []byte, said string) string {
	text, err := d.Charset(data, said)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return text
}

// Message is what a message says.
type Message struct {
	ID, Subject string
	From        string // the name of who wrote it, or the address
	List        string // the name of the list that it came over, "" for none
	IsBulk      bool   // it went to many
	Language    string
	Address     string // where it stands on the web, where it says so
	Date        time.Time
	Texts       []Text // one after the other
	Pictures    []Picture
	Messages    []*Message // those in it
	Others      []string   // the names of files that came with it and are not read
	IsEncrypted bool
	IsCut       bool // what ends its last part is missing
}

// Text is a part of a message that is read.
type Text struct {
	HTML     bool
	Text     string
	Location string // where it is from, as archives of web pages say
}

// Picture is a picture that came with a message.
type Picture struct {
	Names []string // the addresses under which the text shows it
	Name  string   // of the file
	Data  []byte
}

// The bounds of a message.
const (
	maxDepth = 12
	maxParts = 2000
)

// ErrParts is the error of a message with more parts, or parts nested deeper, than
// are read.
var ErrParts = errors.New("the message has too many parts")

// Read reads a message.
func (d *Decoder) Read(data []byte) (*Message, error) {
	w := &walker{Decoder: d}
	m := w.message(data, 0)
	return m, w.err
}

// walker is what reading the parts of one message needs.
type walker struct {
	*Decoder
	parts int
	err   error
}

// message reads a message, which may stand in another.
func (w *walker) message(data []byte, depth int) *Message {
	h, body := cutHeader(data)
	m := &Message{Subject: w.words(h["subject"]), Language: h.get("content-language")}
	m.ID = strings.Trim(h.get("message-id"), "<> ")
	m.From = w.sender(h)
	m.Date = writtenOn(h)
	m.List = w.list(h)
	m.IsBulk = m.List != "" || h["list-unsubscribe"] != "" || strings.EqualFold(h.get("precedence"), "bulk")
	m.Address = strings.Trim(h.get("archived-at"), "<> ")
	if at := h.get("snapshot-content-location"); at != "" {
		m.Address = at
	}
	m.IsCut = isCut(h, body)
	p := w.part(h, body, depth)
	m.Texts, m.Pictures, m.Messages, m.Others, m.IsEncrypted = p.texts, p.pictures, p.messages, p.others, p.encrypted
	return m
}

// sender is the name of who wrote a message, or the address.
func (w *walker) sender(h Header) string {
	for _, field := range []string{"from", "sender", "reply-to"} {
		text := h.get(field)
		if text == "" {
			continue
		}
		name, address, ok := strings.Cut(text, "<")
		if !ok {
			name, address = "", text
			if before, comment, ok := strings.Cut(text, "("); ok {
				address, name = before, strings.TrimRight(comment, ") ")
			}
		}
		name = strings.ReplaceAll(strings.Trim(w.words(name), `"' `), `\"`, `"`)
		if name = strings.Trim(w.words(name), `"' `); name != "" {
			return name
		}
		address, _, _ = strings.Cut(address, ">")
		return strings.TrimSpace(address)
	}
	return ""
}

// list is the name of the list that a message came over: List-Id: "name" <id>.
func (w *walker) list(h Header) string {
	name, id, _ := strings.Cut(h.get("list-id"), "<")
	if name = strings.Trim(w.words(name), `"' `); name != "" {
		return name
	}
	if id = strings.Trim(id, "<> "); id != "" && strings.Count(id, ".") > 0 && !strings.ContainsAny(id, "0123456789") {
		return id
	}
	return ""
}

// commentPattern is what a date may have behind it.
var commentPattern = pattern.New(`\s*\([^)]*\)\s*$`)

// writtenOn reads when a message was written from its header, the zero time for not known.
func writtenOn(h Header) time.Time {
	text := commentPattern.ReplaceAllString(h.get("date"), "")
	if t, ok := dates.Parse(text); ok { // which knows the zones that have names
		return t
	}
	if t, err := mail.ParseDate(text); err == nil {
		return t
	}
	for _, layout := range []string{"Mon, 2 Jan 06 15:04:05 -0700", "2 Jan 2006 15:04:05", "Mon, 2 Jan 2006 15:04:05", "Mon Jan 2 15:04:05 2006", time.RFC3339} {
		if t, err := time.Parse(layout, text); err == nil {
			return t
		}
	}
	return time.Time{}
}

// content is what a part holds.
type content struct {
	texts     []Text
	pictures  []Picture
	messages  []*Message
	others    []string
	encrypted bool
}

func (c *content) add(more content) {
	c.texts = append(c.texts, more.texts...)
	c.pictures = append(c.pictures, more.pictures...)
	c.messages = append(c.messages, more.messages...)
	c.others = append(c.others, more.others...)
	c.encrypted = c.encrypted || more.encrypted
}

// part reads a part by what it says that it is.
func (w *walker) part(h Header, body []byte, depth int) (c content) {
	if w.parts++; w.parts > maxParts || depth > maxDepth {
		w.err = ErrParts
		return c
	}
	kind, parameters := h.parameters("content-type")
	disposition, named := h.parameters("content-disposition")
	name := w.words(firstText(named["filename"], parameters["name"]))
	switch {
	case strings.HasPrefix(kind, "multipart/") && parameters["boundary"] != "":
		return w.multipart(kind, split(body, parameters["boundary"]), depth)
	case kind == "message/rfc822":
		return content{messages: []*Message{w.message(decodePart(h, body), depth+1)}}
	case strings.HasPrefix(kind, "image/"):
		return content{pictures: []Picture{{partAddresses(h), name, decodePart(h, body)}}}
	case kind == "application/pkcs7-mime" || kind == "application/x-pkcs7-mime":
		return content{encrypted: true}
	case disposition == "attachment" || name != "" && kind != "text/html" && kind != "text/plain":
		if !isSignature(kind) {
			c.others = append(c.others, firstText(name, kind))
		}
		return c
	case kind == "text/html", kind == "application/xhtml+xml":
		text := w.decode(decodePart(h, body), parameters["charset"])
		return content{texts: []Text{{HTML: true, Text: text, Location: h.get("content-location")}}}
	case kind == "" || kind == "text" || kind == "text/plain" || kind == "text/enriched":
		text := w.decode(decodePart(h, body), parameters["charset"])
		if strings.EqualFold(parameters["format"], "flowed") {
			text = unflow(text, strings.EqualFold(parameters["delsp"], "yes"))
		}
		return content{texts: []Text{{Text: text}}}
	}
	return c
}

// isSignature tells what belongs to a message and is no file.
func isSignature(kind string) bool {
	return strings.HasSuffix(kind, "-signature") || kind == "text/calendar" || kind == "message/delivery-status"
}

// firstText returns the first text that is not empty.
func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// partAddresses are those under which other parts show a part (RFC 2392, RFC 2557).
func partAddresses(h Header) (all []string) {
	if id := strings.Trim(h.get("content-id"), "<> "); id != "" {
		all = append(all, "cid:"+id)
	}
	if at := strings.Trim(h.get("content-location"), "<> "); at != "" {
		all = append(all, at)
	}
	return all
}

// multipart reads a part that holds others. Of several forms of the same the last is
// taken that has the texts: HTML, which has structure, unless much is missing in it.
func (w *walker) multipart(kind string, parts [][]byte, depth int) (c content) {
	if kind == "multipart/encrypted" {
		return content{encrypted: true}
	}
	var best content
	most := 0 // words of it
	for _, part := range parts {
		h, body := cutHeader(part)
		if kind == "multipart/digest" && h["content-type"] == "" {
			h["content-type"] = "message/rfc822"
		}
		p := w.part(h, body, depth+1)
		if kind != "multipart/alternative" {
			c.add(p)
			continue
		}
		if n := wordCount(p); len(best.texts) == 0 || len(p.texts) > 0 && n*2 >= most {
			p, best, most = best, p, n
		}
		p.texts = nil
		c.add(p)
	}
	if kind == "multipart/related" && len(c.texts) > 1 && c.texts[0].HTML {
		c.texts = c.texts[:1] // the others are frames in it
	}
	best.add(c)
	return best
}

// tagsPattern are those of HTML, and what is not read in it.
var tagsPattern = pattern.New(`(?is)<(?:style|script|head)\b.*?</(?:style|script|head)>|<[^>]*>`)

func wordCount(c content) int {
	n := 0
	for _, t := range c.texts {
		text := t.Text
		if t.HTML {
			text = tagsPattern.ReplaceAllString(text, " ")
		}
		n += len(strings.Fields(text))
	}
	return n
}

// decodePart gives a part as it was before it was written down.
func decodePart(h Header, body []byte) []byte {
	switch strings.ToLower(h.get("content-transfer-encoding")) {
	case "base64":
		return decodeBase64(body)
	case "quoted-printable":
		return decodeQuoted(body, true)
	}
	return body
}

// split parts a body at its boundary. The last part may have no end.
func split(body []byte, boundary string) (parts [][]byte) {
	mark := []byte("--" + boundary)
	start := -1
	for at := 0; at < len(body); {
		end := bytes.IndexByte(body[at:], '\n')
		next := at + end + 1
		if end < 0 {
			next = len(body)
		}
		line := bytes.TrimRight(body[at:next], " \t\r\n")
		if rest, ok := bytes.CutPrefix(line, mark); ok && (len(rest) == 0 || string(rest) == "--") {
			if start >= 0 {
				parts = append(parts, trimLine(body[start:at]))
			}
			if start = next; len(rest) > 0 || len(parts) >= maxParts {
				return parts
			}
		}
		at = next
	}
	if start >= 0 && start < len(body) {
		parts = append(parts, body[start:])
	}
	return parts
}

// isCut reports whether what ends the last part of a body is missing.
func isCut(h Header, body []byte) bool {
	_, parameters := h.parameters("content-type")
	boundary := parameters["boundary"]
	return boundary != "" && bytes.Contains(body, []byte("--"+boundary)) && !bytes.Contains(body, []byte("--"+boundary+"--"))
}

// trimLine takes the line end off that belongs to the boundary.
func trimLine(part []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(part, []byte("\n")), []byte("\r"))
}

// unflow joins the lines of a text that were broken to a width (RFC 3676).
func unflow(text string, deleteSpace bool) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	var b strings.Builder
	open, depth := false, 0
	for _, line := range lines {
		quoted := len(line) - len(strings.TrimLeft(line, ">"))
		rest := strings.TrimPrefix(line[quoted:], " ")
		if open && quoted == depth {
			line = rest
		} else if open {
			b.WriteByte('\n')
		}
		flows := strings.HasSuffix(line, " ") && line != "-- "
		if flows && deleteSpace {
			line = strings.TrimSuffix(line, " ")
		}
		b.WriteString(line)
		if open, depth = flows, quoted; !flows {
			b.WriteByte('\n')
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
