package bubble

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/warraq/warraq/ui/terminal"
)

// writtenOutput is what reaches the terminal after these writes.
func writtenOutput(t *testing.T, term terminal.Terminal, write func(*Output)) string {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "tty"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	write(NewOutput(term, f))
	got, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

var switching = terminal.Terminal{Off: "<off>", On: "<on>"}

func TestOutputSwitchesWithTheScreen(t *testing.T) {
	const in, out = "\x1b[?1049h", "\x1b[?1049l"
	for _, tt := range []struct {
		name, sent, want string
		terminal         terminal.Terminal
	}{
		{"in and out", "a" + in + "b" + out + "c", "a" + in + "<off>\x1b[2Jb" + out + "<on>c", switching},
		{"suspended and back", in + out + in + out, in + "<off>\x1b[2J" + out + "<on>" + in + "<off>\x1b[2J" + out + "<on>", switching},
		{"other modes", "\x1b[?25l\x1b[?1049$p\x1b[?104\x1b[?1h", "\x1b[?25l\x1b[?1049$p\x1b[?104\x1b[?1h", switching},
		{"an escape within a sequence", "\x1b[?10" + in + "x", "\x1b[?10" + in + "<off>\x1b[2Jx", switching},
		{"nothing to switch", "a" + in + "b" + out, "a" + in + "b" + out, terminal.Terminal{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := writtenOutput(t, tt.terminal, func(o *Output) {
				if n, err := o.WriteString(tt.sent); n != len(tt.sent) || err != nil {
					t.Errorf("wrote %d of %d: %v", n, len(tt.sent), err)
				}
			})
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			for i := range tt.sent {
				got := writtenOutput(t, tt.terminal, func(o *Output) {
					io.WriteString(o, tt.sent[:i])
					o.Write([]byte(tt.sent[i:]))
				})
				if got != tt.want {
					t.Errorf("cut at %d: got %q", i, got)
				}
			}
		})
	}
}

func TestOutputRestoresOnClose(t *testing.T) {
	got := writtenOutput(t, switching, func(o *Output) {
		o.Close() // nothing is off yet
		o.WriteString("\x1b[?1049h")
		o.Close()
		o.Close()
	})
	if want := "\x1b[?1049h<off>\x1b[2J<on>"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOutputReportsErrors(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "tty"))
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if n, err := NewOutput(switching, f).WriteString("text"); n != 0 || err == nil {
		t.Errorf("wrote %d to a closed file, error %v", n, err)
	}
}
