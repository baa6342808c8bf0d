package words

import "github.com/warraq/warraq/store/syncing"

// Sync says what becomes of libraries that meet in a folder.
type Sync struct {
	Articles, Marks, Removed, Feeds Noun // that came
	Written                         Noun // changes
	Nothing                         string
	Notices                         map[syncing.NoticeKind]string // of the file or machine %s, of a clock so many days, %s
	Days                            Noun
	Problems                        map[error]Problem // with the folder
	NoFolder                        string
	Settings                        string // what they are, with an example
	Passphrase                      string // the command %s failed with %s

	None    string // no machine has been in the folder
	This    string // machine
	AllRead string // of the others
	Unread  Noun   // segments of another machine
	Of      string // so many segments, for %s, of the machine %s
	Last    string // the time %s when it was here
	Never   string
}

func arabicSync() Sync {
	return Sync{
		Articles: Noun{"لا مقالة جديدة", "مقالة جديدة أو معدّلة", "مقالتان جديدتان أو معدّلتان", "مقالات جديدة أو معدّلة", "مقالة جديدة أو معدّلة"},
		Marks:    Noun{"لا علامة تغيّرت", "مقالة تغيّرت علاماتها", "مقالتان تغيّرت علاماتهما", "مقالات تغيّرت علاماتها", "مقالة تغيّرت علاماتها"},
		Removed:  Noun{"لا مقالة حُذفت", "مقالة حُذفت", "مقالتان حُذفتا", "مقالات حُذفت", "مقالة حُذفت"},
		Feeds:    Noun{"لا خلاصة تغيّرت", "خلاصة تغيّرت", "خلاصتان تغيّرتا", "خلاصات تغيّرت", "خلاصة تغيّرت"},
		Written:  Noun{"لم يُكتب تغيير", "كُتب تغيير واحد للأجهزة الأخرى", "كُتب تغييران للأجهزة الأخرى", "كُتبت %d تغييرات للأجهزة الأخرى", "كُتب %d تغييرًا للأجهزة الأخرى"},
		Nothing:  "لا جديد هنا ولا في المجلد.",
		Notices: map[syncing.NoticeKind]string{
			syncing.Torn:       "القطعة %s غير كاملة، فتُركت كما هي وتُعاد قراءتها في المرة القادمة. إن بقيت كذلك فانسخها من جهازها مرة أخرى.",
			syncing.Foreign:    "الملف %s ليس من ورّاق، فتُرك كما هو.",
			syncing.Newer:      "القطعة %s كتبها إصدار أحدث من ورّاق، فتُركت كما هي. حدّث ورّاق هنا لتُقرأ.",
			syncing.Locked:     "القطعة %s معمّاة ولا تُفتح بالمفتاح المذكور، فتُركت كما هي. اذكر مفتاحها في الإعدادات: [sync] key.",
			syncing.ClockAhead: "ساعة الجهاز %s متقدمة %s. أُخذ ما كتبه، وما يُغيَّر هنا بعده يغلبه. اضبط ساعته.",
			syncing.SameName:   "لجهازين الاسم نفسه %s. يبقيان جهازين؛ سمِّ أحدهما باسم آخر في الإعدادات: [sync] name.",
			syncing.Copied:     "نسخةٌ من هذه المكتبة تكتب باسمها %s، فأخذت هذه اسمًا جديدًا. لم يضع شيء.",
			syncing.Rewritten:  "ضاع من المجلد بعض ما كتبه هذا الجهاز (%s)، فكُتب من جديد.",
		},
		Days: Noun{"أقل من يوم", "يومًا", "يومين", "أيام", "يومًا"},
		Problems: map[error]Problem{
			syncing.ErrAbsent:     {"هذا المجلد غير موجود، ولا المجلد الذي هو فيه", "تحقق من المسار ومن أن القرص موصول"},
			syncing.ErrNotFolder:  {"هذا ليس مجلدًا", "سمِّ مجلدًا"},
			syncing.ErrUnreadable: {"لا يمكن قراءة هذا المجلد", "تحقق من أذونه"},
			syncing.ErrUnwritable: {"لا يمكن الكتابة في هذا المجلد", "تحقق من أذونه. ما كان فيه من الأجهزة الأخرى صار في المكتبة، وما هنا يُكتب في المرة القادمة"},
			syncing.ErrFull:       {"لم يبقَ مكان في هذا المجلد", "أفرغ مكانًا وأعد المحاولة. لم يضع شيء، وما لم يُكتب يُكتب في المرة القادمة"},
			syncing.ErrForeign:    {"في هذا المجلد ملفات برنامج آخر", "سمِّ مجلدًا فارغًا، أو مجلدًا فيه، وقد تُرك هذا كما هو"},
			syncing.ErrLocked:     {"ما في هذا المجلد معمّى ولم يُذكر مفتاح ولا عبارة سر", "اذكر في الإعدادات [sync] المفتاح key أو الأمر passphrase_command الذي يعطيها. لم يُكتب شيء"},
			syncing.ErrPassphrase: {"عبارة السر خاطئة", "تحقق مما يكتبه الأمر passphrase_command في الإعدادات. لم يتغير شيء"},
			syncing.ErrKeyTorn:    {"لم يصل مفتاح المجلد كاملًا", "دع المجلد يصل كله ثم أعد المحاولة. لم يتغير شيء"},
			syncing.ErrKey:        {"لا يُقرأ هذا المفتاح", "المفتاح ملف يكتبه age-keygen. تحقق من [sync] key و recipients في الإعدادات"},
		},
		Settings:   "المجلد الذي تلتقي فيه مكتبات أجهزتك (warraq sync)، واسم هذا الجهاز فيه، وما يُعمّى به إن شئت: مفتاح يكتبه\nage-keygen (ومعه إن شئت من تُكتب لهم)، أو أمر يكتب عبارة السر\n[sync]\nfolder = \"~/Sync/warraq\"\nname = \"laptop\"\nkey = \"~/.config/warraq/age.txt\"\nrecipients = \"~/.config/warraq/recipients.txt\"\npassphrase_command = [\"pass\", \"show\", \"warraq\"]",
		NoFolder:   "لم يُذكر مجلد. سمِّه بعد الأمر، أو في الإعدادات: [sync] folder",
		Passphrase: "أخفق الأمر %s الذي يعطي عبارة السر (%s). تحقق من passphrase_command في الإعدادات.",
		None:       "لم يكتب جهاز في هذا المجلد بعد.", This: "هذا الجهاز", AllRead: "قرأ كل ما عند الآخرين",
		Unread: Noun{"", "قطعة لم يقرأها", "قطعتان لم يقرأهما", "قطع لم يقرأها", "قطعة لم يقرأها"}, Of: "%s من %s", Last: "كان هنا %s", Never: "لم يكتب بعد",
	}
}

