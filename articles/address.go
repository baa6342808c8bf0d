package articles

import "strings"

// IsWebAddress tells an address on the web from a title, a path and what a program
// would have to open.
func IsWebAddress(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
}
