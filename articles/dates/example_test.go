package dates_test

import (
	"fmt"
	"time"

	"github.com/warraq/warraq/articles/dates"
)

func ExampleParse() {
	for _, line := range []string{"الأحد ٢٩ كانون الأول/ديسمبر ٢٠٢٤", "۹ دی ۱۴۰۳", "12 رجب 1446هـ", "أمس"} {
		day, ok := dates.Parse(line)
		fmt.Println(day.Format(time.DateOnly), ok)
	}
	// Output:
	// 2024-12-29 true
	// 2024-12-29 true
	// 2025-01-12 true
	// 0001-01-01 false
}
