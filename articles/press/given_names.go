package press

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// GivenNames are the first names that most people in the news have, parted by spaces.
const GivenNames = `
	محمد أحمد محمود حسين مصطفى إبراهيم إسماعيل يوسف عمر عثمان خالد طارق زياد فؤاد فاروق سامي سمير نبيل عماد عصام هشام وليد فيصل سلمان سعود نايف ماجد
	بشار باسل فادي هادي مهدي جعفر عباس قاسم حيدر مرتضى رضا موسى عيسى داود سليمان زكريا يحيى إلياس جورج ميشال ميشيل بطرس جبران نجيب نواف رياض غسان أنطون حنا
	أنور معمر صدام ياسر إسماعيل خليل رجب طيب عدنان منير نزار أنس بلال علاء صلاح هاني وائل أشرف أيمن تامر شريف مروان حمدان راشد زايد تميم منصور مكتوم
	فاطمة عائشة زينب مريم خديجة سعاد نوال سميرة ليلى رانيا دينا ياسمين نادية هيلانة ماريان
	فلاديمير سيرغي ميخائيل دميتري ديمتري دونالد باراك جورج هيلاري أنتوني جون جيمس توني ديفيد بوريس إيمانويل أنغيلا أولاف بنيامين إسحاق كريستيانو ليونيل فولوديمير أنطونيو كوفي

	محمدجواد محمدباقر سیدابراهیم حمید سعید مجید جواد احسان امیر اکبر مسعود مهسا حسینعلی غلامحسین قاسم محسن میرحسین
	عمران شہباز آصف بلاول مریم شاہ فواد پرویز ذوالفقار بینظیر اسحاق خواجہ رانا
	בנימין יאיר אביגדור יצחק אריאל אהוד שמעון דוד משה יוסי מרים יעקב נפתלי גדעון ציפי מרדכי אלי דני רון
`

// nameStarts are the words that a person's name begins with, folded: first names, and what
// stands before them as a part of the name.
var nameStarts = foldWords(append(strings.Fields(GivenNames), "عبد", "أبو", "أم", "ابن")...)

// beginsWithGivenName reports whether the first word of a text is one that names begin with.
func beginsWithGivenName(s string) bool {
	first, _, _ := strings.Cut(text.Key(s), " ")
	return slices.Contains(nameStarts(), first) || strings.HasPrefix(first, "عبد")
}
