package words

// Errors are what Warraq says when something went wrong: what it was, and what
// to do. A %s stands for the name of the thing.
type Errors struct {
	NoTerminal, DumbTerminal string
}

func arabicErrors() Errors {
	return Errors{
		NoTerminal:   "القارئ يحتاج إلى طرفية، والمُخرَج هنا ليس طرفية. اقرأ مقالة بالأمر «warraq show» أو اعرض ملفًا بالأمر «warraq cat».",
		DumbTerminal: "هذه الطرفية (TERM=%s) لا تستطيع عرض القارئ. اضبط TERM على طرفيتك، أو اقرأ مقالة بالأمر «warraq show».",
	}
}

func englishErrors() Errors {
	return Errors{
		NoTerminal:   "The reader needs a terminal, and the output here is none. Read an article with “warraq show”, or show a file with “warraq cat”.",
		DumbTerminal: "This terminal (TERM=%s) cannot show the reader. Set TERM to your terminal, or read an article with “warraq show”.",
	}
}
