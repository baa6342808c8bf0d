package theme_test

import (
	"fmt"

	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/theme"
)

// A theme fits the terminal's background, and its few colours where it has no
// more.
func ExampleFor() {
	fmt.Println(theme.For(theme.Light, colorprofile.TrueColor).Name)
	fmt.Println(theme.For(theme.Dark, colorprofile.ANSI256).Name)
	fmt.Println(theme.For(theme.Dark, colorprofile.ANSI).Name)
	// Output:
	// day
	// night
	// palette
}
