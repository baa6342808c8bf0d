package text_test

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/articles/text"
)

func TestSentences(t *testing.T) {
	t.Parallel()
	for said, want := range map[string][]string{
		"":     nil,
		" \n ": nil,
		"قال الوزير إن السوق فُتحت. ثم عاد إلى بيته؟ نعم عاد.": {"قال الوزير إن السوق فُتحت.", "ثم عاد إلى بيته؟", "نعم عاد."},
		"د. علي قال إنه عاد. ثم مضى":                           {"د. علي قال إنه عاد.", "ثم مضى"},
		"«هل جاء زيد اليوم؟» سأل عمرو.":                        {"«هل جاء زيد اليوم؟»", "سأل عمرو."},
		"یہ پہلا جملہ ہے۔ یہ دوسرا جملہ ہے۔":                   {"یہ پہلا جملہ ہے۔", "یہ دوسرا جملہ ہے۔"},
		"عنوان بلا نقطة\nثم سطر آخر":                           {"عنوان بلا نقطة", "ثم سطر آخر"},
		"It costs 3.50 in all. That is fine…  Yes, it is so!":  {"It costs 3.50 in all.", "That is fine…", "Yes, it is so!"},
	} {
		var got []string
		for _, r := range text.Sentences(said) {
			got = append(got, said[r.Start:r.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q has %q, want %q", said, got, want)
		}
	}
}
