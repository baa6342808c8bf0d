package intake

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/warraq/warraq/articles"
)

// What the head of a part says of its character set counts, before what the page
// says, unless the bytes plainly say otherwise.
func TestArchivedCharsets(t *testing.T) {
	t.Parallel()
	const russian = "Библиотека на воде снова открыта, и дети каждое утро ждут её на причале."
	for _, c := range []struct {
		name, header, meta string
		set                encoding.Encoding
		text               string
	}{
		{"the head alone", `; charset="windows-1251"`, "", charmap.Windows1251, russian},
		{"the head in capitals, without marks", "; charset=KOI8-R", "", charmap.KOI8R, russian},
		{"the page alone", "", "windows-1251", charmap.Windows1251, russian},
		{"the head before the page", "; charset=koi8-r", "windows-1251", charmap.KOI8R, russian},
		{"a head that names none there is", "; charset=x-none", "windows-1251", charmap.Windows1251, russian},
		{"a broken head", "; charset", "windows-1251", charmap.Windows1251, russian},
		{"Arabic", "; charset=windows-1256", "", charmap.Windows1256, mailSample},
		{"the bytes say otherwise", "; charset=iso-8859-1", "", charmap.Windows1256, mailSample},
		{"UTF-8 is told first", "; charset=windows-1251", "", unicode.UTF8, russian},
		{"a byte order mark is told first", "; charset=windows-1251", "", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), russian},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := "<html><head><title>x</title>"
			if c.meta != "" {
				page += fmt.Sprintf("<meta charset=%q>", c.meta)
			}
			page += "</head><body><article><h1>1</h1>" + strings.Repeat("<p>"+c.text+"</p>", 3) + "</article></body></html>"
			data, err := c.set.NewEncoder().String(page)
			if err != nil {
				t.Fatal(err)
			}
			archive := "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n" +
				"--b\r\nContent-Type: text/html" + c.header + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
				base64.StdEncoding.EncodeToString([]byte(data)) + "\r\n--b--\r\n"
			got, err := Read("a.mhtml", []byte(archive))
			if err != nil || len(got) != 1 {
				t.Fatalf("%v, %d articles", err, len(got))
			}
			if !strings.Contains(got[0].Body, c.text) {
				t.Errorf("the text is %q", got[0].Body)
			}
		})
	}
}

const mailSample = "أعلنت بلدية المدينة القديمة أن مكتبة الميناء ستفتح أبوابها كل ليلة، بعد إضراب نفذه العاملون فيها؛ فهل يأتي القراء؟"

// Of an archive that is cut off what is there is read, and the rest is said.
func TestCutMHTML(t *testing.T) {
	t.Parallel()
	const head = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><h1>المرفأ</h1><p>رست السفينة في المرفأ.</p>"
	list, err := Read("a.mht", []byte(head))
	if len(list) != 1 || !errors.Is(err, articles.ErrDamaged) {
		t.Errorf("%d articles, %v", len(list), err)
	}
	if _, err := Read("a.mht", []byte(head+"</body></html>\n--b--\n")); err != nil {
		t.Error(err)
	}
}
