package reader

import (
	"context"
	"fmt"
	"image"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/page"
	"warraq/ui/picture"
	"warraq/ui/rtl"
)

// pictureScreen shows one picture of the article as large as the screen, and what
// stands below it.
type pictureScreen struct {
	pictures []page.Shown
	at       int
	image    image.Image // as large as the screen can show; nil: not here yet
	damaged  bool
}

// pictureLoaded answers fetchPicture.
type pictureLoaded struct {
	image   image.Image
	err     error // of the library
	damaged bool
}

// screenWidth and screenHeight are the most pixels of a picture on the whole
// screen.
const screenWidth, screenHeight = 1600, 1200

// openPicture shows the picture that is in sight, or the nearest one before, on the
// whole screen.
func (m *Model) openPicture() tea.Cmd {
	a := &m.article
	if len(a.item.Pictures) == 0 || a.document == nil {
		m.notice = m.words.Pictures.None
		return nil
	}
	s := &pictureScreen{pictures: a.document.Shown()}
	if len(s.pictures) == 0 {
		m.notice = m.words.Pictures.None
		return nil
	}
	s.at = a.pictureInSight(s.pictures, bodyRows(m.height))
	m.screens = append(m.screens, s)
	return m.fetchPicture(s)
}

// pictureInSight is the index of the first picture on the screen, else of the last
// one before it.
func (a *article) pictureInSight(list []page.Shown, rows int) (at int) {
	for i := a.top; i < min(a.top+rows, len(a.lines)); i++ {
		if name := a.lines[i].Picture; name != "" {
			for at, p := range list {
				if p.Name == name && p.Position >= a.lines[i].Position {
					return at
				}
			}
		}
	}
	position := a.position()
	for i, p := range list {
		if p.Position <= position {
			at = i
		}
	}
	return at
}

func (m *Model) fetchPicture(s *pictureScreen) tea.Cmd {
	s.image, s.damaged = nil, false
	library, name, ground := m.library, s.pictures[s.at].Name, m.ground()
	return m.jobs.Ask(pictureJob, func(ctx context.Context) tea.Msg {
		var answer pictureLoaded
		p, err := library.Picture(ctx, name)
		if err != nil {
			answer.err = err
			return answer
		}
		answer.image, err = picture.Decode(p.Data, screenWidth, screenHeight, ground)
		answer.damaged = err != nil
		return answer
	})
}

func (m *Model) tookPicture(msg pictureLoaded) {
	s, ok := m.screen().(*pictureScreen)
	if !ok {
		return
	}
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
	}
	s.image, s.damaged = msg.image, msg.damaged
}

func (s *pictureScreen) opener() action   { return onePicture }
func (s *pictureScreen) footer() []action { return []action{down, up, back} }

func (s *pictureScreen) act(m *Model, a action, _ int) tea.Cmd {
	by := 0
	switch a {
	case down, pageDown, nextHit, onward:
		by = 1
	case up, pageUp, previousHit:
		by = -1
	}
	to := clamp(s.at+by, len(s.pictures)-1)
	if to == s.at {
		return nil
	}
	s.at = to
	return m.fetchPicture(s)
}

// captionRows is how many rows of the screen what stands below a picture may take.
const captionRows = 3

// titledRows is the height of the line above a picture.
const titledRows = 1

// below is what stands below a picture, and room the height that this leaves to it.
func (s *pictureScreen) below(m *Model, width, height int) (below []row, room int) {
	if caption := s.pictures[s.at].Caption; caption != "" {
		for _, r := range m.paragraph([]rtl.Span{{Text: caption, Style: m.styles.Text}}, min(width-2*insetColumns, DefaultMeasure), captionRows) {
			below = append(below, m.inset(width, r))
		}
	}
	return below, max(0, height-titledRows-len(below))
}

// framed is the picture, where it is shown.
func (s *pictureScreen) framed(m *Model) []framed {
	_, room := s.below(m, m.width, m.screenRows())
	if s.image == nil || s.damaged || room == 0 {
		return nil
	}
	p := s.pictures[s.at]
	w, h := picture.Cells(image.Pt(p.Width, p.Height), m.width, room)
	return []framed{{picture.Frame{X: (m.width - w) / 2, Y: headerRows + titledRows, Columns: w, Rows: h}, p.Name, m.ground()}}
}

func (s *pictureScreen) rows(m *Model, width, height int) []row {
	p := s.pictures[s.at]
	title := fmt.Sprintf(m.words.Pictures.Numbered, s.at+1, len(s.pictures)) + " · " + m.words.Pictures.Size(p.Width, p.Height)
	rows := []row{m.inset(width, m.natural(width-insetColumns, rtl.Span{Text: title, Style: m.styles.Muted}))}
	below, room := s.below(m, width, height)
	var shown []row
	switch {
	case s.damaged:
		shown = m.prose(m.words.Pictures.Unreadable, m.styles.Text, width)
	case s.image != nil && room > 0:
		shown = picture.Blocks(s.image, image.Pt(p.Width, p.Height), width, room, m.palette())
	}
	for i, r := range shown {
		free := max(0, width-int(rtl.Width(r)))
		shown[i] = append(append(blank(free/2, rtl.Style{}), r...), blank(free-free/2, rtl.Style{})...)
	}
	return append(append(rows, fit(shown, width, room)...), below...)
}
