package identity

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
)

// idBytes is how many bytes of a digest an ID holds: 8 characters.
const idBytes = 5

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567")

// WantedID gives the ID that an article asks for, or one made of what it is known by;
// in later rounds, after a clash, others.
func (r *Record) WantedID(round int) string {
	if round == 0 && IsID(r.ID) {
		return r.ID
	}
	return r.MadeID(round)
}

// MadeID gives an ID made of what an article is known by; in later rounds of its text too, so
// that very many of one title or address get theirs at once.
func (r *Record) MadeID(round int) string {
	if round == 0 {
		return makeID(r.identified(), round)
	}
	return makeID(r.identified()+"\n"+r.Body, round)
}

// identified is what first identifies an article.
func (r *Record) identified() string {
	switch {
	case r.Key != "":
		return "key " + r.Key
	case r.Address != "":
		return "address " + r.Address
	case r.TitleKey != "":
		return "title " + r.TitleKey + "\n" + r.SourceKey
	}
	return "text " + r.Body
}

// KeyID gives the ID that is made of a key where it is free, "" of none.
func KeyID(key string) string {
	if key == "" {
		return ""
	}
	return (&Record{Key: key}).MadeID(0)
}

func makeID(identified string, round int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", round, identified))
	return NewID(sum[:])
}

// NewID gives an ID of some bytes, of which there must be five at the least.
func NewID(of []byte) string { return idEncoding.EncodeToString(of[:idBytes]) }

// IsID tells whether a text has the form of an ID.
func IsID(s string) bool {
	b, err := idEncoding.DecodeString(s)
	return err == nil && len(b) == idBytes
}
