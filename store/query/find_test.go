package query_test

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
)

// marked shows the parts of a text between brackets.
func marked(content string, hits []text.Range) string {
	var b strings.Builder
	at := 0
	for _, h := range hits {
		b.WriteString(content[at:h.Start] + "[" + content[h.Start:h.End] + "]")
		at = h.End
	}
	return b.String() + content[at:]
}

// The words of a query are marked in the forms in which the search finds them.
func TestFind(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, query, want string }{
		{"spelling", "الورّاقون في بغداد", "الوراقون", "[الورّاقون] في بغداد"},
		{"the article and what goes before it", "زار المكتبة وقال للمكتبة", "مكتبة", "زار [المكتبة] وقال [للمكتبة]"},
		{"no part of a word", "كتابان وكاتب", "كات", "كتابان وكاتب"},
		{"several words", "سوق الكتب القديمة في سوق أخرى", "سوق كتب", "[سوق] [الكتب] القديمة في [سوق] أخرى"},
		{"a phrase's words as they are written", "سوق الكتب والكتب", `"سوق الكتب"`, "[سوق] [الكتب] والكتب"},
		{"the start of a word", "مكتبات كثيرة", "مكت*", "[مكتبات] كثيرة"},
		{"a field", "سوق الكتب", "عنوان:سوق", "[سوق] الكتب"},
		{"either", "باب وبيت", "باب OR بيت", "[باب] [وبيت]"},
		{"not what is excluded", "باب وبيت", "باب -بيت", "[باب] وبيت"},
		{"digits", "عام ٢٠٢٤", "2024", "عام [٢٠٢٤]"},
		{"thousands", "نحو ٣٬٥٠٠ أو 3,500 أو 3.501", "3500", "نحو [٣٬٥٠٠] أو [3,500] أو 3.501"},
		{"a number with its sign", "نحو 3500 و3\u202f500", "3,500", "نحو [3500] [و3\u202f500]"},
		{"a name in Latin", "لدى والـBBC وWHO", "الـWHO", "لدى والـBBC [وWHO]"},
		{"a condition alone", "باب", "is:unread", "باب"},
		{"nothing", "باب", "", "باب"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := marked(tt.text, query.Parse(tt.query).Find(tt.text)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
