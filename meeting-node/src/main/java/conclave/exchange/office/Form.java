package conclave.exchange.office;

import static conclave.exchange.office.Item.Kind.CODE;
import static conclave.exchange.office.Item.Kind.DATE;
import static conclave.exchange.office.Item.Kind.IDENTITY;
import static conclave.exchange.office.Item.Kind.NAME;
import static conclave.exchange.office.Item.Kind.PHONE;
import static conclave.exchange.office.Item.Kind.TEXT;
import static conclave.exchange.office.Item.Kind.WHOLE;
import static conclave.exchange.office.Item.Kind.WORD;
import static conclave.exchange.office.Item.Kind.WORDS;
import static conclave.exchange.office.Item.may;
import static conclave.exchange.office.Item.must;

import java.util.List;
import java.util.Optional;

/** The forms that an office fills in, and the headings under which platforms export the same. */
enum Form {

    /** An item a row, not a column. */
    MEETING("meeting", "会议", List.of(
            must("title", TEXT, 30, "如 2026年自治区工程系列高级职称评审会。", "会议名称", "评审会名称"),
            may("titleEn", TEXT, 30, "可以不填，不填时与会议名称相同。", "英文名称"),
            must("kind", WORD, 10, "正式或演练。", "会议性质", "性质").of("meetingKind"),
            must("organizer", TEXT, 30, "组建评委会的单位。", "组建单位"),
            must("secretariat", TEXT, 30, "评委会的日常办事机构。", "办事机构", "评委会办事机构"),
            must("committee", TEXT, 30, "评委会全称。", "评委会名称", "评审委员会名称"),
            must("tier", WORD, 10, "高级、中级或初级。", "评委会层级", "层级").of("tier"),
            must("series", TEXT, 16, "如 工程系列。", "系列", "职称系列"),
            must("size", WHOLE, 10, "评委会委员总数，用来算到会比例。", "评委会人数", "委员总数"),
            must("policy", WORD, 10, "实名、单盲或双盲。", "展示方式", "评审方式").of("policy"),
            must("opens", DATE, 14, "写成 2026-03-02。", "开始日期", "会议开始日期"),
            must("closes", DATE, 14, "写成 2026-03-04。", "结束日期", "会议结束日期"),
            may("mode", TEXT, 24, "预设模式的名称或代码；文件夹里放了 mode.json 就不填。", "会议模式"),
            may("rules", TEXT, 24, "规则方案的名称或代码，不填为 title-senior；放了 rules.json 就不填。", "规则方案"),
            may("approvalNumber", TEXT, 24, "评委会核准文件的文号。", "批准文号", "核准文号"),
            may("approvalUntil", DATE, 14, "核准文件的有效期，写成 2028-12-31。", "批准有效期至", "有效期至"),
            may("filedBefore", TEXT, 24, "评审方案等报主管部门备案后取得的编号。", "事前备案号"),
            may("filedForMeeting", TEXT, 24, "本次会议开会前备案取得的编号。", "会前备案号"),
            may("waiverReason", TEXT, 40, "缺少批准或备案号仍要开会时填，写明理由。", "特批理由"),
            may("waiverPersons", TEXT, 24, "同意特批的两个人，用分号隔开。", "特批人"),
            may("screening", WORD, 12, "正式会议不填就是要筛查：材料经秘书处核对、放行，专家才能看到。实名会议可填 不筛查。", "材料筛查").of("screening"),
            may("reading", WORD, 12, "专家何时能看材料。不填：本轮开始后能看，本轮结束就不能看；议程中先安排审阅的，审阅时能看。填 整场会议：开会的半天内都能看。", "材料开放时段").of("reading"),
            may("watermark", WORD, 12, "不填：姓名、席位叠加在页面上显示。填 写入页面：每位专家看到的页面图片中都带有本人姓名，准备时间较长。", "水印").of("watermark"))),

    ROOMS("rooms", "会场", List.of(
            must("code", CODE, 12, "如 R01，定了不要改。", "会场编号", "会议室编号"),
            must("name", TEXT, 20, "如 第一评审室。", "会场名称", "会议室名称"),
            must("specialty", TEXT, 20, "这个会场评审的专业，与申报人的申报专业一致。", "评审专业"),
            may("panelCode", CODE, 14, "不填时与会场编号对应。", "专业组编号"),
            must("panelName", TEXT, 20, "如 水利组。", "专业组名称", "专业组"),
            may("hall", CODE, 14, "专业组评完后在哪个会场开大会；没有就留空。", "大会会场编号"))),

    PEOPLE("people", "评委", List.of(
            may("code", CODE, 12, "如 E001，不重复；以后对账都靠它。", "人员编号", "评委编号", "专家编号", "编号"),
            must("name", NAME, 16, "姓名的间隔号用“·”。", "姓名", "评委姓名", "专家姓名"),
            must("unit", TEXT, 30, "工作单位全称，用来核对回避。", "工作单位", "单位", "所在单位"),
            must("roles", WORDS, 20, "评委、候补评委、组长、主任委员、秘书、监督人员、会务管理员、技术员等；几个角色用分号隔开，如 评委；组长。", "角色", "会议角色", "评委会职务").of("role"),
            may("room", CODE, 12, "评委、组长和秘书必填。", "会场编号", "会场", "会议室编号"),
            may("hall", CODE, 14, "也参加大会票决的，填大会会场编号。", "大会会场编号"),
            may("seat", TEXT, 10, "如 1-01。", "座位", "座位号", "席位"),
            may("expertClass", CODE, 10, "按类别加权计分时填，如 A。", "评委类别", "专家类别"))),

