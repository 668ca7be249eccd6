package conclave.meeting.prepare;

/** What may be wrong with a preparation, and the sentence an official reads about it. */
public enum Matter {

    UNREADABLE_TEXT(Weight.BLOCKS, "文件既不是UTF-8编码，也不是GBK编码，无法读取。", "The file is neither UTF-8 nor GBK."),
    UNREADABLE_JSON(Weight.BLOCKS, "文件不是规定格式的JSON：{why}。", "The file is not JSON of the documented form: {why}."),
    QUOTE_OPEN(Weight.BLOCKS, "文件中有引号没有成对，从第{line}行起无法读取。", "A quotation mark that begins in line {line} is never closed."),
    COLUMN_MISSING(Weight.BLOCKS, "名单缺少“{column}”一列。", "The roster has no column {column}."),
    COLUMN_TWICE(Weight.BLOCKS, "名单中“{column}”一列出现了两次。", "The roster has the column {column} twice."),
    COLUMNS_UNUSED(Weight.NOTE, "名单中以下各列未使用：{columns}。", "These columns of the roster were not used: {columns}."),
    ROW_TOO_LONG(Weight.BLOCKS, "名单第{row}行比表头多出内容，请检查逗号和引号。", "Row {row} of the roster has more fields than the header."),
    BAD_YEAR(Weight.BLOCKS, "名单第{row}行的出生年份“{value}”不正确，应为四位数字，例如1975。", "Row {row}: the year of birth {value} is not four digits."),
    BAD_FLAG(Weight.BLOCKS, "名单第{row}行的“{column}”填写为“{value}”，应为“是”或“否”。", "Row {row}: {column} is {value}; it must be 是 or 否."),

    ROSTER_EMPTY(Weight.BLOCKS, "专家名单为空。", "The roster is empty."),
    NUMBER_MISSING(Weight.BLOCKS, "专家“{name}”没有编号，请补填。", "The expert {name} has no number."),
    NAME_MISSING(Weight.BLOCKS, "编号{number}的专家没有姓名，请补填。", "The expert with number {number} has no name."),
    NUMBER_TWICE(Weight.BLOCKS, "编号{number}重复出现，请核对后只保留一条。", "The number {number} occurs more than once."),
    BAD_CHARACTER(Weight.BLOCKS, "编号{number}的信息中含有换行、制表符或残缺的字符，请清理。",
            "The entry {number} holds a line break, a tab or half a character."),

    COMMITMENT_DIFFERS(Weight.BLOCKS, "随机种子与事先公布的承诺值不一致：公布的是{published}，按种子算得{computed}。本次抽取无效。",
            "The seed does not fit the commitment that was published: {published} was, the seed gives {computed}."),
    STRATUM_TWICE(Weight.BLOCKS, "专业“{specialty}”的抽取人数写了两次，请只写一次。", "The specialty {specialty} is asked for twice."),
    STRATUM_SHORT(Weight.BLOCKS, "专业“{specialty}”需抽取专家{needed}名，名单中该专业有{listed}名，符合条件的只有{eligible}名。",
            "{specialty} needs {needed} experts; {listed} are on the roster and only {eligible} of them are eligible."),
    UNITS_BLOCK(Weight.BLOCKS, "专业“{specialties}”共需专家{needed}名，同一单位至多{most}名，因此最多只能抽出{possible}名。",
            "{specialties} need {needed} experts together; with at most {most} from one unit only {possible} can be found."),
    ALTERNATES_SHORT(Weight.BLOCKS, "专业“{specialty}”需备选专家{wanted}名，只能排出{found}名。",
            "{specialty} wants {wanted} alternates; only {found} can be found."),

    COMMITTEE_TOO_SMALL(Weight.BLOCKS, "评委会共{members}人，少于规定的{least}人。", "The committee has {members} members, fewer than {least}."),
    COMMITTEE_EVEN(Weight.BLOCKS, "评委会共{members}人，人数应为单数。", "The committee has {members} members; it must be an odd number."),
    COMMITTEE_MULTIPLE_OF_3(Weight.BLOCKS, "评委会共{members}人，人数不得为三的倍数。",
            "The committee has {members} members; a multiple of three is not allowed."),
    PANEL_BELOW_MINIMUM(Weight.BLOCKS, "“{panel}”只有专家{members}名，少于规定的{least}名。", "{panel} has {members} experts, fewer than {least}."),
    TOO_FEW_YOUNGER(Weight.BLOCKS, "不满{age}岁的专家有{younger}名，在年龄已知的{known}名中未达到规定比例{share}。",
            "{younger} experts are under {age}; of the {known} whose age is known that is below {share}."),
    AGE_UNKNOWN(Weight.NOTE, "有{members}名专家的出生年份未填，年龄比例未将其计入。",
            "The year of birth of {members} experts is unknown; they are left out of the share."),

    NO_ROOM_FOR_EXPERTS(Weight.BLOCKS, "专业“{specialty}”有专家{experts}名，没有评议室评审该专业。",
            "No room judges {specialty}, the specialty of {experts} experts."),
    SEATS_TOO_FEW(Weight.BLOCKS, "专业“{specialties}”的{experts}名专家只有{rooms}个评议室（{names}）可去，共设{places}席，超出{over}名。",
            "{experts} experts of {specialties} can only be in {rooms} rooms ({names}) with {places} seats: {over} too many."),

