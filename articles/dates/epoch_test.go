package dates

import (
	"testing"
	"time"
)

// What programs count since 1970 is a time, in whichever unit; a telephone number or a year
// is none.
func TestStamp(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"1733121000":                      "2024-12-02T06:30:00Z",
		"1733121000000":                   "2024-12-02T06:30:00Z",
		"1733121000.25":                   "2024-12-02T06:30:00Z",
		"1733121000000000":                "2024-12-02T06:30:00Z",
		"1733121000000000000":             "2024-12-02T06:30:00Z",
		"/Date(1733121000000)/":           "2024-12-02T06:30:00Z",
		"/Date(1733121000000+0300)/":      "2024-12-02T06:30:00Z",
		"Mon, 02 Dec 2024 09:30:00 +0300": "2024-12-02T09:30:00+03:00",
		"0791234567":                      "",
		"20241202093000":                  "2024-12-02T09:30:00Z",
		"2024":                            "2024-01-01T00:00:00Z",
		"2024-05":                         "2024-05-01T00:00:00Z",
		"1403":                            "",
		"42":                              "",
		"99999999999999999999":            "",
	} {
		got, ok := Stamp(s)
		if at, _ := time.Parse(time.RFC3339, want); ok != (want != "") || ok && !got.Equal(at) {
			t.Errorf("%s: %v, %v", s, got, ok)
		}
	}
	if _, ok := Parse("1733121000"); ok {
		t.Error("a number in a text of people is taken for a time")
	}
}

// A name that several zones have is that of the countries whose papers are read here, and
// months may be written in one word with the word for month, or behind their year.
func TestZonesAndMonths(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Mon, 02 Dec 2024 09:30:00 AST":                        "2024-12-02T09:30:00+03:00",
		"Mon, 02 Dec 24 09:30:00 AST":                          "2024-12-02T09:30:00+03:00",
		"Mon, 02 Dec 2024 09:30:00 IST":                        "2024-12-02T09:30:00+02:00",
		"Mon, 02 Dec 2024 09:30:00 AST (Arabia Standard Time)": "2024-12-02T09:30:00+03:00",
		"Mon, 02 Dec 2024 09:30:00 XYZ":                        "2024-12-02T09:30:00Z",
		"12 آذرماه 1403":                                       "2024-12-02T00:00:00Z",
		"۱۰ دیماه ۱۴۰۳":                                        "2024-12-30T00:00:00Z",
		"2024 دسامبر 3":                                        "2024-12-03T00:00:00Z",
		"2024 ديسمبر 03":                                       "2024-12-03T00:00:00Z",
	} {
		if got, ok := Parse(s); !ok || got.Format(time.RFC3339) != want {
			t.Errorf("%s: %v, %v", s, got, ok)
		}
	}
}
