package webarchive

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// writer writes a property list in its binary form.
type writer struct {
	objects [][]byte
}

// plistDict is a dictionary, whose keys stand before their values.
type plistDict []any

// put adds an object and returns its number.
func (w *writer) put(v any) byte {
	number := byte(len(w.objects))
	w.objects = append(w.objects, nil)
	var body []byte
	switch v := v.(type) {
	case string:
		kind, text := byte(5), []byte(v)
		if strings.IndexFunc(v, func(r rune) bool { return r >= 0x80 }) >= 0 {
			kind, text = 6, nil
			for _, u := range utf16.Encode([]rune(v)) {
				text = binary.BigEndian.AppendUint16(text, u)
			}
			body = append(objectHead(kind, len(text)/2), text...)
			break
		}
		body = append(objectHead(kind, len(text)), text...)
	case []byte:
		body = append(objectHead(4, len(v)), v...)
	case []any:
		body = objectHead(10, len(v))
		for _, item := range v {
			body = append(body, w.put(item))
		}
	case plistDict:
		body = objectHead(13, len(v)/2)
		var values []byte
		for i := 0; i < len(v); i += 2 {
			body = append(body, w.put(v[i]))
			values = append(values, w.put(v[i+1]))
		}
		body = append(body, values...)
	}
	w.objects[number] = body
	return number
}

func objectHead(kind byte, length int) []byte {
	if length < 15 {
		return []byte{kind<<4 | byte(length)}
	}
	return binary.BigEndian.AppendUint32([]byte{kind<<4 | 0xF, 0x12}, uint32(length))
}

// written is a value as a file.
func written(v any) []byte {
	w := &writer{}
	w.put(v)
	data := []byte("bplist00")
	var offsets []byte
	for _, o := range w.objects {
		offsets = binary.BigEndian.AppendUint32(offsets, uint32(len(data)))
		data = append(data, o...)
	}
	at := len(data)
	data = append(data, offsets...)
	data = append(data, 0, 0, 0, 0, 0, 0, 4, 1)
	data = binary.BigEndian.AppendUint64(data, uint64(len(w.objects)))
	data = binary.BigEndian.AppendUint64(data, 0)
	return binary.BigEndian.AppendUint64(data, uint64(at))
}

func saved(extra ...any) plistDict {
	return append(plistDict{"WebMainResource", plistDict{
		"WebResourceData", []byte("<p>نص</p>"), "WebResourceURL", "https://marsa.example/مرسى",
		"WebResourceMIMEType", "text/html", "WebResourceTextEncodingName", "UTF-8",
	}}, extra...)
}

// An archive gives its page and its pictures, in both forms of a property list.
func TestRead(t *testing.T) {
	t.Parallel()
	picture := plistDict{"WebResourceURL", "https://marsa.example/a.png", "WebResourceMIMEType", "image/png", "WebResourceData", []byte("bytes")}
	style := plistDict{"WebResourceURL", "https://marsa.example/a.css", "WebResourceMIMEType", "text/css", "WebResourceData", []byte("x")}
	inXML := `<?xml version="1.0"?><!DOCTYPE plist><plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>` +
		base64.StdEncoding.EncodeToString([]byte("<p>نص</p>")) + `</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceTextEncodingName</key><string>UTF-8</string>
<key>WebResourceURL</key><string>https://marsa.example/مرسى</string></dict><key>WebSubresources</key><array><dict><key>WebResourceData</key><data>Ynl0ZXM=</data>
<key>WebResourceMIMEType</key><string>image/png</string><key>WebResourceURL</key><string>https://marsa.example/a.png</string></dict></array></dict></plist>`
	for name, data := range map[string][]byte{"binary": written(saved("WebSubresources", []any{style, picture})), "xml": []byte(inXML)} {
		if !IsWebArchive(data) {
			t.Errorf("%s: it is not told", name)
		}
		a, err := Read(data)
		if err != nil {
			t.Fatal(name, err)
		}
		if string(a.Data) != "<p>نص</p>" || a.Address != "https://marsa.example/مرسى" || a.Type != "text/html" || a.Charset != "UTF-8" {
			t.Errorf("%s: %+v", name, a)
		}
		if got, err := a.Picture("https://marsa.example/a.png", 4); string(got) != "byte" || err != nil || a.HasPicture("https://marsa.example/a.css") {
			t.Errorf("%s: the picture is %q, %v", name, got, err)
		}
	}
}

// What holds no page is refused.
func TestRefused(t *testing.T) {
	t.Parallel()
	if _, err := Read(written(plistDict{"WebMainResource", plistDict{"WebResourceURL", "x"}})); !errors.Is(err, ErrNoPage) {
		t.Errorf("without a page: %v", err)
	}
	if _, err := Read(written(saved())[:80]); err == nil {
		t.Error("it was read although it is cut off")
	}
	if IsWebArchive(written(plistDict{"a", "b"})) {
		t.Error("another property list is told")
	}
}

// FuzzRead reads any bytes without a fault.
func FuzzRead(f *testing.F) {
	f.Add(written(saved("WebSubresources", []any{plistDict{"WebResourceURL", "a", "WebResourceMIMEType", "image/png"}})))
	f.Fuzz(func(_ *testing.T, data []byte) {
		if a, err := Read(data); err == nil {
			for address := range a.parts {
				_, _ = a.Picture(address, 10)
			}
		}
	})
}
