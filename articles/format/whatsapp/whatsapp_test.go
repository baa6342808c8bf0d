package whatsapp

import (
	"strings"
	"testing"
	"time"
)

// chats are one conversation as telephones of different systems and languages write it.
var chats = map[string]string{
	"Android, Arabic, with signs":     "\u200F9\u200F/3\u200F/2024، 8:05 ص - الرسائل والمكالمات مشفرة تمامًا بين الطرفين.\n\u200F9\u200F/3\u200F/2024، 8:05 ص - هيفاء: وصل الخبز\n\u200F9\u200F/3\u200F/2024، 9:40 م - جاد: شكرًا\nجزيلًا",
	"Android, Arabic digits":          "٩/٣/٢٠٢٤، ٨:٠٥ ص - هيفاء: وصل الخبز\n٩/٣/٢٠٢٤، ٩:٤٠ م - جاد: شكرًا\nجزيلًا",
	"Android, America":                "3/9/24, 8:05 AM - Messages and calls are end-to-end encrypted.\n3/9/24, 8:05 AM - هيفاء: وصل الخبز\n3/9/24, 9:40\u202FPM - جاد: شكرًا\nجزيلًا",
	"Android, 24 hours":               "09/03/2024, 08:05 - هيفاء: وصل الخبز\n09/03/2024, 21:40 - جاد: شكرًا\nجزيلًا",
	"Android, German":                 "09.03.24, 08:05 - هيفاء: وصل الخبز\n09.03.24, 21:40 - جاد: شكرًا\nجزيلًا",
	"Android, year first":             "2024-03-09 08:05 - هيفاء: وصل الخبز\n2024-03-09 21:40 - جاد: شكرًا\nجزيلًا",
	"Android, Persian":                "۲۰۲۴/۳/۹،\u200F ۸:۰۵ - هیفا: وصل الخبز\n۲۰۲۴/۳/۹،\u200F ۲۱:۴۰ - جاد: شكرًا\nجزيلًا",
	"iOS":                             "[09/03/2024, 8:05:11 AM] هيفاء: \u200Eوصل الخبز\n\u200E[09/03/2024, 8:06:11 AM] جاد: \u200E<attached: 00000002-PHOTO.jpg>\n[09/03/2024, 9:40:11 PM] جاد: شكرًا\nجزيلًا",
	"iOS, Arabic":                     "\u200F[٩‏/٣‏/٢٠٢٤، ٨:٠٥:١١ ص] هيفاء: وصل الخبز\n[٩‏/٣‏/٢٠٢٤، ٩:٤٠:١١ م] جاد: شكرًا\nجزيلًا",
	"iOS, Hebrew":                     "[9.3.2024, 08:05:11] هيفاء: وصل الخبز\n[9.3.2024, 21:40:11] جاد: شكرًا\nجزيلًا",
	"media left out":                  "09/03/2024, 08:05 - هيفاء: وصل الخبز\n09/03/2024, 08:06 - جاد: <تم استبعاد الوسائط>\n09/03/2024, 08:06 - جاد: <Media omitted>\n09/03/2024, 08:07 - جاد: IMG-1.jpg (file attached)\n09/03/2024, 08:08 - جاد: This message was deleted\n09/03/2024, 21:40 - جاد: شكرًا\nجزيلًا",
	"lines end as on Windows, a mark": "\uFEFF09/03/2024, 08:05 - هيفاء: وصل الخبز\r\n09/03/2024, 21:40 - جاد: شكرًا\r\nجزيلًا\r\n",
}

func TestChats(t *testing.T) {
	t.Parallel()
	for name, text := range chats {
		if !recognise(text) {
			t.Errorf("%s: not recognised", name)
			continue
		}
		list := parse("chat.txt", text)
		if len(list) != 1 {
			t.Errorf("%s: %d articles", name, len(list))
			continue
		}
		e := list[0]
		writer := "هيفاء"
		if strings.Contains(name, "Persian") {
			writer = "هیفا"
		}
		want := "<p><strong>" + writer + "</strong> (08:05): وصل الخبز</p>\n<p><strong>جاد</strong> (21:40): شكرًا<br>\nجزيلًا</p>\n"
		if e.HTML != want {
			t.Errorf("%s: %q", name, e.HTML)
		}
		if e.Title != writer+"، جاد" || e.Published.Format("2006-01-02 15:04") != "2024-03-09 08:05" {
			t.Errorf("%s: title %q, %v", name, e.Title, e.Published)
		}
		if strings.ContainsAny(e.Title+e.HTML, "\u200E\u200F\u202A\u202C\r") {
			t.Errorf("%s: invisible signs are left in %q", name, e.Title+e.HTML)
		}
	}
}