    APPLICANTS("applicants", "申报人", List.of(
            may("code", CODE, 14, "如 A-001，不重复；补报、对账都靠它。", "申报人编号", "申报编号", "编号", "申报号", "报名号"),
            must("name", NAME, 16, "与身份证一致，间隔号用“·”。", "姓名", "申报人姓名", "申报人"),
            may("sex", WORD, 8, "不填时按身份证号码取。", "性别").of("sex"),
            may("birth", DATE, 14, "写成 1985-07-01；不填时按身份证号码取。", "出生日期", "出生年月", "出生年月日"),
            must("ethnicity", WORD, 12, "如 维吾尔族，见数据字典。", "民族").of("ethnicity"),
            may("idType", WORD, 16, "不填为居民身份证。", "证件类型", "证件种类").of("idType"),
            must("idNumber", IDENTITY, 22, "18 位；单元格必须是文本格式，否则 Excel 会丢掉后几位。", "证件号码", "身份证号", "身份证号码", "居民身份证号", "公民身份号码", "身份证件号码"),
            must("phone", PHONE, 15, "11 位手机号码。", "手机号码", "手机", "手机号", "联系电话", "电话", "移动电话"),
            must("unit", TEXT, 30, "工作单位全称。", "工作单位", "单位", "单位名称", "所在单位"),
            must("recommender", TEXT, 30, "推荐单位全称。", "推荐单位", "呈报单位", "主管部门"),
            must("education", WORD, 18, "如 大学本科毕业，见数据字典。", "学历", "最高学历", "文化程度").of("education"),
            may("degree", WORD, 10, "如 学士。", "学位", "最高学位").of("degree"),
            may("school", TEXT, 24, "毕业院校。", "毕业院校", "毕业学校"),
            may("major", TEXT, 20, "所学专业。", "所学专业"),
            must("currentTitle", TEXT, 18, "现在的职称，如 工程师。", "现任职称", "现职称", "现专业技术职务", "现任职称名称"),
            must("currentTitleDate", DATE, 14, "取得现职称的日期，写成 2014-07-01。", "现职称取得日期", "取得时间", "任职时间", "现任职称取得时间", "现职称取得时间", "取得日期"),
            must("specialty", TEXT, 18, "与“会场”表的评审专业一致。", "申报专业", "专业"),
            must("rank", TEXT, 18, "申报的职称，如 高级工程师。", "申报职称", "申报职称名称", "拟评职称", "申报级别"),
            may("room", CODE, 12, "不填时按申报专业找会场。", "会场编号", "会场"),
            may("route", WORD, 12, "正常申报、破格申报、转评、认定或直通；不填为正常申报。", "申报方式", "申报类型", "申报途径").of("route"))),

    MATERIALS("materials", "材料清单", List.of(
            must("applicant", TEXT, 22, "申报人编号、证件号码或姓名（不重名时）。", "申报人", "申报人编号", "证件号码", "身份证号"),
            must("file", TEXT, 40, "文件名，如 张三_学历证书.pdf；不同文件夹里同名的写上文件夹。", "文件名", "文件", "附件名称"),
            may("title", TEXT, 30, "评委看到的名称，不要写姓名和证件号码。", "材料名称", "材料", "附件说明"),
            may("documentKind", WORD, 10, "申报表、证书、论文、获奖、项目、破格材料或转评材料。", "材料类别", "类别", "附件类别").of("documentKind"))),

    RECUSALS("recusals", "回避", List.of(
            must("expert", TEXT, 18, "评委的编号或姓名（不重名时）。", "评委", "评委编号", "回避评委"),
            must("applicant", TEXT, 22, "申报人编号、证件号码或姓名（不重名时）。", "申报人", "申报人编号"),
            must("ground", WORD, 14, "亲属、同单位、师生、合作者或其他利害关系。", "回避事由", "事由", "回避原因").of("ground"),
            may("note", TEXT, 40, "依据，至多 500 字。", "说明", "备注")));

    private final String key;
    private final String page;
    private final List<Item> items;

    Form(String key, String page, List<Item> items) {
        this.key = key;
        this.page = page;
        this.items = items;
    }

    /** What mappings call it. */
    String key() {
        return key;
    }

    String page() {
        return page;
    }

    List<Item> items() {
        return items;
    }

    Optional<Item> item(String name) {
        return items.stream().filter(it -> it.key().equals(name)).findFirst();
    }

    List<Item> needed() {
        return items.stream().filter(Item::required).toList();
    }

    static Optional<Form> of(String key) {
        return List.of(values()).stream().filter(it -> it.key.equals(key)).findFirst();
    }
}
