package command

import (
	"os"
	"os/user"
	"runtime"

	"github.com/adrg/xdg"
)

// findHome names the home folder where the environment does not, as under cron and
// in services: what would go below it is to go to its user's, not below the root of
// the file system.
func findHome() {
	if runtime.GOOS == "windows" || os.Getenv("HOME") != "" {
		return
	}
	if u, err := user.Current(); err == nil && u.HomeDir != "" {
		_ = os.Setenv("HOME", u.HomeDir) // it has no zero byte
		xdg.Reload()
	}
}
