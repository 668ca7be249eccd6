package conclave.meeting;

import static conclave.meeting.SheetWords.*;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Looked;
import java.util.List;
import java.util.Optional;

/** Two whole score sheets as committees write them, each with an applicant whose points were worked out by hand. */
public final class ExampleSheets {

    private ExampleSheets() {
    }

    /** 工程系列高级. */
    public static Sheet engineers() {
        var fields = List.of(
                choice("degree", "学位", "博士", "硕士", "本科", "专科"),
                field("post_since", "聘任日期", FieldType.DATE),
                field("exceptional", "破格", FieldType.FLAG),
                field("cpd_short", "继续教育欠缺年数", FieldType.NUMBER),
                field("grassroots_years", "基层年数", FieldType.NUMBER),
                field("aid", "援疆驻村", FieldType.FLAG),
                field("falsified", "弄虚作假", FieldType.FLAG),
                field("sanctioned", "处分期内", FieldType.FLAG),
                field("accident", "重大事故责任", FieldType.FLAG),
                list("appraisals", "年度考核", choice("grade", "考核等次", "优秀", "合格", "不合格")),
                list("projects", "工程项目", choice("level", "项目级别", "国家级", "省级", "地级", "县级"), field("place", "位次", FieldType.NUMBER)),
                list("awards", "奖励专利", choice("award", "类别", "省一等奖", "省二等奖", "省三等奖", "厅一等奖", "发明专利", "实用新型专利"),
                        field("award_place", "完成人位次", FieldType.NUMBER), field("project", "所属项目", FieldType.KEY)),
                list("papers", "论文著作", choice("kind", "论著类别", "核心期刊", "普通期刊", "专著"),
                        choice("author", "作者", "第一作者", "通讯作者", "第二作者", "其他"), field("words", "万字", FieldType.NUMBER)));
        var charts = List.<Sheet.Chart>of(
                lookup("degree_points", "学位分", "博士 5", "硕士 4", "本科 3", "专科 2"),
                bands("tenure", "任职年限分", "[5,8) 3", "[8,10) 4", "[10,15) 5", "[15,) 6"),
                lookup("appraisal_points", "考核分", "优秀 2", "合格 0.5", "不合格 0"),
                lookup("project_points", "项目分", "国家级 10", "省级 8", "地级 5", "县级 3"),
                lookup("role", "角色系数", "1 1", "2 0.8", "3 0.7", "4 0.6", "5 0.5", "* 0.3"),
                lookup("award_points", "奖励分", "省一等奖 8", "省二等奖 6", "省三等奖 4", "厅一等奖 3", "发明专利 3", "实用新型专利 1"),
                lookup("paper_points", "论著分", "核心期刊 3", "普通期刊 1", "专著 4"),
                lookup("author_role", "作者系数", "第一作者 1", "通讯作者 1", "第二作者 0.5", "其他 0"));
        var awards = limited("award", once("project", listed("awards", new Looked("award", "award_points"),
                new Formula("if(award in (\"发明专利\", \"实用新型专利\"), 1, role(award_place))"))), "实用新型专利 2");
        var papers = limited("kind", when("kind != \"专著\" or words >= 5", listed("papers", new Looked("kind", "paper_points"),
                new Looked("author", "author_role"))), "普通期刊 3");
        return new Sheet("engineers", 1, "工程系列高级职称量化赋分表", "Engineers, senior", Optional.of("2025-12-31"), n("100"), n("100"), 2, fields, charts, List.of(
                group("A1", "基本条件", Kind.GROUP, "15", Gathering.SUM, 0,
                        automatic("A1.1", "学历学位", "5", looked("degree", "degree_points")),
                        automatic("A1.2", "任职年限", "6", formula("tenure(years(post_since, cutoff))")),
                        automatic("A1.3", "年度考核", "4", listed("appraisals", new Looked("grade", "appraisal_points")))),
                automatic("A2", "工程项目", "25", best(4, listed("projects", new Looked("level", "project_points"), new Looked("place", "role")))),
                automatic("A3", "奖励专利", "10", awards),
                automatic("A4", "论文著作", "10", papers),
                group("A5", "专家评议", Kind.GROUP, "40", Gathering.SUM, 0,
                        expert("A5.1", "能力水平", "15"), expert("A5.2", "业绩贡献", "15"), expert("A5.3", "答辩", "10")),
                group("B", "附加分", Kind.BONUS, "5", Gathering.SUM, 0,
                        leaf("B.1", "基层服务", Kind.BONUS, "3", formula("floor(grassroots_years)")),
                        leaf("B.2", "援疆驻村", Kind.BONUS, "2", formula("if(aid, 2, 0)"))),
                leaf("D", "继续教育不足", Kind.DEDUCTION, "3", formula("cpd_short")),
                leaf("E", "任职年限要求", Kind.ENTRY, "0", condition("exceptional or years(post_since, cutoff) >= 5")),
                leaf("V1", "弄虚作假", Kind.VETO, "0", condition("falsified")),
                leaf("V2", "处分期内", Kind.VETO, "0", condition("sanctioned")),
                leaf("V3", "重大事故责任", Kind.VETO, "0", condition("accident")),
                leaf("V4", "考核不合格", Kind.VETO, "0", condition("count(appraisals, grade == \"不合格\") > 0"))));
    }

