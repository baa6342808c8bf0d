package faces_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/typeset/faces"
)

// A word as its font draws it: three letters, from the left.
func ExampleShaper() {
	set, err := faces.NewSet("")
	if err != nil {
		panic(err)
	}
	text := []rune("كتب")
	var s faces.Shaper
	for _, g := range s.Append(nil, text, faces.Run{
		Face: set.For('ك', faces.Naskh, false), End: len(text), RightToLeft: true, Script: faces.Arabic, Language: "ar",
	}) {
		fmt.Printf("%c %.2f\n", text[g.Cluster], g.Advance)
	}
	// Output:
	// ب 0.82
	// ت 0.36
	// ك 0.41
}
