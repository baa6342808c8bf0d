package mail

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// decoder decodes what is said to be in a character set, and takes the rest for
// UTF-8.
var decoder = &Decoder{Charset: func(data []byte, said string) (string, error) {
	set, err := htmlindex.Get(said)
	if err != nil {
		return string(data), nil
	}
	text, err := set.NewDecoder().Bytes(data)
	return string(text), err
}}

func decodeMessage(t *testing.T, text string) *Message {
	t.Helper()
	m, err := decoder.Read([]byte(strings.ReplaceAll(text, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func encoded(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }

func in1256(t *testing.T, text string) string {
	t.Helper()
	data, err := charmap.Windows1256.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What stands in the head of a message is decoded, also where it is not written as
// it should be.
func TestHead(t *testing.T) {
	t.Parallel()
	word := func(text string) string { return "=?utf-8?B?" + encoded(text) + "?=" }
	half := "مرسى الحديقة"
	for _, c := range []struct{ name, head, subject, from string }{
		{"plain", "Subject: Pier\nFrom: Hind <h@marsa.example>", "Pier", "Hind"},
		{"encoded", "Subject: " + word("مرسى") + "\nFrom: " + word("هند") + " <h@marsa.example>", "مرسى", "هند"},
		{"encoded in quotation marks", "Subject: a\nFrom: \"" + word("هند الساحلي") + "\" <h@marsa.example>", "a", "هند الساحلي"},
		{"a character cut in two", "Subject: =?utf-8?B?" + encoded(half[:5]) + "?=\n =?utf-8?B?" + encoded(half[5:]) + "?=\nFrom: h@marsa.example", half, "h@marsa.example"},
		{"in code page 1256", "Subject: =?windows-1256?Q?" + strings.ToUpper(fmt.Sprintf("=%x=%x", in1256(t, "مرسى")[0], in1256(t, "مرسى")[1])) + "?= x\nFrom: h@marsa.example (Hind)", "مر x", "Hind"},
		{"a language, and a text between", "Subject: " + "=?utf-8*ar?B?" + encoded("مرسى") + "?= و " + word("شاطئ") + "\nFrom: <h@marsa.example>", "مرسى و شاطئ", "h@marsa.example"},
		{"as it is", "Subject: مرسى\nFrom: هند <h@marsa.example>", "مرسى", "هند"},
		{"broken over lines", "Subject: a\n\tb\nno field\nFrom: Hind\n <h@marsa.example>", "a\tb", "Hind"},
	} {
		m := decodeMessage(t, c.head+"\nDate: Mon, 02 Dec 2024 09:30:00 +0300 (AST)\nMessage-ID: <1@marsa.example>\n\nx\n")
		if m.Subject != c.subject || m.From != c.from || m.ID != "1@marsa.example" || m.Date.Format("2006-01-02 15:04 -0700") != "2024-12-02 09:30 +0300" {
			t.Errorf("%s: %q, %q, %q, %v", c.name, m.Subject, m.From, m.ID, m.Date)
		}
	}
}

// showMessage is what a message holds, in short.
func showMessage(m *Message) string {
	var b strings.Builder
	for _, t := range m.Texts {
		kind := "text"
		if t.HTML {
			kind = "html"
		}
		fmt.Fprintf(&b, "%s %q; ", kind, strings.ReplaceAll(t.Text, "\r\n", "\n"))
	}
	for _, p := range m.Pictures {
		fmt.Fprintf(&b, "picture %s %s %q; ", p.Names, p.Name, p.Data)
	}
	for _, name := range m.Others {
		fmt.Fprintf(&b, "file %s; ", name)
	}
	for _, inner := range m.Messages {
		fmt.Fprintf(&b, "message %q (%s); ", inner.Subject, showMessage(inner))
	}
	if m.IsEncrypted {
		b.WriteString("encrypted; ")
	}
	return strings.TrimSuffix(b.String(), "; ")
}

// Of a message the texts that are read are taken, each in one form.
func TestParts(t *testing.T) {
	t.Parallel()
	multi := func(kind string, parts ...string) string {
		body := "Content-Type: multipart/" + kind + "; boundary=\"b-" + kind + "\"\n\npreamble\n"
		for _, p := range parts {
			body += "--b-" + kind + "\n" + p + "\n"
		}
		return body + "--b-" + kind + "--\nepilogue\n"
	}
	plain := "Content-Type: text/plain; charset=utf-8\n\nنص"
	page := "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + encoded("<p>نص</p>")
	picture := "Content-Type: image/png; name=a.png\nContent-ID: <a@b>\nContent-Transfer-Encoding: base64\n\n" + encoded("bytes")
	for _, c := range []struct{ name, body, want string }{
		{"text", plain, `text "نص\n"`},
		{"text of no kind", "\nنص", `text "نص\n"`},
		{"quoted-printable", "Content-Type: text/plain; charset=windows-1256\nContent-Transfer-Encoding: quoted-printable\n\n=E3=D1=\n=D3=EC =3D", `text "مرسى =\n"`},
		{"flowed", "Content-Type: text/plain; format=flowed\n\na \nb\n> c \n> d\ne", `text "a b\n> c d\ne"`},
		{"the better of two", multi("alternative", plain, page), `html "<p>نص</p>"`},
		{"the fuller of two", multi("alternative", "Content-Type: text/plain\n\na b c d", "Content-Type: text/html\n\n<p>a</p>"), `text "a b c d"`},
		{"one with pictures", multi("alternative", plain, multi("related", page, picture)), `html "<p>نص</p>"; picture [cid:a@b] a.png "bytes"`},
		{"one with files", multi("mixed", plain, picture, "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''%D8%A3.pdf\n\nx", "Content-Type: text/plain\n\nlist"), `text "نص"; text "list"; picture [cid:a@b] a.png "bytes"; file أ.pdf`},
		{"a message in it", multi("mixed", plain, "Content-Type: message/rfc822\n\nSubject: in\nFrom: a@b\n\nنص"), `text "نص"; message "in" (text "نص")`},
		{"signed", multi("signed", plain, "Content-Type: application/pgp-signature; name=x.asc\n\nx"), `text "نص"`},
		{"encrypted", multi("encrypted", "Content-Type: application/pgp-encrypted\n\nx"), `encrypted`},
		{"without an end", strings.ReplaceAll(multi("mixed", plain), "--b-mixed--\nepilogue\n", ""), `text "نص\n"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := decodeMessage(t, "From: a@b\nSubject: s\nMIME-Version: 1.0\n"+c.body+"\n")
			if got := strings.TrimRight(showMessage(m), `\n"`); got != strings.TrimRight(c.want, `\n"`) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// A file of many gives each message as it was.
func TestSplit(t *testing.T) {
	t.Parallel()
	box := "From a@b Mon Dec  2 09:30:00 2024\nSubject: 1\n\nFrom the sea\n>From here\n>>From there\n\nFrom - Mon Dec 02 09:31:00 2024\nSubject: 2\n\n" +
		strings.Repeat("long ", 100) + "\n\nFrom 12@xxx Mon Dec 02 06:30:00 +0000 2024\nSubject: 3\n\nend"
	var got []string
	for piece, err := range Split(strings.NewReader(box), 200) {
		got = append(got, fmt.Sprintf("%d %q %v", piece.Line, piece.Data, err))
	}
	want := []string{
		`2 "Subject: 1\n\nFrom the sea\nFrom here\n>From there\n\n" <nil>`,
		`9 "" the message is too large`,
		`14 "Subject: 3\n\nend" <nil>`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A message is told by its head, and nothing else is.
func TestRecognised(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"From: a@b\nTo: c@d\nSubject: x\nDate: today\n\nx":                                                             true,
		"Return-Path: <a@b>\nReceived: x\n\ty\nFrom: a@b\nDate: today\n\nx":                                            true,
		"From: <Saved by Blink>\nSnapshot-Content-Location: https://marsa.example/\nSubject: x\nMIME-Version: 1.0\n\n": false,
		"From: \"Saved by Windows Internet Explorer 8\"\nSubject: x\nDate: y\nMIME-Version: 1.0\n\n":                   false,
		"Title: x\nDate: 2024-01-01\nAuthor: y\n\nx":                                                                   false,
		"HTTP/1.1 200 OK\nContent-Type: text/html\n\nx":                                                                false,
		"من: هند\nإلى: سعد\n\nx":                                                                                       false,
		"From: the sea\n\nx":                                                                                           false,
	} {
		if got := IsMessage([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if !IsMbox([]byte("From a@b Mon Dec  2 09:30:00 2024\nReceived: x\n")) || IsMbox([]byte("From the sea at 10:30, in 2024\nwe came\n")) {
		t.Error("a file of messages is not told")
	}
	if got := CutCount([]byte("9\nFrom: a\n\n<?xml")); string(got) != "From: a\n\n" {
		t.Errorf("a message of Apple Mail is %q", got)
	}
}

// FuzzRead reads any message without a fault.
func FuzzRead(f *testing.F) {
	f.Add([]byte("From: =?utf-8?B?2Yc=?= =?x?Q?=?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n--b\n\n--b--"))
	f.Add([]byte("Content-Type: text/plain; format=flowed; delsp=yes\nContent-Transfer-Encoding: quoted-printable\n\n=\n=4 \n> "))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = decoder.Read(data)
		for range Split(bytes.NewReader(data), 100) {
		}
	})
}
