//go:build unix

package command_test

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// servedLibrary is a library that the real program serves.
type servedLibrary struct {
	t       testing.TB
	library string
	keys    []gossh.Signer
	host    gossh.PublicKey // as it was the first time
	cmd     *exec.Cmd
	address string

	firstKey []byte // the private key of the first reader
}

// serveNews makes a library of some articles, to be served to some keys.
func serveNews(t testing.TB, readers, count int) *servedLibrary {
	t.Helper()
	s := &servedLibrary{t: t, library: filepath.Join(t.TempDir(), "library.db")}
	l, err := store.Open(t.Context(), s.library)
	if err != nil {
		t.Fatal(err)
	}
	var list []articles.Article
	for i := range count {
		list = append(list, articles.Article{
			Title: fmt.Sprintf("Report %d of the day", i), Lang: "en", Published: time.Now().Add(-time.Duration(i+1) * time.Minute), Source: "The Paper",
			Body: strings.Repeat(fmt.Sprintf("What was said about number %d by those who were there. ", i), 20) + "\n\nعاد القطار إلى المحطة بعد سنوات طويلة.",
		})
	}
	if _, err = l.Add(t.Context(), list); err == nil {
		_, err = l.Bookmark(t.Context(), firstOf(t, l), true) // which no reader sees
	}
	if err = joined(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	for range readers {
		_, private, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		key, err := gossh.NewSignerFromKey(private)
		if err != nil {
			t.Fatal(err)
		}
		if s.keys = append(s.keys, key); s.firstKey == nil {
			s.firstKey = privateKey(t, private)
		}
		lines.Write(gossh.MarshalAuthorizedKey(key.PublicKey()))
	}
	folder := filepath.Join(filepath.Dir(s.library), "serve")
	if err := joined(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, "authorized_keys"), lines.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.stop() })
	return s
}

func joined(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func firstOf(t testing.TB, l *store.Library) []string {
	t.Helper()
	list, err := l.List(t.Context(), store.Filter{Limit: 1})
	if err != nil || len(list) == 0 {
		t.Fatal(err, len(list))
	}
	return []string{list[0].ID}
}

// start starts the program.
func (s *servedLibrary) start(args ...string) {
	s.t.Helper()
	home := s.t.TempDir()
	s.cmd = exec.Command(os.Args[0], append([]string{"serve", "--library", s.library, "--address", "127.0.0.1:0", "--lang", "en"}, args...)...)
	s.cmd.Env = []string{asProgram + "=1", "HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_STATE_HOME=" + home}
	said, err := s.cmd.StderrPipe()
	if err == nil {
		err = s.cmd.Start()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	for lines.Scan() {
		if _, rest, ok := strings.Cut(lines.Text(), " over SSH at "); ok {
			s.address, _, _ = strings.Cut(rest, " ")
			break
		}
	}
	go io.Copy(io.Discard, said)
	if s.address == "" {
		s.t.Fatal("the server does not say where it is")
	}
}

// stop ends the program as systems do.
func (s *servedLibrary) stop() error {
	if s.cmd == nil || s.cmd.ProcessState != nil {
		return nil
	}
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	return s.cmd.Wait()
}

// visitScreen is a reader's terminal.
type visitScreen struct {
	t      testing.TB
	client *gossh.Client
	*gossh.Session
	keys io.Writer

	mu      sync.Mutex
	screen  *vt.Emulator // nil counts alone
	written chan int
}

// Write shows what the program writes.
func (v *visitScreen) Write(p []byte) (int, error) {
	if v.screen != nil {
		v.mu.Lock()
		defer v.mu.Unlock()
		return v.screen.Write(p)
	}
	select {
	case v.written <- len(p):
	default:
	}
	return len(p), nil
}

// come opens a session; a nil key is a guest's.
func (s *servedLibrary) come(key gossh.Signer, seen bool) *visitScreen {
	s.t.Helper()
	auth := []gossh.AuthMethod{gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) { return nil, nil })}
	if key != nil {
		auth = []gossh.AuthMethod{gossh.PublicKeys(key)}
	}
	client, err := gossh.Dial("tcp", s.address, &gossh.ClientConfig{User: "any", Auth: auth, HostKeyCallback: func(_ string, _ net.Addr, key gossh.PublicKey) error {
		if s.host == nil {
			s.host = key
		}
		if !bytes.Equal(s.host.Marshal(), key.Marshal()) {
			s.t.Error("the host has another key")
		}
		return nil
	}})
	if err != nil {
		s.t.Fatal(err)
	}
	v := &visitScreen{t: s.t, client: client, written: make(chan int, 1)}
	if v.Session, err = client.NewSession(); err != nil {
		s.t.Fatal(err)
	}
	if seen {
		v.screen = vt.NewEmulator(120, 40)
	}
	v.Stdout, v.Stderr = v, v
	v.keys, err = v.StdinPipe()
	if err = joined(err, v.RequestPty("xterm-256color", 40, 120, nil), v.Setenv("LANG", "en_GB.UTF-8"), v.Shell()); err != nil {
		s.t.Fatal(err)
	}
	if seen {
		go func() { _, _ = io.Copy(v.keys, v.screen) }() // what the terminal answers
	}
	return v
}

