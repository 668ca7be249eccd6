package conclave.appliance.sample;

import static conclave.appliance.sample.Table.label;
import static conclave.appliance.sample.Table.prose;
import static conclave.appliance.sample.Table.value;

import java.io.IOException;
import java.util.stream.Collectors;

/**
 * 专业技术职务任职资格评审表, filled in. ID number and telephone do not appear: the platform leaves them out of what it prints for a
 * meeting.
 */
final class DeclarationForm {

    private static final String TITLE = "专业技术职务任职资格评审表";

    private final Candidate applicant;
    private final Chance chance;
    private final int year;

    DeclarationForm(Candidate applicant, Chance chance, int year) {
        this.applicant = applicant;
        this.chance = chance;
        this.year = year;
    }

    Rendered render(TypeCase types, boolean withCover, long identifier) throws IOException {
        try (var galley = new Galley(types, TITLE, identifier)) {
            if (withCover) cover(galley);
            else galley.centered(TITLE, types.hei(), 18);
            galley.space(8);
            person(galley);
            galley.space(6);
            works(galley);
            galley.space(6);
            papersAndAwards(galley);
            galley.space(6);
            opinions(galley);
            return new Rendered(galley.bytes(), galley.pages());
        }
    }

    private void cover(Galley galley) throws IOException {
        var types = galley.types();
        galley.right("编号：" + year + "GC" + applicant.person().code().substring(2), types.kai(), 11);
        galley.space(110);
        galley.centered("专业技术职务任职资格", types.hei(), 26);
        galley.centered("评 审 表", types.hei(), 30);
        galley.space(90);
        for (var line : new String[][] {{"单　　位", applicant.person().unit()}, {"姓　　名", applicant.person().name()},
                {"现任职称", applicant.person().currentTitle()}, {"申报专业", applicant.person().specialty()}, {"申报资格", applicant.person().rank()}}) {
            galley.paragraph(line[0] + "：" + line[1], types.kai(), 15, 70);
            galley.space(12);
        }
        galley.space(70);
        galley.centered("填表时间：" + year + "年3月", types.kai(), 14);
        galley.space(14);
        galley.centered("自治区人力资源和社会保障部门监制（样例）", types.kai(), 12);
        galley.newPage();
    }

    private void person(Galley galley) throws IOException {
        galley.heading("一、基本情况", 12);
        var facts = applicant.facts();
        var school = applicant.person().education().split(" ");
        galley.table(new Table(13, 20, 10, 12, 12, 15)
                .row(label("姓　名"), value(applicant.person().name()), label("性　别"), value(Spelling.sex(applicant.person().sex())), label("民　族"), value(applicant.person().ethnicity()))
                .row(label("出生年月"), value(Spelling.month(applicant.person().birth())), label("学　历"), value(Spelling.education(facts.degree())), label("学　位"), value(Spelling.degree(facts.degree())))
                .row(label("毕业院校"), value(school[0], 2), label("所学专业"), value(school[1], 2))
                .row(label("工作单位"), value(applicant.person().unit(), 5))
                .row(label("现任职称"), value(applicant.person().currentTitle()), label("取得时间", 2), value(Spelling.month(applicant.person().currentTitleDate()), 2))
                .row(label("申报资格"), value(applicant.person().rank()), label("申报专业", 2), value(applicant.person().specialty(), 2))
                .row(label("申报方式"), value(facts.exceptional() ? "破格申报" : "正常申报"), label("任职年限", 2), value(facts.yearsInPost() + "年", 2))
                .row(label("推荐部门"), value(applicant.person().recommender(), 5))
                .row(label("近五年年度考核结果"), value(facts.appraisals().stream()
                        .map(it -> it.year() + "年 " + Spelling.grade(it.grade())).collect(Collectors.joining("；")), 5))
                .row(label("基层工作及继续教育"), prose(service(), 5)));
    }

    private String service() {
        var service = applicant.facts().service();
        var years = service.grassrootsYears() > 0 ? "在基层一线工作累计" + service.grassrootsYears() + "年。" : "";
        var aid = service.aid() ? "参加“访惠聚”驻村工作一年。" : "";
        var shortage = applicant.facts().trainingYearsShort();
        return years + aid + (shortage == 0 ? "近五年继续教育学时均达到规定要求。" : "近五年继续教育学时有" + shortage + "个年度未达到规定要求。");
    }

    private void works(Galley galley) throws IOException {
        galley.heading("二、任现职以来承担的主要项目", 12);
        var table = new Table(8, 44, 14, 14, 20)
                .row(label("序号"), label("项目名称"), label("级　别"), label("本人位次"), label("完成时间"));
        int number = 1;
        for (var project : applicant.facts().projects()) {
            table.row(value(Integer.toString(number++)), value(project.name()), value(Spelling.level(project.level())),
                    value("第" + project.place()), value(project.year() + "年" + chance.between(6, 12) + "月"));
        }
        galley.table(table);
    }

    private void papersAndAwards(Galley galley) throws IOException {
        galley.heading("三、论文、著作", 12);
        var papers = new Table(40, 26, 10, 12, 12)
                .row(label("题　目"), label("刊物（出版社）"), label("年　份"), label("类　别"), label("作者位次"));
        for (var paper : applicant.facts().papers()) {
            papers.row(value(paper.title()), value("《" + paper.journal() + "》"), value(Integer.toString(paper.year())),
                    value(switch (paper.kind()) {
                        case CORE -> "核心期刊";
                        case ORDINARY -> "普通期刊";
                        case MONOGRAPH -> "专著";
                    }), value(paper.corresponding() ? "通讯作者" : "第" + paper.place()));
        }
        galley.table(papers);
        if (applicant.facts().awards().isEmpty()) return;
        galley.heading("四、获奖、专利", 12);
        var awards = new Table(50, 22, 14, 14).row(label("名　称"), label("等　级"), label("位　次"), label("年　份"));
        for (var award : applicant.facts().awards()) {
            awards.row(value(award.name()), value(Spelling.awardKind(award.kind())), value("第" + award.place()),
                    value(Integer.toString(award.year())));
        }
        galley.table(awards);
    }

    private void opinions(Galley galley) throws IOException {
        galley.heading("五、审核推荐意见", 12);
        var opinion = chance.oneOf(Trade.common().lines("unit-opinion"));
        galley.table(new Table(16, 84)
                .row(70, label("本人承诺"), prose("　　本人承诺所填内容及提交的材料真实、准确，如有弄虚作假，自愿接受取消申报资格、撤销职称等处理。"
                        + "\n\n　　　　　　　　　　申报人（签名）：" + applicant.person().name() + "\n　　　　　　　　　　" + year + "年3月" + chance.between(3, 15) + "日", 1))
                .row(95, label("单位推荐意见"), prose("　　" + opinion + "\n\n　　　　　　　　　　　　　　　　　负责人（签名）：　　　　　　　（公章）\n"
                        + "　　　　　　　　　　　　　　　　　　　　　　　" + year + "年3月" + chance.between(16, 28) + "日", 1))
                .row(80, label("推荐部门审核意见"), prose("　　经审核，申报材料齐全，符合申报条件，同意推荐。\n\n"
                        + "　　　　　　　　　　　　　　　　　　　　　　　　　　　　　（公章）\n　　　　　　　　　　　　　　　　　　　　　　　"
                        + year + "年4月" + chance.between(6, 24) + "日", 1)));
    }
}
