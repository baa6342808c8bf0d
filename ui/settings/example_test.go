package settings_test

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/ui/settings"
)

// What is kept of a terminal stands in a table of its name.
func Example() {
	folder, err := os.MkdirTemp("", "warraq-*")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path := filepath.Join(folder, "config.toml")
	if err = settings.ChangeIn(path, []string{"terminals", "kitty"}, []settings.Change{{Key: "form", Values: []string{"visual"}}}); err != nil {
		fmt.Println(err)
		return
	}
	s, err := settings.Read(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, setting := range s.In("terminals", "kitty") {
		fmt.Println(setting.Name(), setting.Value(), setting.Line)
	}
	// Output: form visual 2
}