func (v *visitScreen) text() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.screen.String()
}

// sees waits for a text on the screen.
func (v *visitScreen) sees(text string) {
	v.t.Helper()
	for end := time.Now().Add(progressDelay); !strings.Contains(v.text(), text); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			v.t.Fatalf("there is no %q on\n%s", text, v.text())
		}
	}
}

func (v *visitScreen) press(keys string) {
	v.t.Helper()
	if _, err := io.WriteString(v.keys, keys); err != nil {
		v.t.Fatal(err)
	}
}

func (v *visitScreen) leave() {
	v.press("\x03")
	_ = v.Wait()
	_ = v.client.Close()
}

// Each reader finds what he did, and nobody else does: not another reader, a guest, nor the
// library's owner. All of it is there after the server was ended while they read.
func TestServedReaders(t *testing.T) {
	t.Parallel()
	s := serveNews(t, 2, 30)
	s.start("--guests")
	one := s.come(s.keys[0], true)
	one.sees("Report 0 of the day")
	one.press("b")
	one.sees("Bookmarked.")
	two := s.come(s.keys[1], true)
	two.sees("Report 0 of the day")
	if strings.Contains(two.text(), "★") {
		t.Errorf("another reader sees a bookmark\n%s", two.text())
	}
	guest := s.come(nil, true)
	guest.sees("Report 0 of the day")
	guest.press("b")
	guest.sees("Bookmarked.")
	if err := s.stop(); err != nil { // while all of them read
		t.Errorf("the server ended with %v", err)
	}
	one.sees("The server is being closed")
	s.start("--guests")
	one = s.come(s.keys[0], true)
	one.sees("★")
	two = s.come(s.keys[1], true)
	guest = s.come(nil, true)
	for name, v := range map[string]*visitScreen{"another reader": two, "a guest": guest} {
		v.sees("Report 0 of the day")
		if strings.Contains(v.text(), "★") {
			t.Errorf("%s sees a bookmark\n%s", name, v.text())
		}
		v.leave()
	}
	one.leave()
	files, err := filepath.Glob(filepath.Join(filepath.Dir(s.library), "serve", "readers", "*.db"))
	if err != nil || len(files) != 3 { // two readers' and nobody's
		t.Errorf("there are %v, %v", files, err)
	}
}

