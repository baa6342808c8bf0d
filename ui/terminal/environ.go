package terminal

import (
	"os"
	"path/filepath"
	"strings"
)

// environOf is the environment of another process of the same user, where the
// system shows it (Linux).
func environOf(process string) (getenv func(string) string, ok bool) {
	data, err := os.ReadFile(filepath.Join("/proc", filepath.Base(process), "environ"))
	if err != nil {
		return nil, false
	}
	variables := map[string]string{}
	for entry := range strings.SplitSeq(string(data), "\x00") {
		if name, value, ok := strings.Cut(entry, "="); ok {
			variables[name] = value
		}
	}
	return func(name string) string { return variables[name] }, true
}
