//go:build unix

package outside

import (
	"os/exec"
	"syscall"
)

// setProcessGroup has a program run in a group of its own, which ends with it.
func setProcessGroup(program *exec.Cmd) {
	program.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	program.Cancel = func() error { return syscall.Kill(-program.Process.Pid, syscall.SIGKILL) }
}
