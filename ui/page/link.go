package page

import (
	"fmt"
	"net/url"
	"strings"
)

// Address is an address as a terminal may be given it, or "" for one that is
// none of the kinds that may be opened. A terminal takes printable ASCII (as
// RFC 3986 has it), so whatever else is in it is escaped.
func Address(s string) string {
	scheme, rest, ok := strings.Cut(strings.TrimSpace(s), ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
	default:
		return ""
	}
	if !ok || rest == "" {
		return ""
	}
	var out strings.Builder
	out.WriteString(strings.ToLower(scheme) + ":")
	for i := range len(rest) {
		if c := rest[i]; c > ' ' && c < 0x7f {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, "%%%02X", c)
		}
	}
	if _, err := url.Parse(out.String()); err != nil {
		return ""
	}
	return out.String()
}
