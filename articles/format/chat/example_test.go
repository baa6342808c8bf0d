package chat_test

import (
	"fmt"
	"time"

	"github.com/warraq/warraq/articles/format/chat"
)

func Example() {
	morning := time.Date(2024, 3, 9, 8, 5, 0, 0, time.UTC)
	for _, day := range chat.Days("السوق", "WhatsApp", []chat.Message{{Time: morning, From: "هيفاء", HTML: chat.Text("عاد السوق")}}) {
		fmt.Println(day.Title, day.HTML)
	}
	// Output: السوق <p><strong>هيفاء</strong> (08:05): عاد السوق</p>
}