    NO_ROOM_FOR_SPECIALTY(Weight.BLOCKS, "专业“{specialty}”有申报人{applicants}名，没有评议室评审该专业。",
            "No room judges {specialty}, the specialty of {applicants} applicants."),
    JUDGES_TOO_FEW(Weight.BLOCKS, "申报人{applicant}可去的{rooms}个评议室中，回避后最多剩{judges}名专家，少于规定的{least}名。",
            "In each of the {rooms} rooms for the applicant {applicant} at most {judges} experts remain after recusal; {least} must."),
    ROOMS_FULL(Weight.BLOCKS, "专业“{specialties}”的{applicants}名申报人只有{rooms}个评议室（{names}）可去，这些评议室共可容纳{places}人，超出{over}人。"
            + "其中因回避而不能去的评议室共{barred}人次。",
            "{applicants} applicants of {specialties} can only be in {rooms} rooms ({names}), which hold {places}: {over} too many. "
                    + "Recusal closed {barred} ways out."),
    ROOM_TOO_EMPTY(Weight.BLOCKS, "“{room}”只能分到申报人{applicants}名，少于要求的{least}名。",
            "{room} can get only {applicants} applicants, fewer than {least}."),
    CROWDED(Weight.NOTE, "“{names}”的{applicants}名申报人只能在这{rooms}个评议室，至少有一室须达到{most}人，各室人数无法更均衡。",
            "The {applicants} applicants of {names} can be nowhere else than in these {rooms} rooms; one of them must have {most}."),
    SPARSE(Weight.NOTE, "“{names}”这{rooms}个评议室最多只有{applicants}名申报人可去，至少有一室只能有{fewest}人，各室人数无法更均衡。",
            "Only {applicants} applicants can be in the {rooms} rooms {names}; one of them cannot have more than {fewest}."),

    REVIEWERS_TOO_FEW(Weight.BLOCKS, "申报人{applicant}需主审专家{needed}名，室内无需回避的专家只有{able}名。",
            "The applicant {applicant} needs {needed} lead reviewers; only {able} experts of the room are not recused."),

    MEETING_MISSING(Weight.BLOCKS, "没有找到会议文件夹“{folder}”。", "There is no meeting folder {folder}."),
    NO_MEETING(Weight.BLOCKS, "“{folder}”不是会议文件夹，其中没有{file}。", "{folder} is no meeting folder: it has no {file}."),
    MEETING_UNSOUND(Weight.BLOCKS, "会议文件夹“{folder}”中有{errors}处错误，不能使用；第一处是{code}（{place}）。",
            "The meeting folder {folder} has {errors} errors; the first is {code} ({place})."),
    RECUSALS_UNSOUND(Weight.BLOCKS, "会议文件夹“{folder}”的回避清单第{line}条不能使用：{why}（{code}）。",
            "Line {line} of the recusals of {folder} cannot be used ({code})."),
    TABLE_UNREADABLE(Weight.BLOCKS, "表格“{file}”无法读取，{why}。", "The table {file} cannot be read: it is missing, not UTF-8 or GBK, or has an open quotation mark."),
    TABLE_COLUMN_MISSING(Weight.BLOCKS, "表格“{file}”缺少以下列：{columns}。", "The table {file} lacks these columns: {columns}."),
    TABLE_COLUMN_TWICE(Weight.BLOCKS, "表格“{file}”中“{column}”一列出现了两次。", "The table {file} has the column {column} twice."),
    TABLE_ROW_TOO_LONG(Weight.BLOCKS, "表格“{file}”第{row}行比表头多出内容，请检查逗号和引号。", "{file}: row {row} has more fields than the header."),
    TIE_EXPERT_UNKNOWN(Weight.BLOCKS, "表格“{file}”第{row}行的专家编号“{code}”不是本次会议的专家代码。", "{file}, row {row}: {code} is no expert of the meeting."),
    TIE_APPLICANT_UNKNOWN(Weight.BLOCKS, "表格“{file}”第{row}行的申报人编号“{code}”不是本次会议的申报人代码。",
            "{file}, row {row}: {code} is no applicant of the meeting."),
    TIE_GROUND_UNKNOWN(Weight.BLOCKS, "表格“{file}”第{row}行的理由“{value}”不在规定之列，应为{allowed}之一。",
            "{file}, row {row}: the ground {value} is none of {allowed}."),
    PLACE_TAKEN(Weight.BLOCKS, "“{folder}”已经存在，没有覆盖，请另选一个文件夹。", "{folder} is there already and was left as it is; choose another folder."),
    PLACE_INSIDE(Weight.BLOCKS, "新的会议文件夹“{folder}”不能放在原会议文件夹里面。", "The new folder {folder} must not lie within the meeting folder."),
    NOT_WRITTEN(Weight.BLOCKS, "新的会议文件夹“{folder}”没有写成，也没有留下不完整的内容。请检查写入权限、剩余空间和原文件夹。",
            "The new folder {folder} was not written, and nothing half done is left. Check permissions, space and the meeting folder.");

    /** Whether the plan cannot be used, or can and people should know. */
    public enum Weight { BLOCKS, NOTE }

    private final Weight weight;
    private final String chinese;
    private final String english;

    Matter(Weight weight, String chinese, String english) {
        this.weight = weight;
        this.chinese = chinese;
        this.english = english;
    }

    public Weight weight() {
        return weight;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
