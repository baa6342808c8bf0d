package intake_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/intake"
)

// A page as it is copied from a browser: the title and the caption come twice,
// and the buttons for the size of letters come along.
func ExampleRead() {
	page := `جسر الخشب يغلق أسبوعاً للصيانة

الجسر قبل الإغلاق (رويترز)
الجسر قبل الإغلاق (رويترز)
TT

جسر الخشب يغلق أسبوعاً للصيانة

الجسر قبل الإغلاق (رويترز)
الجسر قبل الإغلاق (رويترز)

يغلق جسر الخشب ابتداءً من السبت.

مقالات ذات صلة

مدن عبّارة تنقل المشاة (أ.ب)

عبّارة مجانية طوال الأسبوع

تنقل العبّارة المشاة مجاناً.

«صدى الميناء» (المرفأ)
`
	list, err := intake.Read("page.txt", []byte(page))
	if err != nil {
		fmt.Println(err)
	}
	for _, a := range list {
		fmt.Println(a.Title)
		fmt.Println(a.Captions[0].Text)
		fmt.Println(a.Body)
		for _, r := range a.Related {
			fmt.Println(r.Title, "|", r.Source, "|", r.Place)
		}
	}
	// Output:
	// جسر الخشب يغلق أسبوعاً للصيانة
	// الجسر قبل الإغلاق (رويترز)
	// يغلق جسر الخشب ابتداءً من السبت.
	// عبّارة مجانية طوال الأسبوع | صدى الميناء | المرفأ
}
