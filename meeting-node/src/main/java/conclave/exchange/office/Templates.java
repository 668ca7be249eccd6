package conclave.exchange.office;

import conclave.exchange.Presets;
import conclave.exchange.office.Item.Kind;
import conclave.exchange.workbook.Column;
import conclave.exchange.workbook.Workbooks;
import conclave.exchange.workbook.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The workbooks that an administrator fills in: a page that says how, drop-downs, text where numbers would lose digits, an example that is not read. */
public final class Templates {

    /** Whatever row begins so is there to be looked at only. */
    static final String EXAMPLE = "示例";
    private static final int SPARE = 2_000;
    private static final int LONGEST_LIST = 250;

    static final List<String> GUIDE = List.of(
            "一、怎样填",
            "　四份工作簿放在同一个文件夹：会议.xlsx、评委.xlsx、申报人.xlsx、材料清单.xlsx。表头带 * 的必填，其余可以不填。选中单元格会出现提示。",
            "　首格写着“示例”的行不读取，可以留着对照，也可以删去。表头的先后可以改，文字不要改；可以加备注列，不会读取。",
            "二、容易出错的地方",
            "　证件号码、手机号码、编号一律用文本格式（模板已经设好）。从别处粘贴时选“只粘贴值”，否则 Excel 会把 18 位号码的后三位变成 000，而且找不回来。",
            "　日期写成 1985-07-01。只写 1985.07 的按 1 日读取并提示；1985.1 说不清是 1 月还是 10 月，不读取。",
            "　姓名里不要为了对齐加空格（张  三），民族姓名的间隔号用“·”。不要隐藏行和列，不要留着筛选，不要用公式。",
            "三、材料（扫描件）",
            "　最好用 PDF，照片和传真可以用 JPG、PNG、TIF。最省事的办法：每位申报人一个文件夹，文件夹用申报人编号、证件号码或姓名命名；或者文件名以姓名开头，后面用“_”隔开，如 张三_学历证书.pdf。",
            "　这样命名的不必填“材料清单”。清单用来说明看不出来的文件，以及给评委看的名称和类别。可以打成 zip，中文文件名不会乱码。",
            "　重名的申报人请用编号或证件号码命名。看不出是谁的、像是几个人的文件都会逐个指出，不会乱放。",
            "四、量化赋分表与自动赋分所需的事实",
            "　赋分表用 conclave sheet template 的模板，事实用 conclave sheet facts-template 的模板，填好后一并放进这个文件夹。",
            "五、检查和汇总",
            "　conclave package gather 这个文件夹 --files 扫描件 --out 会议数据。有错误时不写出会议数据，逐格说明错在哪里；",
            "　加 --report 检查报告.xlsx 写出核对报告，加 --marked 文件夹 写出标红并附批注的副本，在副本里改好，再检查，直到没有错误。");

    private static final Map<Form, List<String>> EXAMPLES = Map.of(
            Form.ROOMS, List.of(EXAMPLE, "第一评审室", "水利水电", "P01", "水利组", ""),
            Form.PEOPLE, List.of(EXAMPLE, "阿依古丽·买买提", "某某水利勘测设计院", "评委；组长", "R01", "", "1-01", ""),
            Form.APPLICANTS, List.of(EXAMPLE, "张三", "男", "1985-07-01", "汉族", "居民身份证", "659985198507010012", "13900000000", "某某水利勘测设计院", "某某水利局",
                    "大学本科毕业", "学士", "某某大学", "水利工程", "工程师", "2014-07-01", "水利水电", "高级工程师", "R01", "正常申报"),
            Form.MATERIALS, List.of(EXAMPLE, "张三_学历证书.pdf", "学历证书", "证书"),
            Form.RECUSALS, List.of(EXAMPLE, "A-001", "同单位", "同在某某水利勘测设计院工作"));

    private Templates() {
    }

    /** The workbooks by their file names, in the order in which they are filled in. */
    public static SequencedMap<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("会议.xlsx", Workbooks.write("会议数据填写说明", GUIDE, List.of(meeting(), list(Form.ROOMS))));
        files.put("评委.xlsx", Workbooks.write("会议数据填写说明", GUIDE, List.of(list(Form.PEOPLE), list(Form.RECUSALS))));
        files.put("申报人.xlsx", Workbooks.write("会议数据填写说明", GUIDE, List.of(list(Form.APPLICANTS))));
        files.put("材料清单.xlsx", Workbooks.write("会议数据填写说明", GUIDE, List.of(list(Form.MATERIALS))));
        return files;
    }

    private static Written meeting() {
        var columns = List.of(Column.text("项目", 18, ""), Column.text("填写", 44, "按左边的项目填写。"), Column.text("填写说明", 60, ""));
        var rows = new ArrayList<List<Object>>();
        for (var item : Form.MEETING.items()) rows.add(row(item.title(), "", (item.required() ? "必填。" : "") + item.hint() + choices(item)));
        return new Written(Form.MEETING.page(), columns, 2, 1, 0, rows);
    }

    private static String choices(Item item) {
        return switch (item.key()) {
            case "mode" -> "可以填：" + Presets.MODES.stream().map(it -> Presets.mode(it).name()).collect(Collectors.joining("、")) + "。";
            case "rules" -> "可以填：" + Presets.PROFILES.stream().map(it -> Presets.profile(it).name()).collect(Collectors.joining("、")) + "。";
            default -> "";
        };
    }

    private static Written list(Form form) {
        var columns = form.items().stream().map(Templates::column).toList();
        return new Written(form.page(), columns, columns.size(), 2, SPARE, List.of(row(EXAMPLES.get(form).toArray(String[]::new))));
    }

    private static Column column(Item item) {
        var hint = (item.required() ? "必填。" : "") + item.hint();
        if (item.kind() == Kind.WORD && item.words().stream().mapToInt(it -> it.length() + 1).sum() <= LONGEST_LIST) {
            return Column.choice(title(item), item.width(), hint, item.words());
        }
        return Column.text(title(item), item.width(), hint);
    }

    /** The way of marking it that every form has. */
    private static String title(Item item) {
        return item.title() + (item.required() ? "*" : "");
    }

    private static List<Object> row(String... cells) {
        var row = new ArrayList<Object>();
        for (var cell : cells) row.add(cell.isEmpty() ? null : cell);
        return row;
    }
}
