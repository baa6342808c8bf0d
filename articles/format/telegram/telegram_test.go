package telegram

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/text"
)

const channelFile = `{"name":"أخبار الواحة","type":"public_channel","id":77,"messages":[
{"id":1,"type":"service","date":"2023-08-01T09:00:00","date_unixtime":"1690869600","actor":"أخبار الواحة","action":"create_channel","text":""},
{"id":2,"type":"message","date":"2023-08-01T12:00:00","date_unixtime":"1690880400","from":"أخبار الواحة","author":"سعاد",
 "text":[{"type":"bold","text":"تمر هذا العام "},"\n\nالفقرة <الأولى>.\nسطر. ",{"type":"text_link","text":"المزيد","href":"https://waha.example/2"},"\n\n",{"type":"hashtag","text":"#تمر_الواحة"}]},
{"id":3,"type":"message","date":"2023-08-01T13:00:00","date_unixtime":"1690884000","from":"أخبار الواحة","photo":"photos/1.jpg","text":""},
{"id":4,"type":"message","date":"2023-08-01T14:00:00","from":"أخبار الواحة","forwarded_from":"قناة النخل","reply_to_message_id":2,"text":"ماء البئر قليل."},
{"id":5,"type":"message","date":"2023-08-01T15:00:00","date_unixtime":"1690891200","from":"أخبار الواحة","text":"","poll":{"question":"متى نقطف؟","answers":[{"text":"غدًا","voters":1},{"text":"بعد غد","voters":2}]}},
{"id":"x","type":"message","text":"مكسورة"}]}`

func TestChannel(t *testing.T) {
	t.Parallel()
	list, wrong, err := parseJSON([]byte(channelFile))
	if len(list) != 3 || wrong != 1 || err == nil {
		t.Fatalf("%d posts, %d wrong, %v", len(list), wrong, err)
	}
	e := list[0]
	switch {
	case e.Title != "تمر هذا العام" || e.Source != "أخبار الواحة" || e.Author != "سعاد" || e.Key != "telegram:77/2":
		t.Errorf("%+v", e.Article)
	case !e.Published.Equal(time.Unix(1690880400, 0)):
		t.Errorf("published %v", e.Published)
	case !slices.Equal(e.Tags, []string{"تمر الواحة"}):
		t.Errorf("tags %q", e.Tags)
	case e.HTML != "<p><strong>تمر هذا العام</strong></p>\n<p>الفقرة &lt;الأولى&gt;.<br>\nسطر. <a href=\"https://waha.example/2\">المزيد</a></p>\n<p>#تمر_الواحة</p>\n":
		t.Errorf("text %q", e.HTML)
	}
	if e = list[1]; e.Author != "قناة النخل" || e.Published.Format(time.RFC3339) != "2023-08-01T14:00:00Z" ||
		len(e.Related) != 1 || e.Related[0].Key != "telegram:77/2" || e.Related[0].Title != "تمر هذا العام" {
		t.Errorf("%+v", e.Article)
	}
	if e = list[2]; e.Title != "متى نقطف؟" || !strings.Contains(e.HTML, "<li>بعد غد</li>") {
		t.Errorf("%+v", e)
	}
}

func TestRuns(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, want string }{
		{"plain", `"أ"`, "<p>أ</p>\n"},
		{"a mark over paragraphs", `[{"type":"italic","text":"أ\n\nب"}]`, "<p><em>أ</em></p>\n<p><em>ب</em></p>\n"},
		{"space in a mark", `["س",{"type":"bold","text":" أ "},"ب"]`, "<p>س <strong>أ</strong> ب</p>\n"},
		{"code", `["س\n",{"type":"pre","text":"a < b\n\nc","language":"go"},"\nص"]`, "<p>س</p>\n<pre><code class=\"language-go\">a &lt; b\n\nc</code></pre>\n<p>ص</p>\n"},
		{"a quotation", `["س\n",{"type":"blockquote","text":"أ\nب"},"ص"]`, "<p>س</p>\n<blockquote><p>أ<br>\nب</p></blockquote>\n<p>ص</p>\n"},
		{"an address without a scheme", `[{"type":"link","text":"a.example"}]`, "<p><a href=\"https://a.example\">a.example</a></p>\n"},
		{"what is not known", `[{"type":"custom_emoji","text":"🌴","document_id":"x"},"أ"]`, "<p>🌴أ</p>\n"},
	} {
		var r runs
		if err := json.Unmarshal([]byte(test.text), &r); err != nil || r.html() != test.want {
			t.Errorf("%s: %q, %v; want %q", test.name, r.html(), err, test.want)
		}
	}
}

