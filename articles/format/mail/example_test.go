package mail_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/mail"
)

func ExampleDecoder_Read() {
	d := &mail.Decoder{Charset: charset.DecodeAs}
	m, err := d.Read([]byte("From: =?utf-8?B?2YfZhtiv?= <h@marsa.example>\r\nSubject: x\r\n\r\nنص"))
	fmt.Println(m.From, m.Subject, m.Texts[0].Text, err)
	// Output: هند x نص <nil>
}
