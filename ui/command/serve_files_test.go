//go:build unix

package command_test

import (
	"bytes"
	"encoding/pem"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// copying runs a program of OpenSSH as the first reader and gives what it says.
func (s *servedLibrary) copying(t *testing.T, program string, args ...string) (said string, err error) {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skip("OpenSSH is not installed")
	}
	dir := t.TempDir()
	private := filepath.Join(dir, "key")
	if err = os.WriteFile(private, s.firstKey, 0o600); err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(s.address)
	cmd := exec.Command(path, append([]string{
		"-P", port, "-F", "/dev/null", "-i", private, "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no",
		"-o", "UserKnownHostsFile=" + filepath.Join(dir, "hosts"), "-o", "LogLevel=ERROR",
	}, args...)...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	return out.String(), err
}

// filesIn gives the files below a folder with their sizes.
func filesIn(t *testing.T, folder string) map[string]int64 {
	t.Helper()
	files := map[string]int64{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			info, failure := e.Info()
			if failure != nil {
				return failure
			}
			name, _ := filepath.Rel(folder, path)
			files[filepath.ToSlash(name)] = info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A reader takes articles in all forms, his own bookmarks and notes along, with the scp and
// the sftp of OpenSSH, and neither writes anything nor finds a file of the machine.
func TestServedFiles(t *testing.T) {
	t.Parallel()
	s := serveNews(t, 1, 130)
	s.start()
	v := s.come(s.keys[0], true)
	v.sees("Report 0 of the day")
	v.press("b")
	v.sees("Bookmarked.")
	v.leave()
	to := t.TempDir()
	if said, err := s.copying(t, "scp", "-r", "any@127.0.0.1:/", to); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	files := filesIn(t, to)
	count := map[string]int{}
	for name, size := range files {
		if !strings.Contains(filepath.Base(name), "report-") && strings.HasPrefix(name, "articles/") {
			continue // it ships with the program
		}
		count[filepath.Dir(name)]++
		if size == 0 && filepath.Base(name) != "notes.md" {
			t.Errorf("%s is empty", name)
		}
	}
	for folder, want := range map[string]int{"articles/markdown": 130, "articles/html": 130, "articles/epub": 130, "bookmarks/markdown": 1, ".": 4} {
		if count[folder] != want {
			t.Errorf("%s has %d files, not %d of %v", folder, count[folder], want, count)
		}
	}
	list, _ := filepath.Glob(filepath.Join(to, "bookmarks", "markdown", "report-0-of-the-day-*.md"))
	if len(list) != 1 {
		t.Fatalf("bookmarked is %v", list)
	}
	if text, err := os.ReadFile(list[0]); err != nil || !strings.Contains(string(text), "number 0 by those") || !strings.Contains(string(text), "عاد القطار") {
		t.Errorf("the article is %s, %v", text, err)
	}
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	batch := filepath.Join(t.TempDir(), "batch")
	for _, tt := range []struct{ program, do, want string }{
		{"sftp", "ls -l bookmarks", "epub"},
		{"sftp", "cd articles/../../../..\npwd", "Remote working directory: /"},
		{"sftp", "get " + secret, "not found"},
		{"sftp", "get ../../../.." + secret, "not found"},
		{"sftp", "put " + secret, "ermission denied"},
		{"sftp", "put " + secret + " notes.md", "ermission denied"},
		{"sftp", "rm notes.md", "ermission denied"},
		{"sftp", "rename notes.md other.md", "ermission denied"},
		{"sftp", "mkdir new", "ermission denied"},
		{"sftp", "rmdir articles", "ermission denied"},
		{"sftp", "ln -s /etc/passwd link", "ermission denied"},
		{"sftp", "chmod 777 notes.md", "ermission denied"},
		{"scp -O", "notes.md", "Files are copied by SFTP here"},
	} {
		if err := os.WriteFile(batch, []byte(tt.do+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		args := []string{"-b", batch, "any@127.0.0.1"}
		if tt.program != "sftp" {
			args = []string{"-O", "any@127.0.0.1:" + tt.do, to}
		}
		if said, _ := s.copying(t, strings.Fields(tt.program)[0], args...); !strings.Contains(said, tt.want) {
			t.Errorf("%s %q says %q", tt.program, tt.do, said)
		}
	}
	log, err := os.ReadFile(filepath.Join(filepath.Dir(s.library), "serve", "visits.log"))
	if err != nil || !strings.Contains(string(log), `"files":true`) || strings.Contains(string(log), `"level":"ERROR"`) {
		t.Errorf("the log says %s, %v", log, err)
	}
}

// privateKey gives a key as OpenSSH reads it.
func privateKey(t testing.TB, key any) []byte {
	t.Helper()
	block, err := gossh.MarshalPrivateKey(key, "")
	if err != nil {
		t.Fatal(fmt.Errorf("a key: %w", err))
	}
	return pem.EncodeToMemory(block)
}
