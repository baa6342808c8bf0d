package intake

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// painted is a picture of a size with something in it, each shade another one.
func painted(width, height int, shade uint8) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.Set(x, y, color.NRGBA{uint8(x), uint8(y), shade, 255})
		}
	}
	return m
}

func pngOf(t testing.TB, width, height int, shade uint8) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, painted(width, height, shade)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func jpegOf(t testing.TB, width, height int) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, painted(width, height, 9), nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gifOf(t testing.TB, width, height int) string {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, painted(width, height, 9), nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// webp is a picture of 64×48 pixels of one colour, without loss: the smallest that
// there is, by hand (RFC 9649, section 3).
func webp() string {
	bits := []byte{0x2F}
	head := uint32(63) | uint32(47)<<14
	bits = binary.LittleEndian.AppendUint32(bits, head)
	bits = append(bits, 0, 0, 0, 0, 0, 0, 0, 0)
	body := append([]byte("WEBPVP8L"), binary.LittleEndian.AppendUint32(nil, uint32(len(bits)))...)
	body = append(body, bits...)
	if len(bits)%2 == 1 {
		body = append(body, 0)
	}
	return string(append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...))
}

// pictureBomb is a PNG of a few bytes that says that it is huge.
func pictureBomb(width, height uint32) string {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32([]byte("IHDR"), width), height)
	head = append(head, 8, 6, 0, 0, 0)
	b := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	b = append(b, head...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(head)))
}

func dataURI(kind, data string) string {
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString([]byte(data))
}

