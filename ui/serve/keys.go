package serve

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// The kinds of what can be wrong with a file of keys.
var (
	ErrNoKey      = errors.New("the line is no public key")
	ErrKeyOptions = errors.New("options before a key are not understood")
	ErrIsFolder   = errors.New("it is a folder")
	ErrNoKeys     = errors.New("there is no key in the file")
	ErrHostKey    = errors.New("it is no private key")
	ErrOpenToAll  = errors.New("others may read it")
)

// FileError is a file of keys that cannot be used. Line is 0 where the file itself cannot.
type FileError struct {
	Path string
	Line int
	Why  error
}

func (f *FileError) Error() string {
	if f.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", f.Path, f.Line, f.Why)
	}
	return fmt.Sprintf("%s: %v", f.Path, f.Why)
}

func (f *FileError) Unwrap() error { return f.Why }

// largestKeys is how large a file of keys may be.
const largestKeys = 4 << 20

// ParseKeys reads public keys in the form of authorized_keys, one a line, and returns their
// names, which stand behind them, by the keys. A line with options is refused: what they
// restrict would not be.
func ParseKeys(path string, data []byte) (map[string]string, error) {
	names := map[string]string{}
	for i, line := range bytes.Split(data, []byte{'\n'}) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		key, name, options, _, err := gossh.ParseAuthorizedKey(line)
		switch {
		case err != nil:
			return nil, &FileError{path, i + 1, ErrNoKey}
		case len(options) > 0:
			return nil, &FileError{path, i + 1, ErrKeyOptions}
		}
		names[string(key.Marshal())] = name
	}
	return names, nil
}

// Keys are those who may come, by a file that may change meanwhile.
type Keys struct {
	path  string
	wrong func(error) // is told when the file has become unusable

	mu    sync.Mutex // guards what follows
	names map[string]string
	at    time.Time
	size  int64
}

// OpenKeys reads a file of keys. Where it changes later and cannot be used any more, the
// keys that were there stay, and wrong is told why.
func OpenKeys(path string, wrong func(error)) (*Keys, error) {
	k := &Keys{path: path, wrong: wrong}
	if err := k.read(); err != nil {
		return nil, err
	}
	return k, nil
}

// NoKeys are those of nobody.
func NoKeys() *Keys { return &Keys{} }

func (k *Keys) read() error {
	info, err := os.Stat(k.path)
	if err != nil {
		return &FileError{Path: k.path, Why: err}
	}
	k.at, k.size = info.ModTime(), info.Size()
	if info.IsDir() {
		return &FileError{Path: k.path, Why: ErrIsFolder}
	}
	if k.size > largestKeys || !info.Mode().IsRegular() {
		return &FileError{Path: k.path, Why: ErrNoKey}
	}
	data, err := os.ReadFile(k.path)
	if err != nil {
		return &FileError{Path: k.path, Why: err}
	}
	names, err := ParseKeys(k.path, data)
	if err == nil {
		k.names = names
	}
	return err
}

// Count returns how many there are.
func (k *Keys) Count() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.names)
}

// Name returns what stands behind a key in the file, and whether the key is there.
func (k *Keys) Name(key gossh.PublicKey) (name string, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if info, err := os.Stat(k.path); k.path != "" && err == nil && (!info.ModTime().Equal(k.at) || info.Size() != k.size) {
		if err := k.read(); err != nil && k.wrong != nil {
			k.wrong(err)
		}
	}
	name, ok = k.names[string(key.Marshal())]
	return name, ok
}

// idOf is the name of who has a key: its SHA-256.
func idOf(key []byte) string {
	sum := sha256.Sum256(key)
	return hex.EncodeToString(sum[:])
}

// HostKey reads the key of the host from a file, or makes it where there is none. Nobody but
// its owner may be able to read it.
func HostKey(path string) (gossh.Signer, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err = makeHostKey(path); err == nil {
			info, err = os.Stat(path)
		}
	}
	if err != nil {
		return nil, &FileError{Path: path, Why: err}
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, &FileError{Path: path, Why: ErrOpenToAll}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &FileError{Path: path, Why: err}
	}
	key, err := gossh.ParsePrivateKey(data)
	if err != nil {
		return nil, &FileError{Path: path, Why: ErrHostKey}
	}
	return key, nil
}

// makeHostKey makes the key of the host, whole or not at all. One that another program made
// meanwhile stays.
func makeHostKey(path string) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fmt.Errorf("making a key: %w", err)
	}
	block, err := gossh.MarshalPrivateKey(private, "warraq serve")
	if err != nil {
		return fmt.Errorf("making a key: %w", err)
	}
	if err = os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err //nolint:wrapcheck // the caller says of what
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".host_key-*") // for its owner alone
	if err != nil {
		return err //nolint:wrapcheck // the same
	}
	_, err = f.Write(pem.EncodeToMemory(block))
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		if err = os.Link(f.Name(), path); errors.Is(err, fs.ErrExist) {
			err = nil
		} else if err != nil { // a file system without links
			err = os.Rename(f.Name(), path)
		}
	}
	_ = os.Remove(f.Name())
	return err //nolint:wrapcheck // the same
}
