package syncing

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/warraq/warraq/articles/pattern"
)

// folder is the folder by which libraries meet.
type folder struct{ path string }

// The names of what stands in it.
const (
	machinesName = "machines"
	picturesName = "pictures"
	keysName     = "keys"
	cardName     = "machine.json"
	segmentEnd   = ".segment"
)

// openFolder finds a folder, or makes it where the one that it is to be in is there. One
// that holds files of another program alone is refused.
func openFolder(path string) (*folder, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, &Error{path, ErrUnreadable, err}
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.Mkdir(path, 0o700); err != nil {
			return nil, pathError(path, err)
		}
		info, err = os.Stat(path)
	}
	switch {
	case err != nil:
		return nil, pathError(path, err)
	case !info.IsDir():
		return nil, &Error{path, ErrNotFolder, nil}
	}
	f := &folder{path}
	return f, f.checkOwner()
}

// pathError makes an [*Error] of what the system said about a path.
func pathError(path string, err error) error {
	kind := ErrUnwritable
	switch {
	case errors.Is(err, fs.ErrNotExist):
		kind = ErrAbsent
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		kind = ErrFull
	case errors.Is(err, syscall.ENOTDIR):
		kind = ErrNotFolder
	}
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		if at.Op == "open" && errors.Is(kind, ErrUnwritable) && errors.Is(err, fs.ErrPermission) {
			if info, statErr := os.Stat(path); statErr == nil && info.IsDir() && info.Mode()&0o444 == 0 {
				kind = ErrUnreadable
			}
		}
		err = at.Err
	}
	return &Error{path, kind, err}
}

// isLeftByOthers tells a file that systems and what carries folders leave in them.
func isLeftByOthers(name string) bool {
	switch strings.ToLower(name) {
	case "desktop.ini", "thumbs.db", "icon\r", "$recycle.bin", "system volume information", "lost+found":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~")
}

// isCard tells the card of a machine, and what was made of it in a conflict: it is written
// anew each time.
func isCard(name string) bool {
	base, end, _ := strings.Cut(cardName, ".")
	return strings.HasPrefix(name, base) && strings.Contains(name, "."+end)
}

// checkOwner refuses a folder in which there are files and none of Warraq's.
func (f *folder) checkOwner() error {
	entries, err := os.ReadDir(f.path)
	if err != nil {
		return &Error{f.path, ErrUnreadable, pathless(err)}
	}
	foreign := ""
	for _, e := range entries {
		switch name := e.Name(); {
		case name == machinesName:
			return nil
		case isLeftByOthers(name), name == picturesName, name == keysName:
		default:
			foreign = cmp.Or(foreign, name)
		}
	}
	if foreign != "" {
		return &Error{f.path, ErrForeign, errors.New(foreign)}
	}
	return nil
}

// pathless gives what lay behind an error of a path.
func pathless(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	return err
}

// machineFolder is the folder of a machine.
type machineFolder struct {
	dir  string // its path
	name string // its path within the folder
	id   string
	card card
}

// card says who a machine is, and what it has read of the others.
type card struct {
	Version int            `json:"version"`
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	Token   string         `json:"token"` // by which the machine knows the folder
	Written time.Time      `json:"written"`
	Read    map[string]int `json:"read"` // the number of the last segment read of each machine
	// Met are the names of the machines that were met, by which it is known of which two of
	// one name it was said.
	Met map[string]string `json:"met,omitempty"`
}

var machineFolderPattern = pattern.New(`^(?:.*-)?([a-z2-7]{16})$`)

// machines finds the folders of machines.
func (f *folder) machines() ([]machineFolder, error) {
	dir := filepath.Join(f.path, machinesName)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &Error{f.path, ErrUnreadable, pathless(err)}
	}
	var list []machineFolder
	for _, e := range entries {
		m := machineFolderPattern.FindStringSubmatch(e.Name())
		if m == nil || !e.IsDir() {
			continue
		}
		of := machineFolder{dir: filepath.Join(dir, e.Name()), name: machinesName + "/" + e.Name(), id: m[1]}
		if data, err := readFile(filepath.Join(of.dir, cardName), longestCard); err == nil {
			if json.Unmarshal(data, &of.card) != nil || of.card.ID != of.id {
				of.card = card{}
			}
		}
		list = append(list, of)
	}
	slices.SortFunc(list, func(a, b machineFolder) int { return cmp.Compare(a.id, b.id) })
	return list, nil
}

