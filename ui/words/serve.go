package words

// Serve is said when a library is served to readers over SSH.
type Serve struct {
	Listening   string // at the address %s, to %s keys
	Keys        Noun
	Guests      string
	ThisMachine string // alone can reach it
	HostKey     string // its fingerprint %s
	Log         string // its file %s

	// What is wrong: the address %s, and why, %s; then what stands behind the name of a file.
	Taken, NotListening                    string
	NoKeysFile, NoKeys, NoKey, KeyOptions  string
	IsFolder                               string
	HostKeyBroken, HostKeyOpen, Unreadable string
	// To those who come; of a terminal its name, %s.
	Denied                                                                                string
	NoTerminal, NoCommands, Dumb, TooMany, TooManyOfKey, Idle, Stopping, Crashed, Revoked string
	OldCopying                                                                            string // by scp without SFTP
	FileTooLarge                                                                          string // the file %s cannot be had
	FilesHeld                                                                             string // nor any now
	Settings                                                                              string // what they are, with an example
}

func arabicServe() Serve {
	return Serve{
		Listening:    "المكتبة مفتوحة للقراءة بـSSH على العنوان %s (%s).",
		Keys:         Noun{"بلا مفاتيح", "مفتاح واحد", "مفتاحان", "مفاتيح", "مفتاحًا"},
		Guests:       "يدخل الضيوف بلا مفتاح: يقرؤون، ولا يبقى شيء مما يعلّمونه.",
		ThisMachine:  "لا يصل إلى هذا العنوان إلا هذا الجهاز. ليدخل غيره سمِّ عنوانًا آخر، مثل --address :2222.",
		HostKey:      "بصمة مفتاح هذا الخادم: %s",
		Log:          "سجل من دخل وخرج: %s",
		Taken:        "العنوان %s يستعمله برنامج آخر. سمِّ غيره بالخيار --address.",
		NotListening: "لا يمكن الاستماع على العنوان %s (%s). سمِّ غيره بالخيار --address، مثل 127.0.0.1:2222.",
		NoKeysFile:   "هذا الملف غير موجود. ضع فيه مفاتيح القرّاء العامة، مفتاحًا في كل سطر كما في authorized_keys، أو اقبل الضيوف بالخيار --guests.",
		NoKeys:       "ليس في الملف مفتاح. ضع فيه مفاتيح القرّاء العامة، مفتاحًا في كل سطر، أو اقبل الضيوف بالخيار --guests.",
		IsFolder:     "هذا مجلد. سمّ الملف الذي فيه المفاتيح.",
		NoKey:        "هذا ليس مفتاحًا عامًا. السطر كما يكتبه ssh-keygen في ملف .pub.",
		KeyOptions:   "قبل المفتاح خيارات، وهي لا تُفهم هنا. أبقِ المفتاح وحده.",

		HostKeyBroken: "هذا ليس مفتاحًا خاصًا. أعده من نسخة، أو احذفه ليُصنع غيره، فيُنبَّه من دخلوا من قبل إلى أن المفتاح تغيّر.",
		HostKeyOpen:   "يستطيع غيرك قراءة هذا المفتاح. امنعهم: chmod 600.",
		Unreadable:    "لا يُقرأ هذا الملف (%s). تحقق من المسار ومن أذونه.",
		Denied:        "مفتاحك ليس بين مفاتيح قرّاء هذه المكتبة. أعطِ صاحبها مفتاحك العام.",
		NoTerminal:    "القراءة في طرفية. اطلبها بالخيار \u200e-t: ssh -t",
		Dumb:          "طرفيتك (TERM=%s) لا تعرض شاشة كاملة. اضبط TERM على طرفيتك.",
		NoCommands:    "لا أوامر هنا، القراءة وحدها. ادخل بلا أمر.",
		OldCopying:    "تُنسخ الملفات هنا بـSFTP، وهو ما يستعمله scp بغير الخيار \u200e-O. احذف هذا الخيار.",
		FileTooLarge:  "الملف %s أكبر من 32 ميغابايت. انسخ المقالات واحدًا واحدًا من مجلداتها.",
		FilesHeld:     "ملفات كثيرة تُنسخ الآن. أعد المحاولة بعد قليل.",
		TooMany:       "القرّاء الآن كثيرون. أعد المحاولة بعد قليل.",
		TooManyOfKey:  "لك جلسات مفتوحة بعدد ما يُسمح به. أغلق واحدة منها.",
		Idle:          "أُغلقت الجلسة لأن مفتاحًا لم يُضغط منذ وقت طويل. كل ما علّمته محفوظ.",
		Stopping:      "الخادم يُغلق. كل ما علّمته محفوظ.",
		Revoked:       "لم يعد مفتاحك بين مفاتيح قرّاء هذه المكتبة. كل ما علّمته محفوظ.",
		Crashed:       "وقع خلل في ورّاق فأُغلقت هذه الجلسة، وما علّمته محفوظ. ادخل من جديد.",
		Settings:      "خدمة المكتبة لقرّاء بـSSH (warraq serve): العنوان، وملف مفاتيحهم، وهل يدخل ضيوف، والحدود: الجلسات معًا، ولكل\nمفتاح، والاتصالات الجديدة في الدقيقة من عنوان واحد، ومدة بلا ضغط مفتاح\n[serve]\naddress = \"127.0.0.1:2222\"\nkeys = \"~/.config/warraq/readers\"\nguests = false\nsessions = 50\nsessions-per-key = 4\nrate = 30\nidle = \"30m\"",
	}
}

