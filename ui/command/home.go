package command

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"
)

// findHome names the home folder where the environment does not, as under cron and
// in services, or names it from where one stands: what would go below it is to go to
// its user's, not below the root of the file system or into the folder at hand.
func findHome() {
	if runtime.GOOS == "windows" || filepath.IsAbs(os.Getenv("HOME")) {
		return
	}
	_ = os.Unsetenv("HOME") // which would be taken for the user's
	if u, err := user.Current(); err == nil && u.HomeDir != "" {
		_ = os.Setenv("HOME", u.HomeDir) // it has no zero byte
		xdg.Reload()
	}
}
