package command

import (
	"cmp"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func (e *env) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Example: "  warraq version",
		Args:    atMost(0),
		RunE:    func(*cobra.Command, []string) error { return e.print(versionLine() + "\n") },
	}
}

// versionLine says what the program is and what it was built from.
func versionLine() string {
	version, settings := buildInfo()
	parts := []string{"warraq", version}
	if revision := settings["vcs.revision"]; revision != "" {
		revision = revision[:min(12, len(revision))]
		if settings["vcs.modified"] == "true" {
			revision += "+changes"
		}
		parts = append(parts, revision, settings["vcs.time"])
	}
	parts = append(parts, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
	return strings.Join(parts, " ")
}

// buildInfo is the version of the program and what the compiler wrote down when it was
// built.
func buildInfo() (version string, settings map[string]string) {
	settings = map[string]string{}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)", settings
	}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	return cmp.Or(info.Main.Version, "(devel)"), settings
}
