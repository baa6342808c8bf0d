package syncing

import "github.com/warraq/warraq/store"

// MakePassphrasesCheap makes what a passphrase costs no matter of tests.
func MakePassphrasesCheap() { passphraseWork = 8 }

// DecodeSegment reads the rows of a segment from its bytes.
func DecodeSegment(data []byte, lock *Lock) ([]store.SyncRow, error) {
	return decodeSegment(data, lock)
}

// HashOf names bytes.
func HashOf(data []byte) string { return hashOf(data) }
