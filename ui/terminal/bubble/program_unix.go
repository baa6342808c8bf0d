//go:build unix

package bubble

import (
	"bytes"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// job is a program as one of the jobs of a shell.
type job struct {
	program   *tea.Program
	end       func(os.Signal)
	signals   chan os.Signal
	done      chan struct{}
	suspended sync.Mutex
}

// newJob has signals heard until [job.close]: no signal ends the program on the spot, with the
// terminal in whichever modes it is. Those that ask it to end are passed on, and those that would
// end it at once are told to end; the context of the program sees to a closed window. Bubble
// Tea's own handler hears the first signal alone, and a second one ends the program while the
// terminal is put back.
func newJob(p *tea.Program, end func(os.Signal)) *job {
	j := &job{program: p, end: end, signals: make(chan os.Signal, 8), done: make(chan struct{})}
	signal.Notify(j.signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTSTP, syscall.SIGCONT)
	go j.listen()
	return j
}

// signalOptions leave the signals to the job.
func signalOptions() []tea.ProgramOption { return []tea.ProgramOption{tea.WithoutSignalHandler()} }

func (j *job) close() {
	signal.Stop(j.signals)
	close(j.done)
}

func (j *job) listen() {
	for {
		select {
		case s := <-j.signals:
			switch s {
			case syscall.SIGINT:
				go j.program.Send(tea.InterruptMsg{})
			case syscall.SIGTERM:
				go j.program.Quit()
			case syscall.SIGHUP: // the context is done
			case syscall.SIGTSTP:
				j.program.Send(suspendMsg{})
			case syscall.SIGCONT:
				j.takeBack()
			default:
				j.end(s)
			}
		case <-j.done:
			return
		}
	}
}

// takeBack takes the terminal into use again after a stop by a signal that nobody can
// catch: the shell has changed its modes meanwhile.
func (j *job) takeBack() {
	j.suspended.Lock()
	defer j.suspended.Unlock()
	j.program.Send(wakeMsg{})
	_ = j.program.ReleaseTerminal() // of which much is undone already
	time.Sleep(settleTime)
	if j.program.RestoreTerminal() == nil {
		j.program.Send(resumedMsg{})
	}
}

// settleTime is how long it may take until a signal that stops the program has done so, and
// until Bubble Tea's renderer has stopped: one that is started again before is stopped
// by the end of the one before it, and draws nothing more.
const settleTime = 50 * time.Millisecond

// suspend gives the terminal back and stops the program with all of its group, as
// ctrl+z does, until a shell brings it back. Where none could it does nothing. (The
// signal of ctrl+z itself stops no Go program that has ever heard of it.)
func (j *job) suspend() {
	if !hasShell() {
		return
	}
	j.suspended.Lock()
	defer j.suspended.Unlock()
	if j.program.ReleaseTerminal() != nil {
		return
	}
	signal.Reset(syscall.SIGCONT)
	_ = syscall.Kill(0, syscall.SIGSTOP) // one may always stop oneself
	time.Sleep(settleTime)
	signal.Notify(j.signals, syscall.SIGCONT)
	_ = j.program.RestoreTerminal() // the program ends where it cannot
}

// hasShell tells whether some process controls the program as one of its jobs: the
// nearest one above that is of another group, and of the same session.
func hasShell() bool {
	session, err := unix.Getsid(0)
	if err != nil {
		return false
	}
	for parent := os.Getppid(); parent > 1; parent = parentOf(parent) {
		group, err := unix.Getpgid(parent)
		if err != nil {
			return false
		}
		if group != unix.Getpgrp() {
			of, err := unix.Getsid(parent)
			return err == nil && of == session
		}
	}
	return false
}

// parentOf returns the parent of a process, 0 where that is not to be known.
func parentOf(pid int) (parent int) {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) > 1 {
		parent, _ = strconv.Atoi(fields[1])
	}
	return parent
}
