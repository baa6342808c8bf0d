package article

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/speech"
)

// aloudJob waits for a sentence that is being read aloud.
const aloudJob jobs.Kind = Name + "/aloud"

// sentenceSpoken tells that a sentence was read aloud, or why not.
type sentenceSpoken struct{ err error }

// narration is an article that is being read aloud.
type narration struct {
	document  *page.Document // whose sentences these are
	sentences []page.Sentence
	at        int
	stop      context.CancelFunc // of the sentence that is being read, nil in a pause
}

// IsAloud tells whether the article is being read aloud, or that is paused.
func (p *Pane) IsAloud() bool { return p.aloud != nil }

// toggleAloud begins to read the article aloud: from the passage that is chosen, else from
// what is in sight; or it ends that.
func (p *Pane) toggleAloud() dialog.Action {
	switch {
	case p.aloud != nil:
		p.StopAloud()
		return nil
	case p.Speak == nil:
		return dialog.Say{Text: p.Words.Listen.None}
	case p.Text == nil || !p.Item.Full:
		return dialog.Say{Text: p.Words.Listen.NoText}
	}
	from, whole := p.Position(), p.Text.AtStart()
	if first, _, chosen := p.Text.Selected(); chosen {
		from, whole = first, false
	}
	p.StopChoosing()
	p.aloud = &narration{}
	p.readSentences(from)
	if whole && p.Item.Title != "" {
		p.aloud.sentences = append([]page.Sentence{{Text: p.Item.Title, First: -1, Last: -1}}, p.aloud.sentences...)
		p.aloud.at = 0
	}
	if len(p.aloud.sentences) <= p.aloud.at {
		p.aloud = nil
		return dialog.Say{Text: p.Words.Listen.NoText}
	}
	return dialog.Many{dialog.Focus{Pane: p}, dialog.Call(p.say)}
}

// readSentences takes the sentences of the document as it is, and goes to the first one that
// ends behind a position.
func (p *Pane) readSentences(from int) {
	a := p.aloud
	a.document, a.sentences, a.at = p.Document, p.Document.Sentences(), 0
	for a.at < len(a.sentences) && a.sentences[a.at].Last <= from {
		a.at++
	}
}

// say reads the sentence aloud that is to be read now, in the place of any other.
func (p *Pane) say() dialog.Action {
	a := p.aloud
	if a == nil {
		return nil
	}
	a.pause()
	said := a.sentences[a.at]
	u := speech.Utterance{Text: said.Text, Lang: speech.LanguageOf(said.Text, p.Item.Lang), Pace: p.pace()}
	ctx, stop := context.WithCancel(p.Jobs.Context())
	a.stop = stop
	p.reveal(said)
	speak := p.Speak
	return dialog.Many{p.Scrolled(), dialog.Run{Cmd: p.Jobs.Run(p.Jobs.Begin(aloudJob), func(context.Context) tea.Msg {
		defer stop()
		return sentenceSpoken{speak(ctx, u)}
	})}}
}

// pause ends what is being read, if something is.
func (a *narration) pause() {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
}

