package command

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (e *env) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which Warraq this is and what it was built from",
		Args:  atMost(0),
		RunE: func(*cobra.Command, []string) error {
			version, revision, dirty := "(devel)", "", ""
			toolchain := ""
			if info, ok := debug.ReadBuildInfo(); ok {
				version, toolchain = info.Main.Version, info.GoVersion
				for _, s := range info.Settings {
					switch {
					case s.Key == "vcs.revision":
						revision = " " + s.Value[:min(12, len(s.Value))]
					case s.Key == "vcs.modified" && s.Value == "true":
						dirty = "+changes"
					}
				}
			}
			if _, err := fmt.Fprintf(e.Out, "warraq %s%s%s %s\n", version, revision, dirty, toolchain); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
			return nil
		},
	}
}