func englishServe() Serve {
	return Serve{
		Listening:    "The library can be read over SSH at %s (%s).",
		Keys:         Noun{"no keys", "1 key", "", "", "keys"},
		Guests:       "Guests come without a key: they read, and nothing that they mark is kept.",
		ThisMachine:  "Only this machine reaches that address. For others name another one, such as --address :2222.",
		HostKey:      "The fingerprint of this server’s key: %s",
		Log:          "Who comes and goes is written to %s",
		Taken:        "Another program uses the address %s. Name another one with --address.",
		NotListening: "The address %s cannot be listened at (%s). Name another one with --address, such as 127.0.0.1:2222.",
		NoKeysFile:   "This file does not exist. Put the public keys of the readers there, one a line as in authorized_keys, or let guests in with --guests.",
		NoKeys:       "There is no key in this file. Put the public keys of the readers there, one a line, or let guests in with --guests.",
		IsFolder:     "This is a folder. Name the file that the keys are in.",
		NoKey:        "This is no public key. The line is as ssh-keygen writes it into a file .pub.",
		KeyOptions:   "Options stand before the key, which are not understood here. Leave the key alone.",

		HostKeyBroken: "This is no private key. Bring it back from a copy, or delete it so that another one is made, of which those who came before are warned.",
		HostKeyOpen:   "Others can read this key. Keep them from it: chmod 600.",
		Unreadable:    "This file cannot be read (%s). Check the path and its permissions.",
		Denied:        "Your key is not among those of the readers of this library. Give its owner your public key.",
		NoTerminal:    "One reads in a terminal. Ask for one with -t: ssh -t",
		Dumb:          "Your terminal (TERM=%s) cannot show a full screen. Set TERM to your terminal.",
		NoCommands:    "There are no commands here but to read. Come without one.",
		OldCopying:    "Files are copied by SFTP here, which scp uses unless -O is given. Leave it out.",
		FileTooLarge:  "The file %s would be larger than 32 MB. Copy the articles one by one, from their folders.",
		FilesHeld:     "Many files are being copied now. Try again a little later.",
		TooMany:       "Too many are reading now. Try again a little later.",
		TooManyOfKey:  "You have as many sessions open as you may. Close one of them.",
		Idle:          "The session was closed since no key was pressed for long. All that you marked is kept.",
		Stopping:      "The server is being closed. All that you marked is kept.",
		Revoked:       "Your key is no longer among those of the readers of this library. All that you marked is kept.",
		Crashed:       "A fault in Warraq ended this session; what you marked is kept. Come again.",
		Settings:      "The library for readers over SSH (warraq serve): the address, the file of their keys, whether guests may come, and\nthe limits: sessions at once, of one key, new connections a minute from one address, and the time without a key\n[serve]\naddress = \"127.0.0.1:2222\"\nkeys = \"~/.config/warraq/readers\"\nguests = false\nsessions = 50\nsessions-per-key = 4\nrate = 30\nidle = \"30m\"",
	}
}

func arabicServeManual() (map[string]About, map[string]string) {
	return map[string]About{"serve": {
			"افتح مكتبتك لقرّاء آخرين بـSSH",
			"مكتبة واحدة للجميع، ولكل قارئ علاماته وأوسمته وملاحظاته وموضعه وإعداداته، ويُعرف بمفتاحه العام وحده أيًّا كان الاسم الذي يدخل به. تُكتب المفاتيح كما في authorized_keys في الملف serve/authorized_keys بجانب المكتبة، أو في ملف آخر (--keys)، وما يتغير فيه يسري في الحال. لا يستطيع القارئ أن يغيّر المكتبة ولا أن يصل إلى ملفات هذا الجهاز أو أوامره، ويأخذ معه بـscp أو sftp المقالات (بـMarkdown وHTML وEPUB) وإشاراته وملاحظاته. العنوان لهذا الجهاز وحده ما لم يُسمَّ غيره. مفتاح الخادم يُصنع مرة ويبقى بجانب المكتبة، وكذلك سجل من دخل وخرج. عند إيقافه (Ctrl+C أو SIGTERM) يُحفظ كل شيء.",
		}}, map[string]string{
			"serve address": "العنوان والمنفذ، \u200e:2222 لكل عناوين الجهاز", "serve keys": "ملف المفاتيح العامة للقرّاء", "serve guests": "اقبل الضيوف بلا مفتاح: يقرؤون ولا يُحفظ لهم شيء",
			"serve sessions": "الجلسات معًا", "serve sessions-per-key": "الجلسات معًا لكل مفتاح", "serve rate": "الاتصالات الجديدة في الدقيقة من عنوان واحد",
			"serve idle": "أغلق الجلسة إن لم يُضغط مفتاح هذه المدة",
		}
}

func englishServeManual() (map[string]About, map[string]string) {
	return map[string]About{"serve": {
			"Let others read in your library over SSH",
			"The library is one for all; marks, tags, notes, the position and the settings are each reader’s own. He is known by his public key alone, whichever name he gives. The keys stand as in authorized_keys in the file serve/authorized_keys beside the library, or in another one (--keys); what changes there holds at once. A reader can change nothing in the library, and reaches no files or commands of this machine; by scp or sftp he takes along articles (as Markdown, HTML and EPUB), his bookmarks and his notes. The address is for this machine alone unless another is named. The server’s key is made once and stays beside the library, as does the log of who came and went. Where it is ended (ctrl+c, SIGTERM) all is saved.",
		}}, map[string]string{
			"serve address": "the address and port; :2222 is all addresses of the machine", "serve keys": "the file of the readers’ public keys", "serve guests": "let guests in without a key; nothing of theirs is kept",
			"serve sessions": "sessions at once", "serve sessions-per-key": "sessions at once of one key", "serve rate": "new connections a minute from one address",
			"serve idle": "close a session without a key for so long",
		}
}