    /** 13 + 24 + 9.2 + 10 = 56.2, with 2 on top and 1 off; with the experts' 32.80 that is 90.00. */
    public static Facts engineer() {
        var facts = facts("degree", "硕士", "post_since", "2014-06-30", "exceptional", "否", "cpd_short", "1", "grassroots_years", "0", "aid", "是",
                "falsified", "否", "sanctioned", "否", "accident", "否");
        facts = with(facts, "appraisals", entry("grade", "优秀"), entry("grade", "合格"), entry("grade", "优秀"), entry("grade", "合格"), entry("grade", "合格"));
        facts = with(facts, "projects", entry("level", "省级", "place", "1"), entry("level", "国家级", "place", "2"), entry("level", "地级", "place", "1"),
                entry("level", "县级", "place", "1"), entry("level", "县级", "place", "4"));
        facts = with(facts, "awards", entry("award", "省二等奖", "award_place", "3", "project", "P1"), entry("award", "厅一等奖", "award_place", "1", "project", "P1"),
                entry("award", "发明专利"), entry("award", "实用新型专利"), entry("award", "实用新型专利"), entry("award", "实用新型专利"));
        return with(facts, "papers", entry("kind", "核心期刊", "author", "第一作者"), entry("kind", "核心期刊", "author", "通讯作者"),
                entry("kind", "普通期刊", "author", "第一作者"), entry("kind", "普通期刊", "author", "第一作者"), entry("kind", "普通期刊", "author", "第一作者"),
                entry("kind", "普通期刊", "author", "第一作者"), entry("kind", "核心期刊", "author", "第二作者"), entry("kind", "专著", "author", "第一作者", "words", "3"));
    }

