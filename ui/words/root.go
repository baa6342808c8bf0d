package words

// Root is said of the root of a word, and of the places where its words stand.
type Root struct {
	Title   string // of the root %s
	None    string // is known for the word
	NotHere string // no word of it is in the library
}

func englishRoot() Root {
	return Root{
		Title: "The root %s", None: "No root is known for this word. The table has those of Arabic.",
		NotHere: "No word of this root stands in the library.",
	}
}

func arabicRoot() Root {
	return Root{
		Title: "الجذر %s", None: "لا يُعرف لهذه الكلمة جذر.",
		NotHere: "ليس في المكتبة من كلمات هذا الجذر شيء.",
	}
}

func persianRoot() Root {
	return Root{
		Title: "ریشهٔ %s", None: "ریشه‌ای برای این واژه شناخته نیست. جدول ریشه‌های عربی را دارد.",
		NotHere: "هیچ واژه‌ای از این ریشه در کتابخانه نیست.",
	}
}

func urduRoot() Root {
	return Root{
		Title: "مادہ %s", None: "اس لفظ کا کوئی مادہ معلوم نہیں۔ جدول میں عربی کے مادے ہیں۔",
		NotHere: "اس مادے کا کوئی لفظ کتب خانے میں نہیں۔",
	}
}

func hebrewRoot() Root {
	return Root{
		Title: "השורש %s", None: "לא ידוע שורש של המילה הזאת. הטבלה היא של שורשים בערבית.",
		NotHere: "אין בספרייה אף מילה מהשורש הזה.",
	}
}
