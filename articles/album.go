package articles

import (
	"encoding/base64"
	"errors"
	"net/url"
	"strings"
)

// Album collects the pictures of one article while its text is made. A picture is in the
// text itself (a data URI) or in the file, the folder or the archive that the text came in.
// Nothing is fetched but by [Album.Remote], which only what fetches pages at its reader's
// wish has.
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

	// Remote fetches the pictures that the text shows from the web; nil fetches none.
	Remote *Remote

	known    map[string]string // names of pictures by address, "" for none
	pictures []Picture
	read     int64 // bytes, of pictures that were kept and others
	wrong    error // the first limit that was reached

	remote  map[string]string // what stands for pictures on the web that were asked for, "" for none
	fetched int               // how many of these were kept, or may come later
	awaited []string          // the addresses of those that may come later
}

// Remote is how pictures are fetched from the web.
type Remote struct {
	// Get fetches at most so many bytes of what an address leads to.
	Get func(address string, most int64) ([]byte, error)
	// Later tells of a failure whether the picture may come another time; nil is never.
	Later func(err error) bool
	// Most is how many are kept of an article.
	Most int
}

// mostAsked is how many pictures of an article are asked for, whatever comes.
const mostAsked = 100

// MayFetch reports whether what an address leads to would be fetched.
func (al *Album) MayFetch(address string) bool { return al.Remote != nil && IsWebAddress(address) }

// inText writes an address so that a text in Markdown has it as it is.
var inText = strings.NewReplacer("(", "%28", ")", "%29", " ", "%20")

// Fetch fetches a picture from the web and returns the address under which the text shows
// it from now on, "" where there is none or no more are wanted. One that cannot be had, or
// is too large, is no failure of the article; one that may come another time keeps its own
// address until then.
func (al *Album) Fetch(address string) string {
	if shown, asked := al.remote[address]; asked {
		return shown
	}
	left := al.Limits.Pictures - al.read
	if !al.MayFetch(address) || al.fetched >= al.Remote.Most || len(al.remote) >= mostAsked || left <= 0 {
		return ""
	}
	if al.remote == nil {
		al.remote = map[string]string{}
	}
	al.remote[address] = ""
	data, err := al.Remote.Get(address, min(al.Limits.Picture, left))
	if err != nil && al.Remote.Later != nil && al.Remote.Later(err) {
		shown := inText.Replace(address)
		al.fetched++
		al.awaited = append(al.awaited, shown)
		al.remote[address] = shown
		return shown
	}
	if err != nil || int64(len(data)) > left {
		return ""
	}
	al.read += int64(len(data))
	p, err := al.Limits.NewPicture(data)
	if err != nil {
		return ""
	}
	al.fetched++
	al.add(p)
	al.remote[address] = p.Address()
	return p.Address()
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
	al.add(p)
	return p.Name
}

// add puts a picture into the album, once.
func (al *Album) add(p Picture) {
	for _, other := range al.pictures {
		if other.Name == p.Name {
			return
		}
	}
	al.pictures = append(al.pictures, p)
}

// fail remembers a limit that was reached; a picture that is none is no failure.
func (al *Album) fail(err error) {
	if _, ok := errors.AsType[*LimitError](err); ok && al.wrong == nil {
		al.wrong = err
	}
}

// Pictures returns the pictures that the album has.
func (al *Album) Pictures() []Picture { return al.pictures }

// Give gives the article its pictures.
func (al *Album) Give(a *Article) {
	a.Pictures, a.awaited, a.wrong = al.pictures, al.awaited, al.wrong
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
