package store

import (
	"slices"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// frontLibrary is a library with a story in three papers, what came of it a day later,
// and articles of no story.
func frontLibrary(t *testing.T) (*Library, time.Time) {
	t.Helper()
	l := open(t)
	day := time.Date(2026, 5, 8, 8, 0, 0, 0, time.UTC)
	tell := func(hours int, source, section, title, body string) articles.Article {
		return articles.Article{Title: title, Source: source, Section: section, Published: day.Add(time.Duration(hours) * time.Hour), Body: body}
	}
	list := []articles.Article{
		tell(0, "الشاطئ", "أخبار", "طرشيحا تنتظر السفينة «نسيم»", "ينتظر ميناء طرشيحا وصول السفينة الشراعية «نسيم» وربانها عادل مرقس صباح غد بعد رحلة شهر."),
		tell(2, "المرفأ", "أخبار", "وصول السفينة «نسيم» غدًا إلى طرشيحا", "قال الربان عادل مرقس إن السفينة الشراعية «نسيم» تصل ميناء طرشيحا صباح غد بعد رحلة شهر."),
		tell(25, "البحر", "أخبار", "السفينة «نسيم» ترسو في طرشيحا", "رست السفينة الشراعية «نسيم» في ميناء طرشيحا، واستقبل الأهالي الربان عادل مرقس بعد رحلة شهر."),
		tell(26, "الحقل", "زراعة", "موسم الزيتون يبدأ باكرًا", "في المعصرة رائحة الزيت الجديد، وعلى الأرض أكياس فارغة."),
		tell(27, "الحقل", "رياضة", "فريق السلة يفوز في آخر دقيقة", "انتهت المباراة بفارق نقطة، وحمل المشجعون قائد الفريق على الأكتاف."),
	}
	addArticles(t, l, list...)
	relate(t, l)
	return l, day
}

// The front has the stories of its days, each with all of its articles, and beside
// them what is of none.
func TestFront(t *testing.T) {
	l, day := frontLibrary(t)
	front, err := l.Front(t.Context(), day.Add(30*time.Hour), 1)
	if err != nil || len(front.Stories) != 1 {
		t.Fatalf("the stories are %+v, %v", front.Stories, err)
	}
	s := front.Stories[0]
	if len(s.Articles) != 3 || !slices.Equal(s.Papers, []string{"الشاطئ", "المرفأ", "البحر"}) || s.Unread != 3 {
		t.Errorf("the story is told by %q in %s, %d unread", s.Papers, titles(s.Articles), s.Unread)
	}
	if !s.Since.Equal(day) || !s.Until.Equal(day.Add(25*time.Hour)) {
		t.Errorf("it is of %v to %v", s.Since, s.Until)
	}
	if got, want := titles(front.Others), "فريق السلة يفوز في آخر دقيقة | موسم الزيتون يبدأ باكرًا"; got != want {
		t.Errorf("beside it are %s, want %s", got, want)
	}
}

// Where nothing came, the front is of the last days in which something did; what came
// later is not on it.
func TestFrontOfBefore(t *testing.T) {
	l, day := frontLibrary(t)
	front, err := l.Front(t.Context(), day.Add(1000*time.Hour), 1)
	if err != nil || len(front.Stories) != 1 || len(front.Others) != 2 {
		t.Errorf("long after, the front is %+v, %v", front, err)
	}
	front, err = l.Front(t.Context(), day.Add(3*time.Hour), 1)
	if err != nil || len(front.Stories) != 1 || len(front.Stories[0].Articles) != 2 {
		t.Errorf("on the first day, the front is %+v, %v", front, err)
	}
	for _, none := range []time.Time{day.Add(-time.Hour), day.AddDate(-10, 0, 0)} {
		if front, err := l.Front(t.Context(), none, 7); err != nil || len(front.Stories)+len(front.Others) > 0 {
			t.Errorf("before all, the front is %+v, %v", front, err)
		}
	}
}

// A library of what came with Warraq alone has no front, nor has an empty one.
func TestFrontOfNothing(t *testing.T) {
	if front, err := open(t).Front(t.Context(), time.Now(), 1); err != nil || len(front.Stories)+len(front.Others) > 0 {
		t.Errorf("the front is %+v, %v", front, err)
	}
}
