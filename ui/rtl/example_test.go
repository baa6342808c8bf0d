package rtl_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/rtl"
)

// Letters of the Hebrew block are not joined, so the examples show the order
// alone. A line is printed from the left, as the terminal holds it.
func ExampleWrapSpans() {
	text := []rtl.Span{{Text: "שלום world 123!"}}
	for _, line := range rtl.WrapSpans(text, rtl.Options{Protocols: rtl.AllProtocols, Width: 12}) {
		fmt.Printf("|%s|\n", rtl.AppendVisual(nil, line.Cells))
	}
	// Output:
	// |  world םולש|
	// |        !123|
}

func ExampleLayouter_Lines() {
	var l rtl.Layouter
	paragraph := []rtl.Span{
		{Text: "The "},
		{Text: "layout", Style: rtl.Style{Attributes: rtl.Bold}},
		{Text: " keeps its buffers."},
	}
	var screen []byte
	for line := range l.Lines(paragraph, rtl.Options{Protocols: rtl.AllProtocols, Width: 10, Prefix: []rtl.Span{{Text: "• "}}, RestPrefix: []rtl.Span{{Text: "  "}}}) {
		screen = rtl.AppendVisual(screen, line.Cells)
		screen = append(screen, '|', '\n')
	}
	fmt.Printf("%q\n", screen)
	// Output:
	// "• The     |\n  \x1b[1mlayout\x1b[m  |\n  keeps   |\n  its     |\n  buffers.|\n"
}

func ExampleTruncateSpans() {
	title := []rtl.Span{{Text: "כותרת ארוכה מאוד"}}
	fmt.Printf("|%s|\n", rtl.AppendVisual(nil, rtl.TruncateSpans(title, rtl.Options{Protocols: rtl.AllProtocols, Width: 10})))
	// Output: |…ורא תרתוכ|
}

func ExampleWrap() {
	fmt.Println(rtl.Wrap("שלום עולם, this is a line.", 16))
	// Output:
	//  this ,םלוע םולש
	//       .is a line
}

func ExampleTruncate() {
	fmt.Println(rtl.Truncate("כותרת ארוכה מאוד", 10) + "|")
	fmt.Println(rtl.Truncate("שלום", 10) + "|")
	// Output:
	// …ורא תרתוכ|
	// םולש|
}

func ExampleParseANSI() {
	for _, span := range rtl.ParseANSI("\x1b[1mbold\x1b[m \x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\\x1b[2J") {
		fmt.Printf("%q bold %t link %q\n", span.Text, span.Style.Attributes&rtl.Bold != 0, span.Style.Link)
	}
	// Output:
	// "bold" bold true link ""
	// " " bold false link ""
	// "link" bold false link "https://example.org"
}

func ExampleAppendLogical() {
	line := rtl.WrapSpans([]rtl.Span{{Text: "שלום (world)"}}, rtl.Options{Protocols: rtl.AllProtocols, Width: 14})[0]
	fmt.Printf("|%s|\n", rtl.AppendVisual(nil, line.Cells))
	fmt.Printf("|%s|\n", rtl.AppendLogical(nil, line.Cells))
	// Output:
	// |  (world) םולש|
	// |  שלום (world)|
}

func ExampleLine_Offset() {
	text := "אבג abc"
	line := rtl.WrapSpans([]rtl.Span{{Text: text}}, rtl.Options{Protocols: rtl.AllProtocols, Width: 7})[0]
	for _, column := range []rtl.Column{0, 3, 6} {
		offset := line.Offset(column)
		fmt.Println(column, offset, text[offset:])
	}
	// Output:
	// 0 7 abc
	// 3 6  abc
	// 6 0 אבג abc
}
