package syncing

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"
)

// Lock is what segments and pictures are encrypted and decrypted with. A nil Lock leaves
// them as they are.
type Lock struct {
	recipients []age.Recipient
	identities []age.Identity

	// passphrase, if any, opens the keys of a folder, which are then the identities.
	passphrase string
	keys       []string // the files of those that are open
}

// NewKeyLock reads a file of identities of age ("AGE-SECRET-KEY-1…", as age-keygen writes
// them): what is encrypted for any of them can be read, and what is written is encrypted
// for all. Recipients name those for whom it is encrypted instead.
func NewKeyLock(identities, recipients []byte) (*Lock, error) {
	l := &Lock{}
	var err error
	if l.identities, err = age.ParseIdentities(bytes.NewReader(identities)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	if len(recipients) > 0 {
		if l.recipients, err = age.ParseRecipients(bytes.NewReader(recipients)); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrKey, err)
		}
		return l, nil
	}
	for _, id := range l.identities {
		switch own := id.(type) {
		case *age.X25519Identity:
			l.recipients = append(l.recipients, own.Recipient())
		case *age.HybridIdentity:
			l.recipients = append(l.recipients, own.Recipient())
		default:
			return nil, fmt.Errorf("%w: %T", ErrKey, id)
		}
	}
	return l, nil
}

// NewPassphraseLock makes a lock of a passphrase. The folder holds a key that it opens: a
// passphrase is slow to try, on purpose, and that once is enough.
func NewPassphraseLock(passphrase string) *Lock { return &Lock{passphrase: passphrase} }

// seal gives where is written what is to be encrypted.
func (l *Lock) seal(to io.Writer) (io.WriteCloser, error) {
	w, err := age.Encrypt(to, l.recipients...)
	if err != nil {
		return nil, fmt.Errorf("encrypting: %w", err)
	}
	return w, nil
}

// open gives what was encrypted.
func (l *Lock) open(from io.Reader) (io.Reader, error) {
	r, err := age.Decrypt(from, l.identities...)
	if err != nil {
		return nil, fmt.Errorf("decrypting: %w", err)
	}
	return r, nil
}

// sealed encrypts bytes.
func (l *Lock) sealed(data []byte) ([]byte, error) {
	if l == nil {
		return data, nil
	}
	var out bytes.Buffer
	w, err := l.seal(&out)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(data)
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, fmt.Errorf("encrypting: %w", err)
	}
	return out.Bytes(), nil
}

// ageMagic is what begins what age encrypts.
var ageMagic = []byte("age-encryption.org/v1\n")

// opened decrypts bytes, and leaves those as they are that are not encrypted.
func (l *Lock) opened(data []byte) ([]byte, error) {
	switch {
	case !bytes.HasPrefix(data, ageMagic):
		return data, nil
	case l == nil:
		return nil, errLocked
	}
	r, err := l.open(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) //nolint:wrapcheck // callers name the file
}

// openLock opens the keys of the folder with the passphrase, and makes one where there is
// none. A folder that has keys is not written without.
func (s *session) openLock() error {
	dir := filepath.Join(s.folder.path, keysName)
	names, _ := filepath.Glob(filepath.Join(dir, "*.age"))
	slices.Sort(names)
	switch {
	case s.Lock == nil && len(names) > 0:
		return &Error{s.folder.path, ErrLocked, nil}
	case s.Lock == nil || s.Lock.passphrase == "":
		return nil
	case len(names) == 0:
		return s.makeKey(dir)
	}
	if slices.Equal(s.Lock.keys, names) {
		return nil
	}
	own := Lock{passphrase: s.Lock.passphrase, keys: names}
	for _, name := range names {
		err := own.addKey(name)
		switch {
		case errors.Is(err, errTorn):
			s.notice(Notice{Kind: Torn, Name: keysName + "/" + filepath.Base(name), Detail: err.Error()})
		case err != nil:
			return &Error{s.folder.path, ErrPassphrase, err}
		}
	}
	if len(own.identities) == 0 {
		return &Error{s.folder.path, ErrKeyTorn, nil}
	}
	*s.Lock = own
	return nil
}

// addKey opens a key of the folder. What is written is encrypted for the first one.
func (l *Lock) addKey(path string) error {
	data, err := readFile(path, longestKey)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(filepath.Base(path), hashOf(data)) {
		return errTorn
	}
	secret, err := age.NewScryptIdentity(l.passphrase)
	if err != nil {
		return err //nolint:wrapcheck // said of the passphrase
	}
	secret.SetMaxWorkFactor(mostPassphraseWork)
	r, err := age.Decrypt(bytes.NewReader(data), secret)
	if err != nil {
		return err //nolint:wrapcheck // said of the passphrase
	}
	key, err := io.ReadAll(r)
	if err != nil {
		return err //nolint:wrapcheck // said of the passphrase
	}
	id, err := age.ParseX25519Identity(strings.TrimSpace(string(key)))
	if err != nil {
		return err //nolint:wrapcheck // said of the passphrase
	}
	l.identities = append(l.identities, id)
	if len(l.recipients) == 0 {
		l.recipients = []age.Recipient{id.Recipient()}
	}
	return nil
}

// longestKey bounds a key of the folder that is read.
const longestKey = 64 << 10

// mostPassphraseWork bounds what a key of the folder may have a passphrase cost: each power
// more is twice the time and twice the memory, of this one 512 MB.
const mostPassphraseWork = 19

// passphraseWork is what trying a passphrase costs, as a power of two.
var passphraseWork = 18

// makeKey makes the key of a folder, and encrypts it with the passphrase. Two machines that
// do so at once leave two keys, of which both open what either wrote.
func (s *session) makeKey(dir string) error {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return fmt.Errorf("making a key: %w", err)
	}
	secret, err := age.NewScryptRecipient(s.Lock.passphrase)
	if err != nil {
		return &Error{s.folder.path, ErrPassphrase, err}
	}
	secret.SetWorkFactor(passphraseWork)
	sealed, err := (&Lock{recipients: []age.Recipient{secret}}).sealed([]byte(id.String() + "\n"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return pathError(s.folder.path, err)
	}
	if err := s.folder.write(filepath.Join(dir, hashOf(sealed)+".age"), sealed); err != nil {
		return err
	}
	s.Lock.identities, s.Lock.recipients = []age.Identity{id}, []age.Recipient{id.Recipient()}
	return nil
}
