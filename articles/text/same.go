package text

import "strings"

// Same reports whether two texts have the same [Key] and are not empty. Most have not,
// which their first words tell.
func Same(a, b string) bool {
	if a == "" || beginOtherwise(a, b) {
		return false
	}
	return a == b || Key(a) == Key(b)
}

// beginOtherwise tells by their first words that two texts have not the same key; where
// these do not say, it is false.
func beginOtherwise(a, b string) bool {
	one, other := KeyStart(a), KeyStart(b)
	n := min(len(one), len(other))
	return one[:n] != other[:n]
}

// KeyStart folds the first words of a line and returns a beginning of its [Key], by which
// most lines can be told apart. It is "" where they do not say how the key begins.
func KeyStart(line string) string { return Key(firstWords(line)) }

// firstWords gives some whole words from the beginning of a text, with which its key
// begins: whatever stands behind them changes nothing in them. It may be none.
func firstWords(s string) string {
	const enough = 32 // bytes
	head := s[:min(len(s), enough)]
	for i, r := range head {
		if mayCompose(r) {
			head = head[:i]
			break
		}
	}
	if len(head) == len(s) {
		return s
	}
	return head[:max(strings.LastIndexByte(head, ' '), 0)]
}
