package articles

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // known by image.Decode from here on
	_ "image/jpeg" // the same
	_ "image/png"  // the same
	"slices"
	"strings"

	_ "golang.org/x/image/webp" // the same

	"github.com/warraq/warraq/articles/pattern"
)

// Picture is a picture that an article came with and that its text shows. The
// text has its [Picture.Address] where a link to a file or to the web stood.
type Picture struct {
	// Name is made of the bytes, so that a picture is the same wherever it is kept.
	Name   string `json:"name"`
	Type   string `json:"type"` // a media type: one of PNG, JPEG, GIF and WebP
	Width  int    `json:"width"`
	Height int    `json:"height"` // in pixels
	Data   []byte `json:"data"`
}

// PictureScheme begins the address of a picture that came with an article.
const PictureScheme = "picture:"

// Address is what stands for a picture in the text of its article.
func (p *Picture) Address() string { return PictureScheme + p.Name }

// File is a name for a picture as a file.
func (p *Picture) File() string { return p.Name + pictureTypes[p.Type] }

// CutPicture returns the name of the picture that an address in a text stands for, and
// whether it stands for one that came with the article.
func CutPicture(address string) (name string, ok bool) {
	return strings.CutPrefix(address, PictureScheme)
}

// pictureTypes are the media types of pictures and the endings of their files.
var pictureTypes = map[string]string{
	"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp",
}

// pictureEndings are those by which a picture is looked for among the files of a
// folder. What it is says the content.
var pictureEndings = []string{".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp"}

// leastSide is the length in pixels of the shorter side below which a picture is
// furniture of its page: an icon, a rule, what counts visitors.
const leastSide = 32

// nameBytes is how many bytes of a digest name a picture.
const nameBytes = 8

var (
	// ErrNoPicture says that bytes are no picture of a kind that is taken.
	ErrNoPicture = errors.New("it is neither PNG nor JPEG, GIF or WebP")
	// ErrSmallPicture says that a picture is too small to be one of the article.
	ErrSmallPicture = fmt.Errorf("it is smaller than %d pixels", leastSide)
)

// NewPicture finds what the bytes of a picture are, by the bytes alone. Nothing is
// decoded but the head. What goes beyond a limit is a [*LimitError].
func (l Limits) NewPicture(data []byte) (Picture, error) {
	if int64(len(data)) > l.Picture {
		return Picture{}, l.Over(PictureLimit)
	}
	head, format, err := image.DecodeConfig(bytes.NewReader(data))
	kind := "image/" + format
	switch {
	case err != nil || pictureTypes[kind] == "":
		return Picture{}, ErrNoPicture
	case min(head.Width, head.Height) < leastSide:
		return Picture{}, ErrSmallPicture
	case int64(head.Width) > l.Pixels/int64(head.Height):
		return Picture{}, l.Over(PixelsLimit)
	}
	return Picture{
		Name: pictureName(data), Type: kind, Width: head.Width, Height: head.Height, Data: data,
	}, nil
}

func pictureName(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:nameBytes])
}

// IsWhole tells whether the bytes of a picture are those that it was named by.
func (p *Picture) IsWhole() bool { return p.Name == pictureName(p.Data) }

// PictureNames finds the names of pictures in a text, in the order in which they
// stand in it first. A text may name pictures that it did not come with.
func PictureNames(body string) (names []string) {
	for _, m := range pictureAddress.FindAllStringSubmatch(body, -1) {
		if !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	return names
}

// imageAddress finds the pictures that a text shows: what stands before the address, and
// the address.
var imageAddress = pattern.New(`(!\[(?:[^\]\\]|\\.)*\]\()([^)\s]*)`)

// ReplaceImages gives a text with other addresses in the places of those of the pictures
// that it shows, from the web as well.
func ReplaceImages(body string, address func(string) string) string {
	if !strings.Contains(body, "![") {
		return body
	}
	return imageAddress.ReplaceAllStringFunc(body, func(shown string) string {
		parts := imageAddress.FindStringSubmatch(shown)
		return parts[1] + address(parts[2])
	})
}

// WebPictures gives the addresses of the pictures that a text shows from the web, each once
// and in their order.
func WebPictures(body string) (addresses []string) {
	if !strings.Contains(body, "](http") {
		return nil
	}
	for _, m := range imageAddress.FindAllStringSubmatch(body, -1) {
		if IsWebAddress(m[2]) && !slices.Contains(addresses, m[2]) {
			addresses = append(addresses, m[2])
		}
	}
	return addresses
}

// WithoutPictureNames is a text without the names of pictures in it, which are no
// words of it.
func WithoutPictureNames(body string) string {
	if !strings.Contains(body, PictureScheme) {
		return body
	}
	return pictureAddress.ReplaceAllString(body, "]() ")
}

// WithoutPictures is a text without the pictures that came along.
func WithoutPictures(body string) string {
	if !strings.Contains(body, PictureScheme) {
		return body
	}
	return onlyPictures.ReplaceAllString(body, "")
}

// onlyPictures finds the pictures that came along in a text.
var onlyPictures = pattern.New(`!\[[^\]]*\]\(` + PictureScheme + `[0-9a-f]{16}\)`)

var pictureAddress = pattern.New(`\]\(` + PictureScheme + `([0-9a-f]{16})[)\s]`)

// cleanPictures is the door for pictures, whatever form they came in: each is what
// it says that it is, the text shows it, and all are within the limits.
func (a *Article) cleanPictures(l Limits) error {
	if len(a.Pictures) == 0 {
		return nil
	}
	names := PictureNames(a.Body)
	var kept []Picture
	var wrong error
	total := int64(0)
	for _, p := range a.Pictures {
		checked, err := l.NewPicture(p.Data)
		if _, isLimit := errors.AsType[*LimitError](err); isLimit {
			wrong = err
		}
		if err != nil || checked.Name != p.Name || !slices.Contains(names, p.Name) ||
			slices.ContainsFunc(kept, func(k Picture) bool { return k.Name == p.Name }) {
			continue
		}
		if total += int64(len(p.Data)); total > l.Pictures {
			wrong = l.Over(PicturesLimit)
			break
		}
		kept = append(kept, checked)
	}
	slices.SortFunc(kept, func(a, b Picture) int { return slices.Index(names, a.Name) - slices.Index(names, b.Name) })
	a.Pictures = kept
	return wrong
}
