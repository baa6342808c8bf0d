package dates

import (
	"testing"
	"time"
)

// Every day of a thousand years, said in the Hijri calendar, is that day again.
func TestHijriIsTheInverse(t *testing.T) {
	t.Parallel()
	step := 1
	if testing.Short() {
		step = 29
	}
	for day := time.Date(1600, 1, 1, 12, 30, 0, 0, time.UTC); day.Year() < 2300; day = day.AddDate(0, 0, step) {
		y, m, d := Hijri(day)
		back, ok := hijriDay(y, m, d)
		if !ok || back != day.Truncate(24*time.Hour) {
			t.Fatalf("%s is %d-%d-%d, which is %s (%v)", day.Format(time.DateOnly), y, m, d, back.Format(time.DateOnly), ok)
		}
	}
}

func TestHijri(t *testing.T) {
	t.Parallel()
	for date, want := range map[string][3]int{
		"2024-07-07": {1446, 1, 1}, // the new year of 1446, as Saudi Arabia published it
		"2024-12-29": {1446, 6, 28},
		"2025-03-01": {1446, 9, 1},
		"1882-11-12": {1300, 1, 1},
		"0600-01-01": {0, 0, 0},
	} {
		day, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		y, m, d := Hijri(day)
		if got := [3]int{y, m, d}; got != want {
			t.Errorf("%s is %v, want %v", date, got, want)
		}
	}
}
