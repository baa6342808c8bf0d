package mail

import (
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
