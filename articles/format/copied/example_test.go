package copied_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/copied"
)

func Example() {
	src := articles.NewSource("a.txt", []byte("الرئيسية\nأخبار\nرياضة\nثقافة\nعودة سوق النحاس إلى العمل في المدينة القديمة\nبقلم: ليلى حدّاد\nشارك\nfacebook\n"+
		"عاد سوق النحاس في المدينة القديمة إلى العمل بعد عامين من الترميم، وفتحت أكثر المحال أبوابها للزوار والتجار صباح اليوم.\n"+
		"وقال أصحاب المحال إن أكثر ما تغير فيه السقف والأرضية، وإن أبواب الخشب القديمة بقيت كما هي في مكانها منذ بنيت.\nالأكثر قراءة\nخبر آخر\n"))
	list, mine, err := copied.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %d\n", a.Title, a.Author, len(strings.Split(a.Body, "\n\n")))
	}
	// Output:
	// true <nil>
	// عودة سوق النحاس إلى العمل في المدينة القديمة | ليلى حدّاد | 2
}
