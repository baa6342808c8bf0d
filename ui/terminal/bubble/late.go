package bubble

import (
	"image/color"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// Found tells a program that its terminal, by answers that came after [Detect]
// had stopped waiting, is another than was thought. What was drawn is gone: the
// program lays out for the terminal and draws all of it, with tea.ClearScreen.
type Found struct{ Terminal terminal.Terminal }

// Filter is for tea.WithFilter: it keeps late answers from the program, and when
// they are all there gives it a [Found], if there is something new. It lets the program
// rest where no message comes, and hands over together what is pressed during a frame.
func (o *Output) Filter(_ tea.Model, msg tea.Msg) tea.Msg {
	o.follow(msg)
	forRest := o.rest.hear(msg)
	if msg = o.burst.filter(msg); forRest || msg == nil {
		return nil
	}
	if o.late == nil || !noteAnswer(o.late, msg) {
		return msg
	}
	if !o.late.IsComplete() {
		return nil
	}
	found, before := o.late.Terminal(), o.terminal
	o.late = nil
	if found.IsLike(before) {
		return nil
	}
	o.use(found)
	return Found{found}
}

// follow takes note of what messages say of the renderer: how wide the screen is, and how it
// counts characters. It is told to count clusters where the terminal does, which Bubble Tea
// does not ask of all. No other message waits for a frame that is being written.
func (o *Output) follow(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		o.SetWidth(msg.Width)
	case tea.ModeReportMsg:
		if v := msg.Value; msg.Mode == ansi.ModeUnicodeCore && (v == ansi.ModeSet || v == ansi.ModeReset || v == ansi.ModePermanentlySet) {
			o.mu.Lock()
			defer o.mu.Unlock()
			o.columns.method = ansi.GraphemeWidth
		}
	case programMsg:
		if o.terminal.Clusters {
			go msg.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
		}
	}
}

// noteAnswer takes an answer that came as a message, and reports whether the program
// has no use for it.
func noteAnswer(l *terminal.Late, msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.TerminalVersionMsg:
		l.SetVersion(msg.Name)
	case uv.SecondaryDeviceAttributesEvent:
		l.SetAttributes(joinParameters(msg))
	case tea.ModeReportMsg:
		switch msg.Mode {
		case ansi.ANSIMode(8):
			l.SetMode8(byte(msg.Value))
		case ansi.ModeUnicodeCore:
			l.SetClusters(byte(msg.Value))
			return false // it is for the renderer, too
		default:
			return false
		}
	case tea.ForegroundColorMsg:
		l.SetForeground(rgbColor(msg.Color))
		return false
	case tea.BackgroundColorMsg:
		l.SetBackground(rgbColor(msg.Color))
		return false
	case uv.PrimaryDeviceAttributesEvent:
		l.Complete(joinParameters(msg))
	default:
		return false
	}
	return true
}

// joinParameters are those of a report as it was sent.
func joinParameters(numbers []int) string {
	all := make([]string, len(numbers))
	for i, n := range numbers {
		all[i] = strconv.Itoa(n)
	}
	return strings.Join(all, ";")
}

func rgbColor(c color.Color) rtl.Color {
	if c == nil {
		return 0
	}
	r, g, b, _ := c.RGBA()
	return rtl.RGB(uint8(r>>8), uint8(g>>8), uint8(b>>8))
}
