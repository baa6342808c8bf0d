package serve

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// A file of keys is read line by line, and a broken line is named.
func TestParseKeys(t *testing.T) {
	t.Parallel()
	key := strings.TrimSpace(string(gossh.MarshalAuthorizedKey(newKey(t).PublicKey())))
	other := strings.TrimSpace(string(gossh.MarshalAuthorizedKey(newKey(t).PublicKey())))
	for _, tt := range []struct {
		name, file string
		count      int
		line       int
		why        error
	}{
		{"empty", "", 0, 0, nil},
		{"keys", "# readers\n\n" + key + " مريم\r\n" + other, 2, 0, nil},
		{"twice", key + "\n" + key + "\n", 1, 0, nil},
		{"no key", key + "\nnonsense\n", 0, 2, ErrNoKey},
		{"cut off", key[:40], 0, 1, ErrNoKey},
		{"a private key", "\n-----BEGIN OPENSSH PRIVATE KEY-----\n", 0, 2, ErrNoKey},
		{"options", "from=\"10.0.0.1\" " + key, 0, 1, ErrKeyOptions},
		{"zero bytes", "\x00\x00", 0, 1, ErrNoKey},
	} {
		names, err := ParseKeys("keys", []byte(tt.file))
		var wrong *FileError
		if tt.why == nil && err != nil || tt.why != nil && (!errors.As(err, &wrong) || wrong.Line != tt.line || !errors.Is(err, tt.why)) || len(names) != tt.count {
			t.Errorf("%s: %d keys, %v", tt.name, len(names), err)
		}
	}
}

// Whatever stands in a file, it is read or refused.
func FuzzParseKeys(f *testing.F) {
	f.Add([]byte("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== a\n"))
	f.Add([]byte("command=\"x\" ssh-rsa AAAA"))
	f.Fuzz(func(t *testing.T, data []byte) {
		names, err := ParseKeys("keys", data)
		if err != nil && names != nil {
			t.Errorf("%d keys and %v", len(names), err)
		}
	})
}

// What changes in the file holds at once; where it is broken the keys that were there stay,
// and that is said.
func TestKeysChange(t *testing.T) {
	t.Parallel()
	one, two := newKey(t), newKey(t)
	path := filepath.Join(t.TempDir(), "keys")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Time{}, time.Now().Add(time.Duration(len(text))*time.Second)); err != nil {
			t.Fatal(err)
		}
	}
	line := func(key gossh.Signer) string { return string(gossh.MarshalAuthorizedKey(key.PublicKey())) }
	write(line(one))
	var said error
	keys, err := OpenKeys(path, func(err error) { said = err })
	if err != nil {
		t.Fatal(err)
	}
	has := func(key gossh.Signer) bool { _, ok := keys.Name(key.PublicKey()); return ok }
	if !has(one) || has(two) {
		t.Error("the first key is not the only one")
	}
	write(line(one) + line(two))
	if !has(two) {
		t.Error("a new key is not known")
	}
	write("nonsense" + line(two))
	if !has(one) || said == nil {
		t.Errorf("with a broken file the keys are gone, and said is %v", said)
	}
	write(line(two) + "# one has left us\n")
	if has(one) || !has(two) {
		t.Error("a key that was taken away is still known")
	}
	if _, err := OpenKeys(filepath.Dir(path), nil); !errors.Is(err, ErrIsFolder) {
		t.Errorf("of a folder it says %v", err)
	}
	if _, err := OpenKeys(path+"-none", nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a file it says %v", err)
	}
}

// The host's key is made once, for its owner alone, and stays. What is no key is refused.
func TestHostKey(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "serve", "host_key")
	first, err := HostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := HostKey(path)
	if err != nil || string(again.PublicKey().Marshal()) != string(first.PublicKey().Marshal()) {
		t.Errorf("the second time there is another key, %v", err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("its file is %v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("%v are left over", left)
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(path, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := HostKey(path); !errors.Is(err, ErrOpenToAll) {
			t.Errorf("a key that all can read gives %v", err)
		}
	}
	if err := errors.Join(os.Chmod(path, 0o600), os.WriteFile(path, []byte("nonsense"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := HostKey(path); !errors.Is(err, ErrHostKey) {
		t.Errorf("a broken key gives %v", err)
	}
}