func englishSync() Sync {
	return Sync{
		Articles: Noun{"no new articles", "1 new or changed article", "", "", "new or changed articles"},
		Marks:    Noun{"no marks changed", "1 article marked otherwise", "", "", "articles marked otherwise"},
		Removed:  Noun{"none removed", "1 removed", "", "", "removed"},
		Feeds:    Noun{"no feed changed", "1 feed changed", "", "", "feeds changed"},
		Written:  Noun{"nothing written", "1 change written for the other machines", "", "", "changes written for the other machines"},
		Nothing:  "There is nothing new, here or in the folder.",
		Notices: map[syncing.NoticeKind]string{
			syncing.Torn:       "The segment %s is not whole; it was left alone and will be read again the next time. If it stays so, copy it from its machine again.",
			syncing.Foreign:    "The file %s is none of Warraq’s and was left alone.",
			syncing.Newer:      "The segment %s was written by a newer version of Warraq and was left alone. Update Warraq here to have it read.",
			syncing.Locked:     "The segment %s is encrypted and cannot be opened with the key given; it was left alone. Name its key in the settings: [sync] key.",
			syncing.ClockAhead: "The clock of the machine %s is %s ahead. What it wrote was taken, and what is changed here after that wins. Set its clock.",
			syncing.SameName:   "Two machines are called %s. They stay two; call one of them otherwise in the settings: [sync] name.",
			syncing.Copied:     "A copy of this library writes under its name %s, so this one has taken a new one. Nothing is lost.",
			syncing.Rewritten:  "Some of what this machine (%s) wrote was lost from the folder and is written again.",
		},
		Days: Noun{"less than a day", "1 day", "", "", "days"},
		Problems: map[error]Problem{
			syncing.ErrAbsent:     {"neither this folder is there nor the one that it is in", "Check the path, and that the disk is connected"},
			syncing.ErrNotFolder:  {"this is not a folder", "Name a folder"},
			syncing.ErrUnreadable: {"this folder cannot be read", "Check its permissions"},
			syncing.ErrUnwritable: {"this folder cannot be written", "Check its permissions. What others left there is in the library; what is new here will be written the next time"},
			syncing.ErrFull:       {"there is no room left in this folder", "Make room and try again. Nothing is lost; what was not written will be the next time"},
			syncing.ErrForeign:    {"this folder holds another program’s files", "Name an empty folder, or one in it; this one was left as it is"},
			syncing.ErrLocked:     {"what is in this folder is encrypted, and neither a key nor a passphrase was given", "Name the key or the command that gives the passphrase in the settings: [sync] key or passphrase_command. Nothing was written"},
			syncing.ErrPassphrase: {"the passphrase is wrong", "Check what passphrase_command in the settings writes. Nothing was changed"},
			syncing.ErrKeyTorn:    {"the key of the folder has not come whole", "Let all of the folder come, and try again. Nothing was changed"},
			syncing.ErrKey:        {"this key cannot be read", "A key is a file that age-keygen writes. Check [sync] key and recipients in the settings"},
		},
		Settings:   "The folder in which the libraries of your machines meet (warraq sync), what this machine is called there, and\nwhat it is encrypted with, if you wish: a key that age-keygen writes (and whom else it is written for), or a\ncommand that writes a passphrase\n[sync]\nfolder = \"~/Sync/warraq\"\nname = \"laptop\"\nkey = \"~/.config/warraq/age.txt\"\nrecipients = \"~/.config/warraq/recipients.txt\"\npassphrase_command = [\"pass\", \"show\", \"warraq\"]",
		NoFolder:   "No folder was named. Name it after the command, or in the settings: [sync] folder",
		Passphrase: "The command %s, which gives the passphrase, failed (%s). Check passphrase_command in the settings.",
		None:       "No machine has written into this folder yet.", This: "this machine", AllRead: "has read all of the others",
		Unread: Noun{"", "1 segment", "", "", "segments"}, Of: "has not read %s of %s", Last: "was here %s", Never: "has not written yet",
	}
}

