package conclave.appliance.sample;

import static conclave.appliance.sample.Table.label;
import static conclave.appliance.sample.Table.value;

import conclave.appliance.sample.Career.Paper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A paper of the applicant's as a journal printed it: abstract, sections, tables of figures, references. */
final class PublishedPaper {

    private static final float SIZE = 10.5f;

    private final Candidate applicant;
    private final Paper paper;
    private final Trade trade;
    private final Chance chance;
    private final String topic;

    PublishedPaper(Candidate applicant, Paper paper, Trade trade, Chance chance) {
        this.applicant = applicant;
        this.paper = paper;
        this.trade = trade;
        this.chance = chance;
        this.topic = trade.words("topics").stream().max(Comparator.comparingLong(it -> shared(it, paper.title()))).orElseThrow();
    }

    Rendered render(TypeCase types, int pages, long identifier) throws IOException {
        try (var galley = new Galley(types, paper.title(), identifier)) {
            head(galley);
            galley.heading("0　引言", 12);
            for (var line : Trade.common().lines("paper-intro")) paragraph(galley, line);
            galley.heading("1　工程概况", 12);
            for (var line : chance.some(Trade.common().lines("paper-site"), pages > 2 ? 2 : 1)) paragraph(galley, line);
            body(galley, pages);
            galley.heading("结论", 12);
            paragraph(galley, chance.oneOf(Trade.common().lines("paper-conclusion")));
            references(galley);
            return new Rendered(galley.bytes(), galley.pages());
        }
    }

    /** How many characters of the topic stand in the title: the one with most is what the paper is about. */
    private static long shared(String topic, String title) {
        return topic.chars().filter(it -> title.indexOf(it) >= 0).count();
    }

    private void head(Galley galley) throws IOException {
        var types = galley.types();
        var issue = chance.between(1, 6);
        galley.paragraph("《" + paper.journal() + "》" + paper.year() + "年第" + issue + "期", types.kai(), 9, 0);
        galley.space(6);
        galley.centered(paper.title(), types.hei(), 17);
        galley.centered(authors(), types.kai(), 12);
        galley.centered("（" + applicant.person().unit() + "，新疆）", types.kai(), 9.5f);
        galley.space(6);
        galley.paragraph("摘　要：针对新疆地区" + topic + "中存在的突出问题，结合工程实例，通过现场调查、室内试验和数值计算，分析了主要影响因素，"
                + "提出了适用于当地条件的技术措施和控制参数。应用结果表明，推荐方案技术可靠、经济合理，可为同类工程提供参考。", types.kai(), 9.5f, 0);
        galley.paragraph("关键词：" + topic + "；" + trade.name() + "；现场试验；干旱区；优化设计", types.kai(), 9.5f, 0);
    }

    /** The applicant stands at the place the facts give; the others are nobody. */
    private String authors() {
        var names = new StringBuilder();
        var others = chance.some(List.of("张文远", "陈志远", "木合塔尔·热合曼", "李雪梅", "马德福", "孙立群"), 3);
        for (int i = 1; i <= Math.max(paper.place(), 2); i++) {
            if (i > 1) names.append("，");
            names.append(i == paper.place() ? applicant.person().name() : others.get(Math.min(i, others.size()) - 1));
        }
        return names.toString();
    }

    private void body(Galley galley, int pages) throws IOException {
        int section = 2;
        int table = 1;
        for (var title : new String[] {"试验方案与方法", "结果与分析", "参数优化", "工程应用", "效益分析", "讨论"}) {
            if (section > 3 && galley.pages() >= pages || galley.pages() > pages) return;
            galley.heading(section++ + "　" + title, 12);
            for (var line : chance.some(Trade.common().lines("paper-method"), 3)) {
                paragraph(galley, line.replace("{table}", Integer.toString(table)));
            }
            if (pages > 2) paragraph(galley, chance.oneOf(trade.lines("work")));
            figures(galley, table++);
        }
    }

    private void figures(Galley galley, int number) throws IOException {
        galley.need(200);
        galley.space(6);
        galley.centered("表 " + number + "　各工况主要指标实测结果", galley.types().hei(), 9);
        galley.space(4);
        var table = new Table(14, 20, 22, 22, 22).row(20, label("工况"), label("环境温度/℃"), label("控制参数"), label("性能指标"), label("相对误差/%"));
        int rows = chance.between(4, 6);
        for (int i = 1; i <= rows; i++) {
            table.row(20, value("S" + i), value(figure("%.1f", 8, 18)), value(figure("%.1f", 10, 60)), value(figure("%.2f", 0.6, 3.2)),
                    value(figure("%.1f", 1.2, 8.9)));
        }
        galley.table(table);
        galley.space(6);
    }

    private String figure(String format, double least, double most) {
        return String.format(Locale.ROOT, format, chance.within(least, most));
    }

    private void references(Galley galley) throws IOException {
        galley.heading("参考文献", 11);
        int number = 1;
        for (var reference : chance.some(Trade.common().lines("references"), 6)) {
            galley.paragraph("[" + number++ + "] " + reference, galley.types().kai(), 9, 0);
        }
    }

    private void paragraph(Galley galley, String line) throws IOException {
        var site = Trade.Region.any(chance);
        var known = Map.of("topic", topic, "place", site.place(), "county", site.county());
        galley.paragraph(Phrases.fill(line, chance, known).replace("本人", "项目组"), SIZE);
    }
}
