package main

import (
	"context"
	"embed"
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/rtl"
	"warraq/ui/terminal"
)

//go:embed pages
var pageFiles embed.FS

// pageNames are the sample pages, in the order of the keys that show them.
var pageNames = []string{"pure", "mixed", "tashkeel"}

// languages are what the pages are read as.
var languages = map[string]string{"pure": "ara", "mixed": "ara+eng", "tashkeel": "ara"}

func pageText(name string) string {
	text, err := pageFiles.ReadFile("pages/" + name + ".txt")
	if err != nil {
		panic(err) // it is built in
	}
	return strings.TrimSpace(string(text))
}

// The columns of the panes, and of the rules between them.
const (
	sideColumns   = 22
	middleColumns = 50
	middleColumn  = sideColumns + 1
	totalColumns  = 2*sideColumns + middleColumns + 2
	totalRows     = 20
)

var (
	borderStyle   = rtl.Style{Foreground: rtl.RGB(0x80, 0x80, 0x80)}
	headStyle     = rtl.Style{Foreground: rtl.RGB(0xd0, 0x90, 0x40), Attributes: rtl.Bold}
	textStyle     = rtl.Style{}
	hitStyle      = rtl.Style{Foreground: rtl.RGB(0xc0, 0x60, 0x20)}
	selectedStyle = rtl.Style{Foreground: rtl.RGB(0xff, 0xff, 0xff), Background: rtl.RGB(0x30, 0x40, 0x60), Attributes: rtl.Bold}
)

// page is a screen in three panes as the reader has it: lists at the sides, a
// text in the middle that scrolls.
type page struct {
	terminal terminal.Terminal
	shown    int
	top      int
}

func (p page) Init() tea.Cmd { return nil }

func (p page) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	key, ok := m.(tea.KeyPressMsg)
	if !ok {
		return p, nil
	}
	switch key.String() {
	case "1", "2", "3":
		p.shown, p.top = int(key.String()[0]-'1'), 0
	case "j":
		p.top++
	case "k":
		p.top = max(0, p.top-1)
	case "r":
		return p, tea.ClearScreen
	case "f":
		p.terminal.Form = p.terminal.Form.Next()
	case "z":
		return p, tea.Suspend
	case "q":
		return p, tea.Quit
	}
	return p, nil
}

func (p page) View() tea.View {
	var text []byte
	for i, row := range p.rows() {
		if i > 0 {
			text = append(text, '\n')
		}
		text = p.terminal.Append(text, row)
	}
	v := tea.NewView(string(text))
	v.AltScreen = true
	return v
}

// options lay a line out, without the marks that the terminal cannot show.
func (p page) options(width int) rtl.Options {
	return rtl.Options{Width: width, Direction: rtl.RTL, HideMarks: !p.terminal.KeepMarks}
}

// rows are the rows of the screen, each totalColumns wide.
func (p page) rows() [][]rtl.Cell {
	middle := textRows(pageNames[p.shown], p.terminal.KeepMarks)
	middle = middle[min(p.top, len(middle)):]
	name := p.terminal.Name + " · " + p.terminal.Form.String()
	rows := [][]rtl.Cell{rtl.Label([]rtl.Span{{Text: "ورّاق · " + name, Style: headStyle}}, p.options(totalColumns))}
	for i := range totalRows - 2 {
		var row []rtl.Cell
		row = append(row, p.side("ذو صلة", i, p.top)...)
		row = append(row, border())
		if i < len(middle) {
			row = append(row, middle[i]...)
		} else {
			row = append(row, blanks(middleColumns)...)
		}
		row = append(row, border())
		rows = append(rows, append(row, p.side("المقالات", i, p.top+2)...))
	}
	return append(rows, rtl.Label([]rtl.Span{
		{Text: "ق", Style: headStyle}, {Text: " خروج   ", Style: textStyle},
		{Text: "٢", Style: headStyle}, {Text: " الصفحة (2/3)", Style: textStyle},
	}, p.options(totalColumns)))
}

// textRows are the rows of a text in the middle pane.
func textRows(name string, keepMarks bool) (rows [][]rtl.Cell) {
	options := rtl.Options{Width: middleColumns, Direction: rtl.RTL, HideMarks: !keepMarks}
	for paragraph := range strings.SplitSeq(pageText(name), "\n") {
		for _, line := range rtl.Lay(highlighted(paragraph), options) {
			rows = append(rows, line.Cells)
		}
	}
	return rows
}

// hit is what looks found in the text: it ends within words.
const hit = "خطاط"

// highlighted is a paragraph with its hits in a style of their own.
func highlighted(paragraph string) (spans []rtl.Span) {
	for i, part := range strings.Split(paragraph, hit) {
		if i > 0 {
			spans = append(spans, rtl.Span{Text: hit, Style: hitStyle})
		}
		spans = append(spans, rtl.Span{Text: part, Style: textStyle})
	}
	return spans
}

// side is a row of a list.
func (p page) side(title string, i, selected int) []rtl.Cell {
	items := []string{
		"سوق الكتب القديمة", "أخبار Go 1.26", "المتحف (افتتاح)", "طقس الأسبوع: 24°", "رحلة إلى دمشق", "العدد 17 من المجلة",
	}
	spans := []rtl.Span{{Text: title, Style: headStyle}}
	if i > 0 {
		style := textStyle
		if i == selected+1 {
			style = selectedStyle
		}
		spans = []rtl.Span{{Text: fmt.Sprintf("%d. %s", i, items[(i-1)%len(items)]), Style: style}}
	}
	return rtl.Label(spans, p.options(sideColumns))
}

func border() rtl.Cell {
	return rtl.Cell{Glyph: '│', Style: borderStyle, At: rtl.NoOffset, Width: 1}
}

func blanks(n int) []rtl.Cell {
	cells := make([]rtl.Cell, n)
	for i := range cells {
		cells[i] = rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
	}
	return cells
}

// show runs the page in the terminal that it was started in.
func show(ctx context.Context) error {
	t := terminal.Detect(ctx, os.Stdin, os.Stdout, os.Getenv, nil)
	_, err := tea.NewProgram(page{terminal: t}, tea.WithOutput(t.Output(os.Stdout)), tea.WithContext(ctx)).Run()
	if err != nil {
		return fmt.Errorf("showing the page: %w", err)
	}
	return nil
}
