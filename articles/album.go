package articles

import (
	"encoding/base64"
	"errors"
	"net/url"
	"strings"
)

// Album collects the pictures of one article while its text is made. Nothing is
// ever fetched: a picture is in the text itself (a data URI) or in the file, the
// folder or the archive that the text came in.
type Album struct {
	Limits Limits
	// Find gives at most so many bytes of what an address in the text leads to, nil
	// where nothing came along under it. A nil Find finds nothing.
	Find func(address string, most int64) ([]byte, error)
	// Here tells without reading whether there may be something under an address;
	// nil is to look.
	Here func(address string) bool
	// Embedded gives the address of a picture by its name; nil knows none.
	Embedded func(name string) string

	known    map[string]string // names of pictures by address, "" for none
	pictures []Picture
	read     int64 // bytes, of pictures that were kept and others
	wrong    error // the first limit that was reached
}

// MayHave tells without reading whether a picture may have come along under an
// address.
func (al *Album) MayHave(address string) bool {
	if _, ok := cutData(address); ok {
		return true
	}
	return address != "" && (al.Here == nil && al.Find != nil || al.Here != nil && al.Here(address))
}

// Keep gives the address under which the text shows a picture from now on, "" where
// there is none to be kept.
func (al *Album) Keep(address string) string {
	name, ok := al.known[address]
	if !ok {
		if al.known == nil {
			al.known = map[string]string{}
		}
		name = al.take(address)
		al.known[address] = name
	}
	if name == "" {
		return ""
	}
	return PictureScheme + name
}

// take reads a picture and gives its name.
func (al *Album) take(address string) string {
	left := al.Limits.Pictures - al.read
	if left <= 0 {
		al.fail(al.Limits.Over(PicturesLimit))
		return ""
	}
	var data []byte
	var err error
	// One byte more than may be tells that it is too much.
	most := min(al.Limits.Picture, left) + 1
	if encoded, ok := cutData(address); ok {
		data = decodeData(encoded, most)
	} else if al.Find != nil {
		data, err = al.Find(address, most)
	}
	al.read += int64(len(data))
	if err != nil || data == nil {
		al.fail(err)
		return ""
	}
	if int64(len(data)) > left {
		al.fail(al.Limits.Over(PicturesLimit))
		return ""
	}
	p, err := al.Limits.NewPicture(data)
	if err != nil {
		al.fail(err)
		return ""
	}
	for _, other := range al.pictures {
		if other.Name == p.Name {
			return p.Name
		}
	}
	al.pictures = append(al.pictures, p)
	return p.Name
}

// fail remembers a limit that was reached; a picture that is none is no failure.
func (al *Album) fail(err error) {
	if _, ok := errors.AsType[*LimitError](err); ok && al.wrong == nil {
		al.wrong = err
	}
}

// Give gives the article its pictures.
func (al *Album) Give(a *Article) {
	a.Pictures, a.wrong = al.pictures, al.wrong
}

// cutData gives what a data URI (RFC 2397) holds, if it is one.
func cutData(address string) (string, bool) {
	if len(address) < 5 || !strings.EqualFold(address[:5], "data:") {
		return "", false
	}
	return address[5:], true
}

// decodeData decodes what stands in a data URI, nil where it is no picture.
func decodeData(s string, most int64) []byte {
	kind, data, ok := strings.Cut(s, ",")
	if !ok || !strings.HasPrefix(strings.ToLower(kind), "image/") || !strings.HasSuffix(strings.ToLower(strings.TrimSpace(kind)), ";base64") {
		return nil
	}
	return DecodeBase64(data, most)
}

// DecodeBase64 decodes as much as is wanted of a text in base64 with white space in
// it, nil where that is none.
func DecodeBase64(s string, most int64) []byte {
	if strings.Contains(Head(s), "%") {
		if plain, err := url.PathUnescape(s); err == nil {
			s = plain
		}
	}
	s = strings.TrimRight(strings.Join(strings.Fields(s), ""), "=")
	if s == "" {
		return nil
	}
	s = s[:min(int64(len(s)), (most+2)/3*4)]
	data, err := base64.RawStdEncoding.DecodeString(s)
	if err != nil {
		return nil
	}
	return data[:min(int64(len(data)), most)]
}
