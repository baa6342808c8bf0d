package newsroom_test

import (
	"fmt"

	"github.com/warraq/warraq/store/related/newsroom"
)

// Two reports of one event are more related than what only shares its affair.
func ExampleGrade() {
	report := newsroom.Article{Event: 1, Story: 1, Affair: 1}
	other := newsroom.Article{Event: 1, Story: 1, Affair: 1}
	reaction := newsroom.Article{Event: 2, Story: 1, Affair: 1}
	elsewhere := newsroom.Article{Event: 3, Affair: 1}
	fmt.Println(newsroom.Grade(report, other), newsroom.Grade(report, reaction), newsroom.Grade(report, elsewhere))
	// Output:
	// 3 2 1
}