func arabicSyncManual() (map[string]About, map[string]string) {
	return map[string]About{"sync": {
			"اجعل مكتبات أجهزتك مكتبة واحدة، بمجلد يحمله بينها أي برنامج",
			"المجلد يحمله Syncthing أو Nextcloud أو git أو rsync أو قرص محمول. يقرأ الأمر ما كتبته الأجهزة الأخرى ويكتب ما تغيّر هنا: المقالات وصورها، والمقروء والإشارات والأرشيف والوسوم والملاحظات والتظليلات والمواضع، وما حُذف، والخلاصات، وعمليات البحث المحفوظة، وأوقات القراءة. أما القواعد [[rule]] فتبقى في ملف إعدادات الجهاز الذي كُتبت فيه وتسري على الأجهزة كلها. لكل جهاز فيه مجلد لا يكتب فيه غيره، فلا يقع تعارض. آخر تغيير يغلب؛ والوسوم تجتمع؛ وإن عُدّلت ملاحظة في جهازين بقيت الصيغتان. ومع [sync] folder في الإعدادات يكفي الأمر وحده، ويفعله القارئ بعد كل جلب وعند الخروج.",
		}}, map[string]string{
			"sync status": "قل ما كتبه كل جهاز وما لم يقرأه بعد، ولا تغيّر شيئًا", "sync json": "مصفوفة JSON واحدة أو كائن واحد",
		}
}

func englishSyncManual() (map[string]About, map[string]string) {
	return map[string]About{"sync": {
			"Make the libraries of your machines one, by a folder that anything carries",
			"Syncthing, Nextcloud, git, rsync or a stick carries the folder. The command reads what other machines wrote there and writes what changed here: articles with their pictures, what is read, bookmarked, archived, tagged, noted and highlighted, positions, what was removed, feeds, kept searches and times of reading. Rules ([[rule]]) stay in the settings file of the machine that they were written on and hold on all. Each machine has a folder there that no other writes into, so nothing conflicts. The last change of a thing wins; tags add up; of a note that was changed on two machines both forms stay. With [sync] folder in the settings the command needs no argument, and the reader does it after each fetch and when it is left.",
		}}, map[string]string{
			"sync status": "say what each machine wrote and has not read yet, and change nothing", "sync json": "one JSON array or object",
		}
}
