package syncing

import "github.com/warraq/warraq/store"

// What a passphrase costs is no matter of tests.
func init() { passphraseWork = 8 }

// DecodeSegment reads the rows of a segment from its bytes.
func DecodeSegment(data []byte, lock *Lock) ([]store.SyncRow, error) {
	return decodeSegment(data, lock)
}

// HashOf names bytes.
func HashOf(data []byte) string { return hashOf(data) }