// Nothing that a reader presses, types or drops reaches the machine or the library.
func TestServedSafely(t *testing.T) {
	t.Parallel()
	s := serveNews(t, 1, 5)
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("A secret title\n\n"+strings.Repeat("A secret text. ", 50)), 0o600); err != nil {
		t.Fatal(err)
	}
	s.start()
	v := s.come(s.keys[0], true)
	v.sees("Report 0 of the day")
	const shared = "The library belongs to all its readers"
	for _, key := range []string{"a", "x", "X", "r"} {
		v.press(key)
		v.sees(shared)
		v.press("j")
		for end := time.Now().Add(progressDelay); strings.Contains(v.text(), shared); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("behind %q it says the same\n%s", key, v.text())
			}
		}
	}
	v.press("\x1b[200~" + secret + "\x1b[201~") // dropped on the terminal
	v.press("\x1a")                             // suspends nothing
	time.Sleep(500 * time.Millisecond)
	v.press("0")
	v.press("1")
	time.Sleep(300 * time.Millisecond)
	if strings.Contains(v.text(), "secret") {
		t.Errorf("a file of the machine is shown\n%s", v.text())
	}
	v.leave()
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	l, err := store.Open(t.Context(), s.library)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	list, err := l.List(t.Context(), store.Filter{Archive: store.AnyArchived})
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(list, func(e store.Entry) bool { return strings.Contains(e.Title, "secret") }) ||
		!slices.ContainsFunc(list, func(e store.Entry) bool { return e.Title == "Report 0 of the day" && e.Bookmarked && !e.Read }) {
		t.Errorf("the library has %v", list)
	}
}

// BenchmarkServe has 50 readers read at once, of whom each presses a key a second, and says
// how long it takes until the screen shows what it did, and what a reader takes of memory.
func BenchmarkServe(b *testing.B) {
	const readers, presses = 50, 20
	s := serveNews(b, readers, 2000)
	s.start("--rate", "1000")
	first := s.come(s.keys[0], false) // what is there once for all
	time.Sleep(3 * time.Second)
	first.leave()
	time.Sleep(time.Second)
	for b.Loop() {
		before, spent := residentOf(b, s.cmd.Process.Pid)
		var waited []time.Duration
		var mu sync.Mutex
		var all sync.WaitGroup
		var ready sync.WaitGroup
		ready.Add(readers)
		measured := make(chan struct{})
		for i := range readers {
			v := s.come(s.keys[i], false)
			all.Go(func() {
				time.Sleep(4 * time.Second)
				v.press("\r")
				time.Sleep(2 * time.Second)
				ready.Done()
				<-measured
				time.Sleep(time.Duration(i) * time.Second / readers)
				for k := range presses {
					for quiet := false; !quiet; {
						select {
						case <-v.written:
						case <-time.After(150 * time.Millisecond):
							quiet = true
						}
					}
					began := time.Now()
					v.press("jk"[k/5%2 : k/5%2+1])
					select {
					case <-v.written:
						mu.Lock()
						waited = append(waited, time.Since(began))
						mu.Unlock()
					case <-time.After(2 * time.Second):
					}
					time.Sleep(time.Second - time.Since(began) - 150*time.Millisecond)
				}
				v.leave()
			})
		}
		ready.Wait()
		_, opened := residentOf(b, s.cmd.Process.Pid)
		close(measured)
		time.Sleep(presses / 2 * time.Second)
		after, _ := residentOf(b, s.cmd.Process.Pid)
		all.Wait()
		_, ended := residentOf(b, s.cmd.Process.Pid)
		slices.Sort(waited)
		if len(waited) < readers*presses/2 {
			b.Fatalf("only %d keys were answered", len(waited))
		}
		b.ReportMetric(float64(waited[len(waited)/2].Microseconds())/1000, "ms-key-p50")
		b.ReportMetric(float64(waited[len(waited)*9/10].Microseconds())/1000, "ms-key-p90")
		b.ReportMetric(float64(waited[len(waited)*95/100].Microseconds())/1000, "ms-key-p95")
		b.ReportMetric(float64(after-before)/readers/(1<<20), "MB/reader")
		b.ReportMetric((opened-spent)*1000/readers, "ms-cpu/opening")
		b.ReportMetric((ended-opened)*1000/float64(len(waited)), "ms-cpu/key")
		b.ReportMetric(float64(before)/(1<<20), "MB-before")
	}
}

// residentOf gives the memory of a process, in bytes, and the processor time that it took, in
// seconds.
func residentOf(t testing.TB, pid int) (resident int64, spent float64) {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		t.Skip(err)
	}
	pages, err := strconv.ParseInt(strings.Fields(string(status))[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Skip(err)
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return pages * int64(os.Getpagesize()), (user + system) / 100
}
