package mail

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

// The zones of a message's date are read, those with names too.
func TestWrittenOn(t *testing.T) {
	t.Parallel()
	for date, want := range map[string]string{
		"Mon, 02 Dec 2024 09:30:00 EST": "2024-12-02T09:30:00-05:00", "Mon, 2 Dec 2024 09:30:00 PDT": "2024-12-02T09:30:00-07:00",
		"Mon, 2 Dec 2024 09:30:00 +0300 (AST)": "2024-12-02T09:30:00+03:00", "Mon, 2 Dec 2024 09:30:00 +03": "2024-12-02T09:30:00+03:00",
		"Mon, 2 Dec 24 09:30:00 -0700": "2024-12-02T09:30:00-07:00", "Mon Dec 2 09:30:00 2024": "2024-12-02T09:30:00Z",
	} {
		if got := writtenOn(Header{"date": date}).Format(time.RFC3339); got != want {
			t.Errorf("%q is %s, not %s", date, got, want)
		}
	}
}

// The number before a message of Apple Mail may be wrong, since programs change messages; the
// text stays whole all the same, and what Apple Mail writes behind it is none of it.
func TestWrongCount(t *testing.T) {
	t.Parallel()
	const message = "From: h@khan.example\r\nSubject: k\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nوصلت القافلة إلى الخان قبل الغروب.\r\n"
	const list = "<?xml version=\"1.0\"?>\n<!DOCTYPE plist>\n<plist><dict><key>flags</key></dict></plist>\n"
	for _, count := range []int{0, 20, len(message) - 9, len(message), len(message) + 5, 1 << 20} {
		got := string(CutCount([]byte(strconv.Itoa(count) + "\n" + message + list)))
		if strings.TrimSpace(got) != strings.TrimSpace(message) {
			t.Errorf("%d: %q", count, got)
		}
	}
}