func TestNewPicture(t *testing.T) {
	t.Parallel()
	small := articles.DefaultLimits()
	small.Picture = 400
	for _, test := range []struct {
		name, data string
		limits     articles.Limits
		want       string
		err        error
	}{
		{"PNG", pngOf(t, 64, 48, 1), articles.DefaultLimits(), "image/png 64×48", nil},
		{"JPEG", jpegOf(t, 64, 48), articles.DefaultLimits(), "image/jpeg 64×48", nil},
		{"GIF", gifOf(t, 64, 48), articles.DefaultLimits(), "image/gif 64×48", nil},
		{"WebP", webp(), articles.DefaultLimits(), "image/webp 64×48", nil},
		{"SVG is none", `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>`, articles.DefaultLimits(), "", articles.ErrNoPicture},
		{"nothing", "", articles.DefaultLimits(), "", articles.ErrNoPicture},
		{"text", "\x1b]0;x\a", articles.DefaultLimits(), "", articles.ErrNoPicture},
		{"what counts visitors", gifOf(t, 1, 1), articles.DefaultLimits(), "", articles.ErrSmallPicture},
		{"an icon", pngOf(t, 16, 16, 1), articles.DefaultLimits(), "", articles.ErrSmallPicture},
		{"a rule", pngOf(t, 600, 2, 1), articles.DefaultLimits(), "", articles.ErrSmallPicture},
		{"too many bytes", jpegOf(t, 64, 48), small, "", &articles.LimitError{Name: "picture", Value: 400}},
		{"too many pixels", pictureBomb(60000, 60000), articles.DefaultLimits(), "", &articles.LimitError{Name: "pixels", Value: 24 << 20}},
		{"more pixels than there can be", pictureBomb(1<<31-1, 1<<31-1), articles.DefaultLimits(), "", articles.ErrNoPicture},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := test.limits.NewPicture([]byte(test.data))
			if fmt.Sprint(err) != fmt.Sprint(test.err) {
				t.Fatalf("error %v, want %v", err, test.err)
			}
			if got := fmt.Sprintf("%s %d×%d", p.Type, p.Width, p.Height); err == nil && got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
}

// writeFiles writes files into a folder, which it gives.
func writeFiles(t *testing.T, list ...packedFile) string {
	t.Helper()
	root := t.TempDir()
	for _, f := range list {
		name := filepath.Join(root, f.name)
		err := os.MkdirAll(filepath.Dir(name), 0o700)
		if err == nil {
			err = os.WriteFile(name, []byte(f.text), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// readAll opens a path and reads what is in it.
func readAll(t *testing.T, o Options, path string) (list []articles.Article, errs []error) {
	t.Helper()
	for in, err := range OpenWith(t.Context(), o, []string{path}, nil) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		got, err := in.Read(t.Context())
		if err != nil {
			errs = append(errs, err)
		}
		list = append(list, got...)
	}
	return list, errs
}

const someText = "<p>وصلت السفينة إلى الميناء القديم عند الفجر، وكان الصيادون ينتظرونها منذ ليلتين على الرصيف الطويل، يحملون المصابيح ويتحدثون عن البحر.</p>"

// What an article's text shows comes along with it, from wherever it stands.
func TestPicturesComeAlong(t *testing.T) {
	t.Parallel()
	photo, other := jpegOf(t, 200, 150), pngOf(t, 90, 60, 7)
	page := "<!DOCTYPE html><html><head><title>السفينة</title></head><body><article><h1>السفينة</h1>" + someText +
		`<figure><img src="%s" alt="قارب"><figcaption>قارب عند المرسى</figcaption></figure>` + someText +
		`<p><a href="large.html"><img src="%s" alt="شبكة"></a></p><img src="%s" alt="أيقونة">` + someText + "</article></body></html>"
	mhtml := func(first, second string) string {
		b := "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n" +
			"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a\r\n\r\n" +
			base64.StdEncoding.EncodeToString(fmt.Appendf(nil, page, first, second, "https://example.org/i.png")) + "\r\n"
		for _, p := range []struct{ head, data string }{
			{"Content-Location: https://example.org/1.jpg", photo}, {"Content-ID: <two@x>", other},
		} {
			b += "--b\r\nContent-Type: image/x\r\nContent-Transfer-Encoding: base64\r\n" + p.head + "\r\n\r\n" +
				base64.StdEncoding.EncodeToString([]byte(p.data)) + "\r\n"
		}
		return b + "--b--\r\n"
	}
	complete := []packedFile{
		{name: "صفحة.html", text: fmt.Sprintf(page, "./%D8%B5%D9%81%D8%AD%D8%A9_files/1.jpg", "صفحة_files/2", "صفحة_files/i.png")},
		{name: "صفحة_files/1.jpg", text: photo}, {name: "صفحة_files/2", text: other},
		{name: "صفحة_files/i.png", text: pngOf(t, 16, 16, 3)},
	}
	note := []packedFile{
		{name: "vault/notes/a.md", text: "# السفينة\n\n![قارب](../img/1.jpg)\n\nنص ![[2.png|120]] بعده.\n\n![خارج](../../../x.jpg)\n\n![غائب](no.jpg)\n\n![موقع](https://example.org/x.png)"},
		{name: "vault/img/1.jpg", text: photo}, {name: "vault/deep/er/2.png", text: other},
	}
	epub := append(bookFiles(func(name, text string) string {
		return strings.Replace(text, "<p>كان", `<p><img src="../img/1.jpg" alt="قارب"/></p><p><img alt="شبكة" src="../img/2.png"/></p><p>كان`, 1)
	}), packedFile{name: "OEBPS/img/1.jpg", text: photo}, packedFile{name: "OEBPS/img/2.png", text: other}, packedFile{name: "OEBPS/c.jpg", text: photo})
	for _, test := range []struct {
		name, path string
		shown      int // pictures in the text
	}{
		{"a page saved complete", filepath.Join(writeFiles(t, complete...), "صفحة.html"), 2},
		{"its folder", writeFiles(t, complete...), 2},
		{"in a ZIP archive", filepath.Join(writeFiles(t, packedFile{name: "a.zip", text: zipOf(t, complete...)}), "a.zip"), 2},
		{"a page in one file", filepath.Join(writeFiles(t, packedFile{name: "a.html", text: fmt.Sprintf(page,
			dataURI("image/jpeg", photo), dataURI("image/webp", other), dataURI("image/svg+xml", "<svg/>"))}), "a.html"), 2},
		{"a page archive", filepath.Join(writeFiles(t, packedFile{name: "a.mhtml", text: mhtml("https://example.org/1.jpg", "cid:two@x")}), "a.mhtml"), 2},
		{"notes", writeFiles(t, note...), 2},
		{"notes in a ZIP archive", filepath.Join(writeFiles(t, packedFile{name: "a.zip", text: zipOf(t, note...)}), "a.zip"), 2},
		{"a book", filepath.Join(writeFiles(t, packedFile{name: "b.epub", text: zipOf(t, epub...)}), "b.epub"), 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, errs := readAll(t, Options{Limits: articles.DefaultLimits()}, test.path)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			a := list[0]
			if len(a.Pictures) != test.shown || string(a.Pictures[0].Data) != photo || string(a.Pictures[1].Data) != other {
				t.Fatalf("%d pictures, want %d; the text is %s", len(a.Pictures), test.shown, a.Body)
			}
			if names := articles.PictureNames(a.Body); !slices.Equal(names, []string{a.Pictures[0].Name, a.Pictures[1].Name}) {
				t.Errorf("the text names %q: %s", names, a.Body)
			}
			if len(a.Captions) > 0 {
				blocks := strings.Split(a.Body, "\n\n")
				if before := blocks[a.Captions[0].After-1]; !strings.Contains(before, a.Pictures[0].Address()) {
					t.Errorf("the caption stands behind %q", before)
				}
			}
			wantAgain(t, a)
		})
	}
}

// wantAgain wants an article to be the same once it was written as JSON and read.
func wantAgain(t *testing.T, a articles.Article) {
	t.Helper()
	line, err := json.Marshal(a.JSON())
	if err != nil {
		t.Fatal(err)
	}
	list, err := Read("a.jsonl", append(line, '\n'))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	same := func(a, b articles.Picture) bool {
		return a.Name == b.Name && bytes.Equal(a.Data, b.Data) && a.Type == b.Type
	}
	if list[0].Body != a.Body || !slices.EqualFunc(list[0].Pictures, a.Pictures, same) {
		t.Errorf("%s\ncame back as\n%s\nwith %d pictures", a.Body, list[0].Body, len(list[0].Pictures))
	}
}

// No link leads to a picture, and no path leads out.
func TestPicturesThatStayOut(t *testing.T) {
	t.Parallel()
	photo := jpegOf(t, 200, 150)
	secret := writeFiles(t, packedFile{name: "secret.jpg", text: photo}, packedFile{name: "in/secret.jpg", text: photo})
	root := writeFiles(t, packedFile{name: "a.md", text: "# أ\n\n![1](../secret.jpg)\n\n![2](link.jpg)\n\n![3](folder/secret.jpg)\n\n![4](" + filepath.Join(secret, "secret.jpg") + ")\n\n![5](file://" + secret + "/secret.jpg)\n\n![[link.jpg]]\n\n![6](picture:0123456789abcdef)"})
	for name, to := range map[string]string{"link.jpg": "secret.jpg", "folder": "in"} {
		if err := os.Symlink(filepath.Join(secret, to), filepath.Join(root, name)); err != nil {
			t.Skip(err)
		}
	}
	list, errs := readAll(t, Options{Limits: articles.DefaultLimits()}, root)
	if len(errs) > 0 || len(list) != 1 || len(list[0].Pictures) != 0 {
		t.Errorf("%d articles, %v, %+v", len(list), errs, list[0].Pictures)
	}
}

// Where a picture goes beyond a limit the article comes without it, and the limit is
// named.
func TestPictureLimits(t *testing.T) {
	t.Parallel()
	photo, other := jpegOf(t, 200, 150), pngOf(t, 400, 300, 7)
	root := writeFiles(t, packedFile{name: "a.md", text: "# أ\n\nنص ![1](1.jpg)\n\n![2](2.png)"}, packedFile{name: "1.jpg", text: photo}, packedFile{name: "2.png", text: other})
	for _, test := range []struct {
		limit string
		kept  int
	}{
		{"picture=" + fmt.Sprint(min(len(photo), len(other))-1), 0},
		{"picture=" + fmt.Sprint(max(len(photo), len(other))-1), 1},
		{"pictures=" + fmt.Sprint(len(photo)+len(other)-1), 1},
		{"pixels=50000", 1},
	} {
		t.Run(test.limit, func(t *testing.T) {
			o := Options{Limits: articles.DefaultLimits()}
			if err := o.Set(test.limit); err != nil {
				t.Fatal(err)
			}
			list, errs := readAll(t, o, root)
			if len(list) != 1 || len(list[0].Pictures) != test.kept {
				t.Fatalf("%d pictures, want %d", len(list[0].Pictures), test.kept)
			}
			limit, ok := errors.AsType[*articles.LimitError](errors.Join(errs...))
			if name, _, _ := strings.Cut(test.limit, "="); !ok || limit.Name != name {
				t.Errorf("said: %v", errs)
			}
		})
	}
}

// Pictures that an export carries are looked at like all others.
func TestPicturesOfAnExport(t *testing.T) {
	t.Parallel()
	good, err := articles.DefaultLimits().NewPicture([]byte(pngOf(t, 64, 48, 1)))
	if err != nil {
		t.Fatal(err)
	}
	renamed, huge, unused := good, good, good
	renamed.Name = strings.Repeat("0", 16)
	huge.Data = []byte(pictureBomb(60000, 60000))
	unused.Data = []byte(pngOf(t, 64, 48, 2))
	a := articles.Article{
		Title: "عنوان", Full: true, Pictures: []articles.Picture{renamed, good, good, huge, unused},
		Body: "نص\n\n![وصف](" + good.Address() + ")\n\n![](" + renamed.Address() + ")",
	}
	line, err := json.Marshal(a.JSON())
	if err != nil {
		t.Fatal(err)
	}
	list, err := Read("a.jsonl", line)
	if len(list) != 1 || len(list[0].Pictures) != 1 || list[0].Pictures[0].Name != good.Name {
		t.Errorf("%+v", list)
	}
	if !errors.Is(err, articles.ErrLimit) {
		t.Errorf("said: %v", err)
	}
}

// Whatever bytes a picture has, what is kept of it is within the limits and can be
// named in a text.
func FuzzPicture(f *testing.F) {
	for _, data := range []string{pngOf(f, 40, 40, 1), jpegOf(f, 40, 40), gifOf(f, 40, 40), webp(), pictureBomb(1<<20, 1<<20), "RIFF\x00\x00\x00\x00WEBPVP8X"} {
		f.Add([]byte(data))
	}
	l := articles.DefaultLimits()
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := l.NewPicture(data)
		if err != nil {
			return
		}
		if !slices.Contains([]string{"image/png", "image/jpeg", "image/gif", "image/webp"}, p.Type) || int64(p.Width)*int64(p.Height) > l.Pixels || min(p.Width, p.Height) < 32 {
			t.Fatalf("%+v", p)
		}
		a := articles.Article{Title: "ع", Full: true, Body: "![](" + p.Address() + ")", Pictures: []articles.Picture{p}}
		wantAgain(t, a)
	})
}