func TestOrderOfDates(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"1/2/2024, 08:00 - أ: س\n20/2/2024, 08:00 - أ: ص", "2024-02-01"},
		{"1/2/2024, 08:00 - أ: س\n1/20/2024, 08:00 - أ: ص", "2024-01-02"},
		{"1/12/2024, 08:00 - أ: س\n2/1/2024, 08:00 - أ: ص", "2024-01-12"},
		{"1/12/2024, 08:00 - أ: س\n2/12/2024, 08:00 - أ: ص", "2024-12-01"},
		{"1/2/24, 8:00 AM - أ: س", "2024-01-02"},
		{"۱۴۰۳/۱/۱، ۸:۰۰ - أ: س", "2024-03-20"},
	} {
		list := parse("chat.txt", test.text)
		if len(list) == 0 || list[0].Published.Format(time.DateOnly) != test.want {
			t.Errorf("%q: %+v, want %s", test.text, list, test.want)
		}
	}
}

func TestDays(t *testing.T) {
	t.Parallel()
	list := parse("WhatsApp Chat with عائلة.txt", "1/2/2024, 08:00 - أ: س\n13/2/2024, 08:00 - ب: ص\n13/2/2024, 09:00 - أ: ض")
	if len(list) != 2 || list[0].Title != "عائلة — 2024-02-01" || list[1].Title != "عائلة — 2024-02-13" {
		t.Errorf("%+v", list)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"WhatsApp Chat with ليلى.txt":        "ليلى",
		"a/دردشة واتساب مع ليلى.txt":         "ليلى",
		"محادثة واتساب مع \u200Fليلى.txt":    "ليلى",
		"WhatsApp Chat - ليلى.zip/_chat.txt": "ليلى",
		"android-ar.txt":                     "",
		"-":                                  "",
	} {
		if got := chatName(file); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

func TestOtherTextsAreNotTaken(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "خبر\n09/03/2024, 08:05 - هيفاء: أ\n09/03/2024, 08:06 - ب: ت", "09/03/2024 - جلسة المجلس\nنص", "2024-03-09 08:05 - بدأ الاجتماع",
		"12:30 - أ: ب\n12:31 - أ: ج", "- أ: ب",
	} {
		if recognise(text) {
			t.Errorf("%q is taken", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range chats {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		recognise(text)
		for _, e := range parse("chat.txt", text) {
			if strings.ContainsAny(e.Title, "\u200E\u200F") || e.HTML == "" {
				t.Errorf("title %q, text %q", e.Title, e.HTML)
			}
		}
	})
}

// The signs around a part of a message mean what they mean in the chat.
func TestMarks(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"وصل الخبز":                "وصل الخبز",
		"*عاجل*: _غدًا_ ~الأحد~":   "<strong>عاجل</strong>: <em>غدًا</em> <del>الأحد</del>",
		"*أول* *ثان* *ثالث*":       "<strong>أول</strong> <strong>ثان</strong> <strong>ثالث</strong>",
		"2*3*4 و a_b_c و* هنا *":   "2*3*4 و a_b_c و* هنا *",
		"اكتب `a*b*` ثم ```<c>```": "اكتب <code>a*b*</code> ثم <code>&lt;c&gt;</code>",
		"*سطر\nآخر*":               "*سطر<br>\nآخر*",
		"*<b>*":                    "<strong>&lt;b&gt;</strong>",
		// addresses, names of accounts and of files stay as they are
		"*اقرأ* https://a.example/_next_/*a*/b?q=~x~": "<strong>اقرأ</strong> https://a.example/_next_/*a*/b?q=~x~",
		"(https://a.example/wiki/_نص_) و_هنا_":        "(https://a.example/wiki/_نص_) و_هنا_",
		"http://a.example/x_*y*_z":                    "http://a.example/x_*y*_z",
		"*https://a.example/c*، *انظر www.a.example*": "<strong>https://a.example/c</strong>، <strong>انظر www.a.example</strong>",
		"كتبت @_salma_ إلى _huda_@a.example":          "كتبت @_salma_ إلى _huda_@a.example",
		"في /home/_old_/ و t.me/_new_":                "في /home/_old_/ و t.me/_new_",
		"*قل `a` الآن* \uFDD0 _ثم_":                   "*قل `a` الآن* \uFDD0 _ثم_", // the sign that holds a place is in it
		"*قل `a` الآن*":                               "<strong>قل <code>a</code> الآن</strong>",
	} {
		if got := marked(said); got != want {
			t.Errorf("%q is %q, want %q", said, got, want)
		}
	}
}
