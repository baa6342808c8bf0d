package joining

import "testing"

// prose is what a newspaper prints: words, numbers, some marks and a Latin name.
const prose = "افتُتح في مدينة الموانئ صباح أمس معرضٌ للخرائط القديمة يضم 240 قطعة جُمعت على مدى ثلاثة عقود، " +
	"بينها خريطة بحرية رُسمت عام 1587 لسواحل الخليج. وقالت أمينة المعرض إن «الخريطة ليست ورقاً وحبراً فحسب، بل " +
	"ذاكرة من مشوا قبلنا»، وأضافت أن الزوار سيجدون نسخاً رقمية (بدقة عالية) على موقع MapArchive حتى نهاية العام. " +
	"ولا تتوقف الأعمال عند العرض؛ فالمرممون يصلحون 18 لوحة لا يزال لونها يبهت، والإدارة تأمل أن يزيد الإقبال بنسبة ٢٥٪."

func BenchmarkShape(b *testing.B) {
	text := []rune(prose)
	levels := make([]uint8, len(text))
	for i := range levels {
		levels[i] = 1
	}
	b.Run("text", func(b *testing.B) {
		var buffer []rune
		b.SetBytes(int64(len(prose)))
		b.ReportAllocs()
		for b.Loop() {
			buffer = Shape(buffer[:0], text)
		}
	})
	b.Run("levels", func(b *testing.B) {
		var buffer []rune
		b.SetBytes(int64(len(prose)))
		b.ReportAllocs()
		for b.Loop() {
			buffer = ShapeLevels(buffer[:0], text, levels)
		}
	})
}
