package bidi_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/rtl/bidi"
)

// A paragraph is resolved once and ordered line by line.
func Example() {
	text := []rune("اسمه Ali (علي)")
	var p bidi.Paragraph
	p.Resolve(text, bidi.Auto)
	fmt.Println("base", p.Base())

	levels := p.Line(nil, 0, len(text))
	for _, i := range bidi.Reorder(nil, levels) {
		r := text[i]
		if image, ok := bidi.Mirror(r); ok && levels[i]%2 == 1 {
			r = image
		}
		fmt.Printf("%c", r)
	}
	// Output:
	// base 1
	// (يلع) Ali همسا
}

// Lines of one paragraph: the levels of the second line come from the whole.
func ExampleParagraph_Line() {
	text := []rune("שלום abc 123")
	var p bidi.Paragraph
	p.Resolve(text, bidi.Auto)
	fmt.Printf("%d\n", p.Line(nil, 0, 5)) // the space at the end is the paragraph's
	fmt.Printf("%d\n", p.Line(nil, 5, len(text)))
	// Output:
	// [1 1 1 1 1]
	// [2 2 2 2 2 2 2]
}

func ExampleReorder() {
	fmt.Println(bidi.Reorder(nil, []uint8{1, 1, 2, 2, 1}))
	// Output: [4 2 3 1 0]
}

// With marks after their base again, a simple terminal can print the line.
func ExampleReorderMarks() {
	text := []rune("بَا")
	var p bidi.Paragraph
	p.Resolve(text, bidi.Auto)
	levels := p.Line(nil, 0, len(text))
	order := bidi.Reorder(nil, levels)
	bidi.ReorderMarks(order, levels, p.Classes())
	fmt.Println(order)
	// Output: [2 0 1]
}