// errNoFile is what is no file, or larger than what stands in its place can be.
var errNoFile = errors.New("it is no file, or too large")

// readFile reads a file of the folder that has so many bytes at most. What carries the folder
// may bring links, to a device that never ends for one.
func readFile(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err //nolint:wrapcheck // it names the file
	}
	if !info.Mode().IsRegular() || info.Size() > most {
		return nil, &fs.PathError{Op: "read", Path: path, Err: errNoFile}
	}
	return os.ReadFile(path) //nolint:wrapcheck // it names the file
}

// longestCard bounds the card of a machine that is read.
const longestCard = 1 << 20

// makeMachine makes the folder of a machine. Its name shows the one for people as far as
// every file system takes that.
func (f *folder) makeMachine(name, id string) (string, error) {
	plain := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
			return r
		}
		return -1
	}, name)
	if plain != "" {
		plain = plain[:min(len(plain), 32)] + "-"
	}
	dir := filepath.Join(f.path, machinesName, plain+id)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", pathError(f.path, err)
	}
	return dir, nil
}

func (f *folder) writeCard(dir string, c card) error {
	c.Version = 1
	data, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return fmt.Errorf("writing who this machine is: %w", err)
	}
	return f.write(filepath.Join(dir, cardName), append(data, '\n'))
}

// write writes a file whole under another name, and renames it.
func (f *folder) write(path string, data []byte) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".warraq-*")
	if err != nil {
		return pathError(f.path, err)
	}
	_, err = temporary.Write(data)
	err = errors.Join(err, temporary.Sync(), temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temporary.Name())
		return pathError(f.path, err)
	}
	if d, err := os.Open(filepath.Dir(path)); err == nil { // the name is on the disk, too
		_ = d.Sync()
		_ = d.Close()
	}
	return nil
}

// segmentFile is a file that is named as segments are.
type segmentFile struct {
	path   string
	name   string // its path within the folder
	number int
	hash   string
	size   int64
}

// segmentPattern finds the number and the hash in the name of a segment, or of a copy that
// what carries the folder made of one.
var segmentPattern = pattern.New(`^(\d{8,})-([0-9a-f]{32})`)

// segments finds the segments of a machine, in the order of their numbers, each hash once,
// and the files that are none.
func (m *machineFolder) segments() (list []segmentFile, foreign []string, err error) {
	entries, err := os.ReadDir(m.dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, nil
		}
		return nil, nil, &Error{m.dir, ErrUnreadable, pathless(err)}
	}
	for _, e := range entries {
		name := e.Name()
		if isLeftByOthers(name) || isCard(name) {
			continue
		}
		parts := segmentPattern.FindStringSubmatch(name)
		info, err := e.Info()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case parts == nil || err != nil || !info.Mode().IsRegular():
			foreign = append(foreign, m.name+"/"+name)
			continue
		}
		number, err := strconv.Atoi(parts[1])
		if err != nil {
			foreign = append(foreign, m.name+"/"+name)
			continue
		}
		list = append(list, segmentFile{filepath.Join(m.dir, name), m.name + "/" + name, number, parts[2], info.Size()})
	}
	slices.SortFunc(list, func(a, b segmentFile) int {
		return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.hash, b.hash), cmp.Compare(len(a.name), len(b.name)))
	})
	return list, foreign, nil
}