    /** 卫生系列副高（临床）. */
    public static Sheet clinicians() {
        var fields = List.of(
                field("exam", "考试成绩", FieldType.NUMBER),
                field("outpatient", "门诊量", FieldType.NUMBER), field("outpatient_due", "门诊基准", FieldType.NUMBER),
                field("discharges", "出院量", FieldType.NUMBER), field("discharges_due", "出院基准", FieldType.NUMBER),
                field("operations", "手术量", FieldType.NUMBER), field("operations_due", "手术基准", FieldType.NUMBER),
                field("level4", "四级手术率", FieldType.NUMBER), field("complications", "并发症率", FieldType.NUMBER), field("records", "甲级病案率", FieldType.NUMBER),
                list("works", "论文", choice("work", "论文类别", "SCI一区", "SCI二区", "SCI三区", "SCI四区", "核心期刊", "科普")),
                list("grants", "课题", choice("level", "课题级别", "国家级", "省级", "厅级"), choice("part", "承担角色", "主持", "前三")),
                field("taught", "带教人年", FieldType.NUMBER),
                choice("ethics", "医德考评", "优秀", "良好", "一般"),
                field("grassroots_months", "下基层月数", FieldType.NUMBER),
                field("aid", "援外抗疫", FieldType.FLAG), field("liable", "医疗事故主责", FieldType.FLAG), field("traded", "买卖论文", FieldType.FLAG));
        var charts = List.<Sheet.Chart>of(
                bands("level4_points", "四级手术分", "[20,) 8", "[10,20) 5"),
                bands("complication_points", "并发症分", "[0,1] 6", "(1,2] 4"),
                bands("record_points", "病案分", "[98,) 6", "[95,98) 4"),
                lookup("work_points", "论文分", "SCI一区 8", "SCI二区 6", "SCI三区 4", "SCI四区 3", "核心期刊 3", "科普 1"),
                lookup("grant_points", "课题分", "国家级 6", "省级 4", "厅级 2"),
                lookup("part_role", "承担系数", "主持 1", "前三 0.5"),
                lookup("ethics_points", "医德分", "优秀 4", "良好 3", "一般 0"));
        return new Sheet("clinicians", 1, "卫生系列副高（临床）量化赋分表", "Clinicians, associate senior", Optional.of("2025-12-31"), n("100"), n("100"), 2, fields, charts, List.of(
                automatic("B1", "专业考试", "10", formula("(exam - 60) * 0.25")),
                group("B2", "工作量", Kind.GROUP, "25", Gathering.WEIGHTED, 0,
                        weighing("0.3", automatic("B2.1", "门诊", "25", formula("25 * min(outpatient / outpatient_due, 1)"))),
                        weighing("0.4", automatic("B2.2", "出院", "25", formula("25 * min(discharges / discharges_due, 1)"))),
                        weighing("0.3", automatic("B2.3", "手术", "25", formula("25 * min(operations / operations_due, 1)")))),
                group("B3", "医疗质量", Kind.GROUP, "20", Gathering.SUM, 0,
                        automatic("B3.1", "四级手术", "8", looked("level4", "level4_points")),
                        automatic("B3.2", "并发症", "6", looked("complications", "complication_points")),
                        automatic("B3.3", "病案", "6", looked("records", "record_points"))),
                expert("B4", "病案盲审", "15"),
                group("B5", "科研教学", Kind.GROUP, "20", Gathering.SUM, 0,
                        automatic("B5.1", "论文", "10", limited("work", listed("works", new Looked("work", "work_points")), "科普 2")),
                        automatic("B5.2", "课题", "6", listed("grants", new Looked("level", "grant_points"), new Looked("part", "part_role"))),
                        automatic("B5.3", "带教", "4", formula("0.5 * taught"))),
                group("B6", "医德与基层", Kind.GROUP, "10", Gathering.SUM, 0,
                        automatic("B6.1", "医德考评", "4", looked("ethics", "ethics_points")),
                        automatic("B6.2", "下基层", "6", formula("if(grassroots_months >= 12, 3 + 0.5 * floor((grassroots_months - 12) / 6), 0)"))),
                leaf("BX", "援外抗疫", Kind.BONUS, "3", formula("if(aid, 2, 0)")),
                leaf("E", "考试合格", Kind.ENTRY, "0", condition("exam >= 60")),
                leaf("V1", "医疗事故主责", Kind.VETO, "0", condition("liable")),
                leaf("V2", "买卖论文", Kind.VETO, "0", condition("traded")),
                leaf("V3", "下基层不足", Kind.VETO, "0", condition("grassroots_months < 12"))));
    }

    /** 4.5 + 19.25 + 16 + 15 + 7.5 = 62.25; with the reviewers' 11.5 that is 73.75. */
    public static Facts clinician() {
        var facts = facts("exam", "78", "outpatient", "1100", "outpatient_due", "1000", "discharges", "400", "discharges_due", "500", "operations", "60",
                "operations_due", "120", "level4", "22", "complications", "1.5", "records", "96", "taught", "6", "ethics", "优秀", "grassroots_months", "18",
                "aid", "否", "liable", "否", "traded", "否");
        facts = with(facts, "works", entry("work", "SCI二区"), entry("work", "核心期刊"), entry("work", "科普"));
        return with(facts, "grants", entry("level", "省级", "part", "前三"));
    }
}
