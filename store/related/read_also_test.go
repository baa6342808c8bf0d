package related_test

import (
	"reflect"
	"testing"

	"github.com/warraq/warraq/store/related"
)

// What papers put between and below a text, so that one reads other articles, is not of it.
func TestReadAlso(t *testing.T) {
	const first, second = "افتتح عمدة المرفأ جسر الرصافة الجديد صباح أمس بعد عامين من العمل.", "ويتسع الجسر لعشرين ألف مركبة في اليوم."
	for name, body := range map[string]string{
		"a line between":      first + "\n\nاقرأ أيضًا: غرق زورق قبالة الميناء القديم\n\n" + second,
		"without a colon":     first + "\n\nطالع أيضا غرق زورق قبالة الميناء القديم\n\n" + second,
		"titles below":        first + "\n\n" + second + "\n\nمواضيع ذات صلة\n\nغرق زورق قبالة الميناء القديم\n\n- [حريق في سوق النحاسين](https://paper.example/2)",
		"titles between":      first + "\n\nاقرأ المزيد:\n\nغرق زورق قبالة الميناء القديم\n\n" + second,
		"in Persian":          first + "\n\n" + second + "\n\nبیشتر بخوانید: غرق شدن قایق در بندر",
		"in Hebrew":           first + "\n\n" + second + "\n\nקראו גם: שריפה בשוק הישן",
		"in Urdu, with signs": first + "\n\n" + second + "\n\n» یہ بھی پڑھیں: پرانے بازار میں آگ",
	} {
		plain, with := related.Analyse(related.Article{Body: first + "\n\n" + second}), related.Analyse(related.Article{Body: body})
		if got, want := profileTerms(with.Profile), profileTerms(plain.Profile); with.Sketch.Runs != plain.Sketch.Runs || len(got) < len(want) {
			t.Errorf("%s: %d runs and %d terms, without it %d and %d", name, with.Sketch.Runs, len(got), plain.Sketch.Runs, len(want))
		}
	}
	for _, body := range []string{"", "اقرأ أيضا", "اقرأ أيضا: غرق زورق\n\nمواضيع ذات صلة\n\nحريق في السوق"} {
		if got := related.Analyse(related.Article{Body: body}); body != "" && len(got.Terms) == 0 {
			t.Errorf("nothing is left of %q", body)
		}
	}
	story := related.Article{Body: "قال الأب لابنه:\n\nاقرأ أيضا ما كتبه جدك في الدفتر القديم قبل أن ترحل عن هذا البيت.\n\nفقرأ."}
	if got := related.Analyse(story); !reflect.DeepEqual(got.Profile, related.Analyse(related.Article{Body: story.Body + "\n"}).Profile) || got.Sketch.Runs < 12 {
		t.Errorf("a sentence was left out: %d runs", got.Sketch.Runs)
	}
}