// reveal has a sentence in sight.
func (p *Pane) reveal(said page.Sentence) {
	if said.First < 0 || !p.sized {
		return
	}
	_, height := p.Text.Size()
	first, last := -1, -1
	for i, row := range p.Text.Rows() {
		if row.Position < said.Last && row.End > said.First {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 || last >= height-1 && first > 0 {
		p.moved = true
		p.Text.ScrollTo(said.First)
		p.Text.Scroll(-height / passageContext)
	}
}

// spoken goes on to the next sentence.
func (p *Pane) spoken(msg sentenceSpoken) dialog.Action {
	a := p.aloud
	if a == nil {
		return nil
	}
	if msg.err != nil {
		p.StopAloud()
		return dialog.Failed{Err: msg.err}
	}
	return p.stepSentences(1)
}

// stepSentences goes so many sentences on, and reads what is there unless in a pause. Behind
// the last one the reading ends.
func (p *Pane) stepSentences(steps int) dialog.Action {
	a := p.aloud
	if a.document != p.Document { // the whole took the place of the beginning
		p.readSentences(a.sentences[a.at].First)
	}
	if a.at+steps >= len(a.sentences) {
		p.StopAloud()
		return dialog.Say{Text: p.Words.Listen.End}
	}
	a.at = max(0, a.at+steps)
	if a.stop == nil {
		p.reveal(a.sentences[a.at])
		return nil
	}
	return p.say()
}

// StopAloud ends the reading aloud.
func (p *Pane) StopAloud() {
	if p.aloud != nil {
		p.aloud.pause()
		p.aloud = nil
		p.Jobs.Abort(aloudJob)
	}
}

// pace returns how fast the article is read, in words a minute.
func (p *Pane) pace() int {
	if p.Pace == 0 {
		return speech.UsualPace
	}
	return p.Pace
}

// changePace reads faster or slower from the sentence on that is being read.
func (p *Pane) changePace(by int) dialog.Action {
	p.Pace = max(speech.SlowestPace, min(speech.FastestPace, p.pace()+by))
	said := dialog.Say{Text: fmt.Sprintf(p.Words.Listen.Pace, p.Pace)}
	if p.aloud.stop == nil {
		return said
	}
	return dialog.Many{p.say(), said}
}

// Reciter is the dialog of an article that is being read aloud: it takes the keys of that as
// long as the article has the focus, and leaves others alone.
type Reciter struct {
	pane    *Pane
	focused func() bool
}

// NewReciter returns the dialog of what is read aloud in a pane; focused tells whether the
// pane has the focus.
func NewReciter(p *Pane, focused func() bool) *Reciter { return &Reciter{p, focused} }

// Update takes the keys of the reading aloud.
func (r *Reciter) Update(msg tea.Msg) dialog.Action {
	key, ok := msg.(dialog.Key)
	if !ok || !r.focused() || !r.pane.IsAloud() {
		return dialog.Pass{}
	}
	switch p, a := r.pane, r.pane.aloud; {
	case key.Press.String() == "space" && a.stop == nil:
		return p.say()
	case key.Press.String() == "space":
		a.pause()
		p.Jobs.Abort(aloudJob)
		return nil
	case key.Press.String() == "left":
		return p.stepSentences(1)
	case key.Press.String() == "right":
		return p.stepSentences(-1)
	case key.Press.String() == "esc", key.Action == keymap.Listen:
		p.StopAloud()
		return nil
	case key.Action == keymap.Widen:
		return p.changePace(speech.PaceStep)
	case key.Action == keymap.Narrow:
		return p.changePace(-speech.PaceStep)
	default:
		return dialog.Pass{}
	}
}

// Hints returns the keys of the reading aloud.
func (r *Reciter) Hints() []draw.Hint {
	if !r.focused() || !r.pane.IsAloud() {
		return nil
	}
	say := r.pane.Words.Listen
	pause := say.Pause
	if r.pane.aloud.stop == nil {
		pause = say.Resume
	}
	return []draw.Hint{
		{Key: "space", Says: pause}, {Key: "left", Says: say.Next}, {Key: "right", Says: say.Previous},
		{Action: keymap.Widen, Says: say.Faster}, {Action: keymap.Narrow, Says: say.Slower}, {Key: "esc", Says: say.Stop},
	}
}

// aloudNote says how far the reading aloud is.
func (p *Pane) aloudNote() string {
	sign := "▶"
	if p.aloud.stop == nil {
		sign = "⏸"
	}
	return fmt.Sprintf("%s \u2066%d/%d\u2069", sign, p.aloud.at+1, len(p.aloud.sentences))
}

// paintAloud shows which cells of a line are of the sentence that is being read aloud.
func (p *Pane) paintAloud(line interface{ Cover(first, last int) []int }, cells []rtl.Cell) {
	if p.aloud == nil || p.aloud.document != p.Document {
		return
	}
	said := p.aloud.sentences[p.aloud.at]
	if said.First < 0 {
		return
	}
	for _, at := range line.Cover(said.First, said.Last) {
		link := cells[at].Style.Link
		cells[at].Style = p.Styles.Selected
		cells[at].Style.Link = link
		cells[at].Style.Attributes &^= rtl.Bold
	}
}