// Of those who talk with one another each day is an article.
func TestGroup(t *testing.T) {
	t.Parallel()
	list, _, err := parseJSON([]byte(`{"about":"","chats":{"list":[{"name":"الحي","type":"private_group","id":5,"messages":[
{"id":1,"type":"message","date":"2023-08-01T12:00:00","date_unixtime":"1690880400","from":"منى","text":"صباح الخير"},
{"id":2,"type":"message","date":"2023-08-01T12:01:00","date_unixtime":"1690880460","from":"باسل","text":"أهلًا"},
{"id":3,"type":"message","date":"2023-08-03T12:01:00","date_unixtime":"1691053260","from":"باسل","text":"غدًا"}]}]}}`))
	if err != nil || len(list) != 2 {
		t.Fatalf("%d days, %v", len(list), err)
	}
	if e := list[0]; e.Title != "الحي — 2023-08-01" || e.HTML != "<p><strong>منى</strong> (09:00): صباح الخير</p>\n<p><strong>باسل</strong> (09:01): أهلًا</p>\n" {
		t.Errorf("%+v", e)
	}
}

func TestRecognise(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		channelFile: true,
		`{"name":"س","type":"personal_chat","id":1,"messages":[]}`: true,
		`{"chats":{"about":"","list":[{"messages":[]}]}}`:          true,
		`{"name":"س","type":"folder","messages":[]}`:               false,
		`{"title":"س","messages":[{"text":"أ"}]}`:                  false,
	} {
		var object map[string]json.RawMessage
		if err := json.Unmarshal([]byte(text), &object); err != nil {
			t.Fatal(err)
		}
		if recognise(object) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

const exportPage = `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body onload="CheckLocation();">
<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
أخبار الواحة
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">1 August 2023</div></div>
<div class="message default clearfix" id="message2">
 <div class="pull_left userpic_wrap"><div class="userpic userpic1"><div class="initials">أ</div></div></div>
 <div class="body"><div class="pull_right date details" title="01.08.2023 12:00:00 UTC+03:00">12:00</div>
 <div class="from_name">
أخبار الواحة
 </div>
 <div class="text">
<strong>تمر هذا العام</strong><br><br>الفقرة الأولى.<br>سطر. <a href="https://waha.example/2">المزيد</a> <a href="" onclick="return ShowHashtag(&quot;\u0647&quot;)">#تمر_الواحة</a>
 </div><div class="signature details">سعاد</div></div></div>
<div class="message default clearfix joined" id="message4"><div class="body"><div class="pull_right date details" title="01.08.2023 14:00:00">14:00</div>
 <div class="reply_to details">In reply to <a href="#go_to_message2">this message</a></div>
 <div class="forwarded body"><div class="from_name">قناة النخل<span class="date details" title="31.07.2023 10:00:00"> 31.07.2023 10:00:00</span></div><div class="text">ماء البئر قليل.</div></div></div></div>
<div class="message default clearfix joined" id="message6"><div class="body"><div class="pull_right date details" title="01.08.2023 14:10:00">14:10</div>
 <div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/1.jpg"><img class="photo" src="photos/1_thumb.jpg"/></a></div></div></div>
</div></div></div></body></html>`

func TestPage(t *testing.T) {
	t.Parallel()
	if !recognisePage(exportPage) || recognisePage("<html><title>Exported Data</title></html>") {
		t.Fatal("pages are told by their title and their body")
	}
	list, err := parsePage(exportPage)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d posts, %v", len(list), err)
	}
	e := list[0]
	switch {
	case e.Title != "تمر هذا العام" || e.Source != "أخبار الواحة" || e.Author != "سعاد" || e.Key != "":
		t.Errorf("%+v", e.Article)
	case e.Published.Format(time.RFC3339) != "2023-08-01T12:00:00+03:00" || !slices.Equal(e.Tags, []string{"تمر الواحة"}):
		t.Errorf("%+v", e.Article)
	case e.HTML != "<p><strong>تمر هذا العام</strong></p>\n<p>الفقرة الأولى.<br/>سطر. <a href=\"https://waha.example/2\">المزيد</a> #تمر_الواحة</p>\n":
		t.Errorf("text %q", e.HTML)
	}
	if e = list[1]; e.Title != "ماء البئر قليل." || e.Author != "قناة النخل" || e.Published.Hour() != 14 {
		t.Errorf("%+v", e.Article)
	}
}

func TestTitle(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("كلمة ", 60)
	for plain, want := range map[string]string{"": "", "\n \nأ\nب": "أ", long: strings.TrimSpace(long[:len("كلمة ")*16]) + "…"} {
		if got := postTitle(plain); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(channelFile))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, wrong, err := parseJSON(data)
		if wrong > 0 && err == nil {
			t.Error("what is wrong has no reason")
		}
		for _, e := range list {
			if text.CleanLine(e.Title) != e.Title && !strings.Contains(e.Title, "…") && e.Source == "" {
				t.Errorf("title %q", e.Title)
			}
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add(exportPage)
	f.Fuzz(func(t *testing.T, text string) {
		if list, err := parsePage(text); err != nil && len(list) > 0 {
			t.Errorf("%d posts with %v", len(list), err)
		}
	})
}
