package conclave.exchange.office;

import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.Spot;
import java.util.Locale;

/** What goes wrong in an office's files: what it is, what to do, and both in English; {0} and {1} filled in. */
enum Slip {
    FILE_UNREADABLE("文件无法读取。", "请关闭正在使用它的程序，或重新复制一份。", "The file cannot be read; close the program that uses it, or copy it again."),
    WORKBOOK("{0}", "{1}", "This workbook cannot be used ({2}); open it in Excel or WPS, mend it and save it as .xlsx."),
    CELLS("{0}", "{1}", "This cell or sheet needs to be mended ({2})."),
    TOO_MANY_ROWS("超过 {0} 行。", "请分成几个文件。", "There are more than {0} rows; split the sheet into several files."),
    TOO_MANY_JOINED("合并单元格超过 {0} 处，没有读取。", "请取消合并后另存。", "More than {0} areas are merged and the sheet was not read; unmerge them."),
    LINK_REFUSED("这是链接，不读取。", "请放入文件本身。", "This is a link and is not followed; put the file itself there."),
    PAGE_UNKNOWN("工作表不像任何一张要填的表，没有读取。", "请核对表头；平台导出的表请准备对应关系文件（--mapping）。",
            "The sheet looks like none of the forms and was not read; check its headings or give a mapping file."),
    PAGE_MISSING("对应关系文件里写的工作表“{0}”没有找到。", "请核对工作表名称或对应关系文件。", "The sheet {0} that the mapping names is not there; check the name or the mapping."),
    FORM_MISSING("没有找到“{0}”的内容。", "请用 conclave package template 的模板填写，或核对表头。", "The form {0} is missing; fill in the template or check the headings."),
    FORM_EMPTY("“{0}”里一行也没有填。", "请至少填一行。", "The form {0} holds no row; fill in at least one."),
    HEADING_MISSING("没有“{0}”一列。", "请补上这一列，或在对应关系文件中写明对应哪一列、或取什么固定值。", "The column {0} is missing; add it, or map it to another column or a constant."),
    HEADING_TWICE("有两列都像是“{0}”。", "请改掉其中一个表头，或在对应关系文件中写明用哪一列。", "Two columns look like {0}; rename one or say in the mapping which counts."),
    HEADING_UNKNOWN("这些列没有读取：{0}。", "请核对有没有写错的表头；不需要的可以保留。", "These columns were not read: {0}; check for misspelt headings."),
    ITEM_UNKNOWN("“{0}”不是会议信息的项目，没有读取。", "请核对项目名称。", "{0} is no item of the meeting form and was not read."),
    PAGE_HIDDEN("工作表被隐藏，却像是要读取的表。", "请取消隐藏；不要的请删除。", "A hidden sheet looks like a form; unhide or delete it."),
    ROW_HIDDEN("这一行被隐藏或被筛选掉，却填有内容。", "请取消隐藏和筛选；不要的请删除。", "The row is hidden or filtered out and holds data; unhide or delete it."),
    COLUMN_HIDDEN("“{0}”一列被隐藏，却填有内容。", "请取消隐藏，核对后再用。", "The column {0} is hidden and holds data; unhide it and check."),
    MERGED("{0} 是合并单元格，说不清是谁的。", "请取消合并，逐行填写。", "{0} is merged and nobody can say whose it is; unmerge and fill in each row."),
    MERGED_TAKEN("{0} 是合并单元格，各行都按左上角的内容读取。", "请核对；不对就取消合并，逐行填写。", "{0} is merged; its value was taken for every row it covers. Check it."),
    ROW_LEFT_OUT("这一行像是合计或附注，没有读取。", "如果是要读取的内容，请改动首格的文字。", "The row looks like a total or a note and was not read."),
    FORMULA_TAKEN("单元格是公式，按上次保存时的结果“{0}”读取。", "请核对；最好选择性粘贴为“数值”。", "The cell is a formula; its last saved value {0} was taken. Check it, or paste it as a value."),
    FORMULA_EMPTY("单元格是公式，没有保存结果。", "请用 Excel 打开、保存一次，或粘贴为“数值”。", "The formula has no saved value; open and save the workbook, or paste the value."),
    CELL_ERROR("单元格是错误值 {0}。", "请改为实际内容。", "The cell holds the error {0}; put the real value there."),
    REQUIRED("“{0}”没有填写。", "请填写。", "{0} is empty; fill it in."),
    TOO_LONG("“{0}”超过 {1} 个字。", "请缩短。", "{0} has more than {1} characters; shorten it."),
    INVISIBLE("里面有看不见的字符，已去掉。", "请核对。", "Invisible characters were removed; check the value."),
    FULL_WIDTH("全角字符已按半角“{0}”读取。", "请核对。", "Full-width characters were read as {0}; check it."),
    NAME_SPACES("姓名中的空格已去掉，按“{0}”读取。", "请核对。", "Spaces inside the name were removed: {0}. Check it."),
    NAME_DOT("姓名中的间隔号已统一为“·”，按“{0}”读取。", "请核对。", "The separator in the name was made U+00B7: {0}. Check it."),
    NAME_ODD("姓名里有数字或符号。", "请核对是否填错了列；曾用名、备注请另写一列。", "The name holds digits or signs; check that it stands in the right column."),
    ID_ROUNDED("证件号码被 Excel 舍入了，后几位已经丢失。", "请先把单元格设为“文本”格式，再重新输入完整号码；改格式不能找回丢失的数字。",
            "Excel has rounded this number and its last digits are lost; format the cell as text and type it again."),
    ID_CHECK("证件号码的校验位不对。", "请对照证件核对；确实如此可以保留。", "The check character of the number is wrong; compare it with the document."),
    ID_MALFORMED("“{0}”不像居民身份证号码。", "请核对；其他证件请在“证件类型”中写明。", "{0} does not look like a resident identity number; check it or state the kind of document."),
    ID_SHORT("证件号码是 15 位的旧号码。", "请换成 18 位的号码；确实没有可以保留。", "This is an old number of 15 digits; use the one of 18 if there is one."),
    ID_BIRTH("证件号码里的出生日期与“出生日期”不一致。", "请核对两处。", "The date in the identity number differs from the date of birth; check both."),
    ID_SEX("证件号码里的性别与“性别”不一致。", "请核对两处。", "The sex in the identity number differs from the column; check both."),
    ID_TWICE("证件号码与 {0} 的重复。", "请核对是否重复填报，或填错号码。", "The same identity number stands in {0}; somebody is there twice, or a number is wrong."),
    PERSON_TWICE("与 {0} 同名同单位。", "请核对是不是同一个人；确是两人可以保留。", "The same name and unit stand in {0}; check whether it is one person."),
    PHONE_LOST("电话号码成了科学计数法，后几位已经丢失。", "请先把单元格设为“文本”格式，再重新输入。", "The number has become scientific notation and lost digits; format as text and type it again."),
    PHONE_ODD("“{0}”不像电话号码。", "请核对；手机号码是 11 位。", "{0} does not look like a telephone number; check it."),
    ZEROS_LOST("编号存成了数字，开头的 0 可能已经丢失。", "请把这一列设为“文本”格式后核对。", "The code is kept as a number and leading zeros may be lost; format the column as text and check."),
    CODE_MALFORMED("“{0}”不能作编号。", "请只用字母、数字和 . _ - +，以字母或数字开头，至多 32 个。", "{0} cannot be a code; use letters, digits and . _ - +, at most 32."),
    CODE_TWICE("编号“{0}”与 {1} 的重复。", "请改为不同的编号。", "The code {0} stands in {1} as well; give each its own."),
    CODE_GIVEN("没有编号，按顺序编为 {0}。", "请核对；以后补报要用同样的编号。", "There is no code; it was numbered {0}. Later amendments must use the same."),
    DATE_MALFORMED("“{0}”不是日期。", "请写成 2025-12-31。", "{0} is no date; write it like 2025-12-31."),
    DATE_MONTH("“{0}”没有写日，按 {1} 读取。", "请核对，最好补上日。", "{0} has no day and was read as {1}; check it, better add the day."),
    DATE_AMBIGUOUS("“{0}”说不清是 1 月还是 10 月（Excel 会去掉末尾的 0）。", "请写成 2025-10-31 这样的完整日期。", "{0} may be January or October; write the whole date."),
    DATE_SERIAL("“{0}”像是没有设日期格式的日期。", "请把单元格设为日期格式核对，再写成 2025-12-31。", "{0} looks like a date without its format; write it like 2025-12-31."),
    DATE_FAR("“{0}”不在 1900 年至 2100 年之间。", "请核对年份。", "{0} is not between 1900 and 2100; check the year."),
    NOT_WHOLE("“{0}”不是整数。", "请填 {1} 以上的整数。", "{0} is no whole number; put one from {1} up."),
    WORD_UNKNOWN("“{0}”不在可选的写法之中。", "可以填：{1}。", "{0} is not among the words of the dictionary: {1}."),
    SCREENING_NEEDED("单盲、双盲的正式会议不能不筛查材料。", "请填“要筛查”或留空；确实不遮盖姓名的，展示方式填“实名”。",
            "A real meeting that hides names cannot do without screening; leave the line empty, or show names."),
    ROOM_UNKNOWN("没有编号为“{0}”的会场。", "请先在“会场”表中填写，或核对编号。", "There is no room {0}; fill it in on the page of rooms, or check the code."),
    ROOM_OPEN("说不清去哪个会场：专业“{0}”对应的会场有 {1} 个。", "请在“会场编号”中写明。", "The specialty {0} fits {1} rooms; say which room."),
    EXPERT_UNKNOWN("没有编号或姓名为“{0}”的评委。", "请核对。", "There is no expert {0}; check it."),
    APPLICANT_UNKNOWN("没有编号、证件号码或姓名为“{0}”的申报人。", "请核对。", "There is no applicant {0}; check it."),
    APPLICANT_SEVERAL("“{0}”有 {1} 位申报人。", "请填申报人编号或证件号码。", "{0} is the name of {1} applicants; give the code or the identity number."),
    MODE_UNKNOWN("没有会议模式“{0}”。", "可以填：{1}；或在文件夹里放 mode.json。", "There is no mode {0}; choose one of {1} or put mode.json into the folder."),
    RULES_UNKNOWN("没有规则方案“{0}”。", "可以填：{1}；或在文件夹里放 rules.json。", "There is no rule profile {0}; choose one of {1} or put rules.json into the folder."),
    SHEET_MISSING("没有找到量化赋分表。", "请把赋分表（conclave sheet template）或 sheet.json 放进文件夹。", "There is no score sheet; put its workbook or sheet.json into the folder."),
    SHEET_SEVERAL("赋分表、模式或规则不止一份：{0}。", "请只留一份。", "There is more than one of these: {0}; keep one."),
    JSON_MALFORMED("内容不符合格式（{0}）。", "请用程序导出的文件，不要手工改动；或按格式说明改正。", "The content does not follow its format ({0}); mend it after the format's description."),
    MAPPING_MALFORMED("对应关系文件不符合格式（{0}）。", "请按 docs/formats/mapping.md 改正。", "The mapping does not follow its format ({0}); see docs/formats/mapping.md."),
    SCAN_UNMATCHED("看不出是谁的材料。", "请在文件名或文件夹名中写申报人编号、证件号码或姓名，或填入“材料清单”。",
            "Nobody can tell whose document this is; put a code, identity number or name into its name, or list it."),
    SCAN_UNCERTAIN("像是“{0}”的材料，但不能确定。", "请把姓名与其他文字用“_”或“-”隔开，或放进以姓名命名的文件夹，或填入“材料清单”。",
            "This may be a document of {0}, and it is not certain; separate the name by _ or -, or list the file."),
    SCAN_SEVERAL("可能是几个人的材料：{0}。", "请改用申报人编号或证件号码命名，或填入“材料清单”。", "This fits several applicants: {0}; use a code or an identity number in its name, or list it."),
    SCAN_CONFLICT("名称前后矛盾，既有 {0}，又有 {1}。", "请核对是谁的材料，改正名称。", "The name speaks of {0} and of {1}; find out whose document it is and rename it."),
    SCAN_FORM("不是 PDF，也不是 JPEG、PNG 或 TIFF 图片（{0}）。", "请用原来的程序打开，另存为 PDF。",
            "This is neither a PDF nor a JPEG, PNG or TIFF picture ({0}); open it in its own program and save it as PDF."),
    SCAN_MISNAMED("扩展名与内容不符，内容是 {0}。", "已按内容收下；请核对是否放错文件。", "Its name says another kind of file than it is ({0}); it is taken for what it is. Check that it is the right one."),
    SCAN_TWO_FORMS("同时像图片又像 PDF，不能收。", "请重新扫描，或从原件重新导出。", "This is a picture to one program and a PDF to another; scan it again, or export it from its original."),
    SCAN_EMPTY("文件是空的。", "请重新扫描或复制。", "The file is empty; scan or copy it again."),
    SCAN_TOO_LARGE("文件超过 {0} MB。", "请降低扫描分辨率，或拆成几个文件。", "The file has more than {0} MB; lower the resolution or split it."),
    SCAN_DAMAGED("PDF 打不开（{0}）。", "请用阅读器打开核对，重新导出或扫描；有密码的请去掉密码。", "The PDF does not open ({0}); export or scan it again, without a password."),
    PICTURE_DAMAGED("图片打不开（{0}）。", "请用看图软件打开核对，重新扫描，或另存为 PDF。", "The picture does not open ({0}); scan it again, or save it as PDF."),
    OFFICE_UNPRINTED("Word 或 Excel 文件不能印成页（{0}）。", "请用原来的程序打开，另存为 PDF。",
            "No pages can be made of this office file ({0}); open it in its own program and save it as PDF."),
    FORMS_MALFORMED("遮盖模板第 {0} 行写法不对。", "请按《遮盖模板》的格式改正这一行。", "Line {0} of the form templates is not written as a template is; see formats/mask.md."),
    SCAN_TWICE("与“{0}”内容完全相同。", "请核对是否放错或重复；重复的会照收。", "Its content equals that of {0}; check whether it is misplaced. Both are taken."),
    SCANS_MISSING("{0}没有任何材料。", "请补交扫描件，或核对文件名。", "{0} has no document at all; add the scans or check the file names."),
    SCANS_NONE("没有找到任何材料文件。", "请用 --files 指明扫描件所在的文件夹或 zip 文件。", "No documents were found; say with --files where the scans are."),
    LISTED_MISSING("清单里的文件“{0}”没有找到。", "请核对文件名，或补上文件。", "The listed file {0} is not there; check its name or add it."),
    LISTED_SEVERAL("清单里的文件“{0}”有 {1} 个同名的。", "请写上文件夹，如 “张三/{0}”。", "{1} files are called {0}; write the folder before the name."),
    LISTED_TWICE("文件“{0}”在清单里出现了两次。", "请删去一行。", "The file {0} is listed twice; delete one line."),
    KIND_GUESSED("看不出是哪一类材料，按“证书”归类。", "请核对；可在“材料清单”中写明类别。", "The kind of document was not clear and was taken as a certificate; the list can say another."),
    ZIP_DAMAGED("压缩包残缺或已损坏。", "请重新压缩，或解压后用文件夹提交。", "The zip file is torn or damaged; make it again, or unpack it and give the folder."),
    ZIP_PASSWORD("压缩包里的“{0}”加了密码。", "请去掉密码重新压缩。", "{0} in the zip has a password; make the zip without one."),
    ZIP_METHOD("压缩包里的“{0}”用了不支持的压缩方式。", "请用普通的 zip 方式重新压缩。", "{0} in the zip is packed in a way that is not supported; use plain zip."),
    ZIP_ESCAPE("压缩包里的路径“{0}”指向文件夹之外，整个压缩包都不读取。", "请核对压缩包的来源。", "The path {0} leads out of the folder; the whole zip is refused. Find out where it comes from."),
    ZIP_LINK("压缩包里的“{0}”是链接，不读取。", "请放入文件本身。", "{0} in the zip is a link and is not followed."),
    ZIP_BOMB("压缩包解开后过大（{0}），不予读取。", "请核对来源；扫描件压缩后一般不会明显变小。", "The zip unpacks to too much ({0}) and is refused."),
    ZIP_TWICE("压缩包里有两个“{0}”。", "请改名后重新压缩。", "The zip holds {0} twice; rename one and make it again."),
    FACTS_NONE("没有事实表，而赋分表有按事实计算的项目。这些项目全部按没有计，可能无人合格。", "请用 conclave sheet facts-template 领取事实表，填好后放在同一文件夹。",
            "There is no workbook of facts, and the score sheet counts from facts. Take one with conclave sheet facts-template and fill it in."),
    FACTS_MISSING("事实表里没有申报人“{0}”，按事实计算的项目都按没有计。", "请在事实表里补上，或核对编号。", "The facts of applicant {0} are missing; add them, or check the code."),
    TOO_MANY_FILES("文件超过 {0} 个。", "请核对是否选错了文件夹。", "There are more than {0} files; check that the folder is the right one."),
    NOT_WRITTEN("会议数据文件夹写不进去（{0}）。", "请检查空间和权限，换一个位置。", "The meeting folder could not be written ({0}); check space and rights."),
    PLACE_TAKEN("“{0}”已经存在，没有覆盖。", "请换一个名称，或先移走。", "There is something at {0} already; nothing was written over. Choose another name."),
    UNFIT("{0}", "{1}", "{2}");

    private final String what;
    private final String fix;
    private final String english;

    Slip(String what, String fix, String english) {
        this.what = what;
        this.fix = fix;
        this.english = english;
    }

    OfficeFinding at(boolean error, String file, Spot spot, String value, Object... facts) {
        var rule = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new OfficeFinding(file, new CellFinding(error, rule, spot, value, filled(what, facts), filled(fix, facts)), filled(english, facts));
    }

    /** What people wrote is shortened; what the program says is said in full. */
    private static String filled(String sentence, Object... facts) {
        var text = sentence;
        for (int i = 0; i < facts.length; i++) text = text.replace("{" + i + "}", facts[i].toString().replaceAll("\\p{Cntrl}+", " "));
        return text;
    }
}
