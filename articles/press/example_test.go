package press_test

import (
	"fmt"
	"time"

	"github.com/warraq/warraq/articles/press"
)

func Example() {
	writer, ok := press.ReadWriter("بقلم: ليلى حدّاد")
	fmt.Println(writer.Author, ok)
	day, ok := press.ReadStamp("نشر في: ٢٩ ديسمبر ٢٠٢٤")
	fmt.Println(day.Format(time.DateOnly), ok)
	title, ok := press.ReadRelated("اقرأ أيضًا: جسر الخشب يغلق أسبوعًا")
	fmt.Println(title, ok)
	// Output:
	// ليلى حدّاد true
	// 2024-12-29 true
	// جسر الخشب يغلق أسبوعًا true
}
