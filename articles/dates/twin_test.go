package dates

import "testing"

// Months of which there are two may be told apart by a number, and programs write the
// year last.
func TestTwinMonthsAndYearLast(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"2 كانون 1 2024":                 "2024-12-02",
		"٢ كانون٢ ٢٠٢٤":                  "2024-01-02",
		"15 تشرين 2، 2023":               "2023-11-15",
		"7 تشرين1 2023":                  "2023-10-07",
		"2 كانون الأول 2024":             "2024-12-02",
		"Mon Dec 2 09:30:00 +0300 2024":  "2024-12-02",
		"Mon Dec 02 09:30:00 +0000 2024": "2024-12-02",
	} {
		if got, ok := Parse(s); !ok || got.Format("2006-01-02") != want {
			t.Errorf("%s: %v, %v", s, got, ok)
		}
	}
}
