package dialog

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// screenWidth and screenHeight are the most pixels of a picture on the whole
// screen.
const screenWidth, screenHeight = 1600, 1200

// Picture shows one picture of an article as large as the screen, and what stands below
// it.
type Picture struct {
	baseScreen
	runner   *jobs.Runner
	library  *store.Library
	ground   func() color.Color // over which it lies
	palette  func() picture.Palette
	pictures []page.Shown
	at       int
	image    image.Image // as large as the screen can show; nil: not here yet
	damaged  bool
}

// PictureLoaded is the picture that is to be shown.
type PictureLoaded struct {
	Image   image.Image
	Err     error // of the library
	Damaged bool
}

// NewPicture returns the screen of some pictures, one of them shown, and the command
// that reads it.
func NewPicture(c *draw.Canvas, runner *jobs.Runner, library *store.Library, pictures []page.Shown, at int, ground func() color.Color, palette func() picture.Palette) (*Picture, tea.Cmd) {
	s := &Picture{baseScreen: baseScreen{Canvas: c, opener: keymap.OnePicture}, runner: runner, library: library, pictures: pictures, at: at, ground: ground, palette: palette}
	return s, s.fetch()
}

func (s *Picture) fetch() tea.Cmd {
	s.image, s.damaged = nil, false
	library, name, ground := s.library, s.pictures[s.at].Name, s.ground()
	return s.runner.Ask("picture", func(ctx context.Context) tea.Msg {
		p, err := library.Picture(ctx, name)
		if err != nil {
			return PictureLoaded{Err: err}
		}
		decoded, err := picture.Decode(p.Data, screenWidth, screenHeight, ground)
		return PictureLoaded{Image: decoded, Damaged: err != nil}
	})
}

// Footer gives the keys of the picture.
func (s *Picture) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Back}
}

// Update goes from picture to picture.
func (s *Picture) Update(msg tea.Msg) Action {
	if loaded, ok := msg.(PictureLoaded); ok {
		s.image, s.damaged = loaded.Image, loaded.Damaged
		if loaded.Err != nil {
			return Failed{loaded.Err}
		}
		return nil
	}
	a, out := s.take(msg)
	by := 0
	switch a {
	case "":
		return out
	case keymap.Down, keymap.PageDown, keymap.NextHit, keymap.Onward:
		by = 1
	case keymap.Up, keymap.PageUp, keymap.PreviousHit:
		by = -1
	}
	to := draw.Clamp(s.at+by, len(s.pictures)-1)
	if to == s.at {
		return nil
	}
	s.at = to
	return Run{s.fetch()}
}

// captionRows is how many rows of the screen what stands below a picture may take.
const captionRows = 3

// titledRows is the height of the line above a picture.
const titledRows = 1

// below is what stands below a picture, and room the height that this leaves to it.
func (s *Picture) below(width, height int) (below []draw.Row, room int) {
	if caption := s.pictures[s.at].Caption; caption != "" {
		for _, r := range s.Paragraph([]rtl.Span{{Text: caption, Style: s.Styles.Text}}, min(width-2*draw.InsetColumns, draw.ProseColumns), captionRows) {
			below = append(below, s.Inset(width, r))
		}
	}
	return below, max(0, height-titledRows-len(below))
}

// Framed is the picture, where it is shown.
func (s *Picture) Framed() []draw.Placed {
	_, room := s.below(s.Width, s.ScreenRows())
	if s.image == nil || s.damaged || room == 0 {
		return nil
	}
	p := s.pictures[s.at]
	w, h := picture.Cells(image.Pt(p.Width, p.Height), s.Width, room)
	return []draw.Placed{{Frame: picture.Frame{X: (s.Width - w) / 2, Y: draw.HeaderRows + titledRows, Columns: w, Rows: h}, Name: p.Name, Ground: s.ground()}}
}

// View draws the picture.
func (s *Picture) View(width, height int) []draw.Row {
	p := s.pictures[s.at]
	title := fmt.Sprintf(s.Words.Pictures.Numbered, s.at+1, len(s.pictures)) + " · " + s.Words.Pictures.Size(p.Width, p.Height)
	rows := []draw.Row{s.Inset(width, s.Natural(width-draw.InsetColumns, rtl.Span{Text: title, Style: s.Styles.Muted}))}
	below, room := s.below(width, height)
	var shown []draw.Row
	switch {
	case s.damaged:
		shown = s.Prose(s.Words.Pictures.Unreadable, s.Styles.Text, width)
	case s.image != nil && room > 0:
		shown = picture.Blocks(s.image, image.Pt(p.Width, p.Height), width, room, s.palette())
	}
	for i, r := range shown {
		free := max(0, width-int(rtl.Width(r)))
		shown[i] = append(append(draw.Blank(free/2, rtl.Style{}), r...), draw.Blank(free-free/2, rtl.Style{})...)
	}
	return append(append(rows, draw.Fit(shown, width, room)...), below...)
}
