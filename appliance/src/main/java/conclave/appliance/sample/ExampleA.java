package conclave.appliance.sample;

import static java.util.stream.Collectors.joining;

import conclave.exchange.MeetingFile.Award;
import conclave.exchange.MeetingFile.AwardKind;
import conclave.exchange.MeetingFile.Facts;
import conclave.exchange.MeetingFile.Grade;
import conclave.exchange.MeetingFile.Paper;
import conclave.exchange.MeetingFile.PaperKind;
import conclave.exchange.MeetingFile.Points;
import conclave.exchange.MeetingFile.Project;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The points of the engineering sheet, computed from the facts, each with the sentence that explains it. All of it exact. */
final class ExampleA {

    private static final List<BigDecimal> PLACES = decimals("1", "0.8", "0.7", "0.6", "0.5");
    private static final BigDecimal LATER_PLACES = new BigDecimal("0.3");

    private final int cutoffYear;

    /** Tenure and appraisals are counted at 31 December of this year. */
    ExampleA(int cutoffYear) {
        this.cutoffYear = cutoffYear;
    }

    TreeMap<String, Points> automatic(Facts facts) {
        var points = new TreeMap<String, Points>();
        points.put("A1", standing(facts));
        points.put("A2", projects(facts.projects()));
        points.put("A3", awards(facts.awards()));
        points.put("A4", papers(facts.papers()));
        return points;
    }

    private Points standing(Facts facts) {
        var degree = Spelling.degreePoints(facts.degree());
        var tenure = tenure(facts.yearsInPost());
        var excellent = count(facts, Grade.EXCELLENT);
        var competent = count(facts, Grade.COMPETENT);
        var raw = BigDecimal.valueOf(2L * excellent).add(new BigDecimal("0.5").multiply(BigDecimal.valueOf(competent)));
        var appraisal = raw.min(new BigDecimal("4"));
        var total = degree.add(tenure).add(appraisal).min(new BigDecimal("15"));
        var note = facts.yearsInPost() < 5 ? facts.exceptional() ? "（破格申报）" : "（不足5年）" : "";
        return new Points(total, Spelling.degree(facts.degree()) + plain(degree) + "分；截至" + cutoffYear + "年12月31日任现职满"
                + facts.yearsInPost() + "年" + note + plain(tenure) + "分；近五年年度考核优秀" + excellent + "次、合格" + competent
                + "次，计" + plain(raw) + "分" + capped(raw, appraisal) + "。合计" + plain(total) + "分。");
    }

    private static BigDecimal tenure(int years) {
        if (years < 5) return BigDecimal.ZERO;
        if (years < 8) return new BigDecimal("3");
        if (years < 10) return new BigDecimal("4");
        return years < 15 ? new BigDecimal("5") : new BigDecimal("6");
    }

    private static int count(Facts facts, Grade grade) {
        return (int) facts.appraisals().stream().filter(it -> it.grade() == grade).count();
    }

    private Points projects(List<Project> projects) {
        var scored = projects.stream().map(it -> new Scored(Spelling.level(it.level()) + "项目第" + it.place() + "完成人",
                Spelling.levelPoints(it.level()).multiply(place(it.place())))).toList();
        var best = scored.stream().sorted(Comparator.comparing(Scored::points).reversed()).limit(4).toList();
        var rest = scored.size() > best.size() ? "（取最高4项，另" + (scored.size() - best.size()) + "项不计）" : "";
        return sum(best, new BigDecimal("25"), rest, "无符合条件的项目");
    }

    private Points awards(List<Award> awards) {
        var counted = new ArrayList<Scored>();
        var byProject = new TreeMap<String, Scored>();
        int utilityModels = 0;
        for (var award : awards) {
            if (award.kind() == AwardKind.UTILITY_MODEL) {
                utilityModels++;
                continue;
            }
            var scored = new Scored(Spelling.award(award), award.kind() == AwardKind.INVENTION
                    ? new BigDecimal("3") : Spelling.awardPoints(award.kind()).multiply(place(award.place())));
            if (award.project().isEmpty()) counted.add(scored);
            else byProject.merge(award.project().get(), scored, Scored::higher);
        }
        counted.addAll(0, byProject.values());
        if (utilityModels > 0) counted.add(new Scored("实用新型专利" + utilityModels + "项" + (utilityModels > 2 ? "（限2分）" : ""),
                BigDecimal.valueOf(Math.min(utilityModels, 2))));
        var same = (int) awards.stream().filter(it -> it.project().isPresent()).count() - byProject.size();
        return sum(counted, BigDecimal.TEN, same > 0 ? "（同一成果取最高，另" + same + "项不计）" : "", "无获奖和专利");
    }

    private Points papers(List<Paper> papers) {
        var counted = new ArrayList<Scored>();
        var core = of(papers, PaperKind.CORE, "3");
        var ordinary = of(papers, PaperKind.ORDINARY, "1");
        var monograph = of(papers, PaperKind.MONOGRAPH, "4");
        if (core.signum() > 0) counted.add(new Scored("核心期刊论文" + number(papers, PaperKind.CORE) + "篇", core));
        var limited = ordinary.min(new BigDecimal("3"));
        if (ordinary.signum() > 0) counted.add(new Scored("普通期刊论文" + number(papers, PaperKind.ORDINARY) + "篇"
                + (ordinary.compareTo(limited) > 0 ? "（限3分）" : ""), limited));
        if (monograph.signum() > 0) counted.add(new Scored("专著", monograph));
        return sum(counted, BigDecimal.TEN, "", "无符合条件的论文、专著");
    }

    private static BigDecimal of(List<Paper> papers, PaperKind kind, String each) {
        return papers.stream().filter(it -> it.kind() == kind).map(it -> new BigDecimal(each).multiply(author(it)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long number(List<Paper> papers, PaperKind kind) {
        return papers.stream().filter(it -> it.kind() == kind).count();
    }

    private static BigDecimal author(Paper paper) {
        if (paper.place() == 1 || paper.corresponding()) return BigDecimal.ONE;
        return paper.place() == 2 ? new BigDecimal("0.5") : BigDecimal.ZERO;
    }

    Points bonus(Facts facts) {
        int years = Math.min(facts.service().grassrootsYears(), 3);
        int points = years + (facts.service().aid() ? 2 : 0);
        if (points == 0) return new Points(BigDecimal.ZERO, "无加分事项。");
        var parts = new ArrayList<String>();
        if (years > 0) parts.add("基层工作满" + facts.service().grassrootsYears() + "年加" + years + "分");
        if (facts.service().aid()) parts.add("参加驻村工作加2分");
        return new Points(BigDecimal.valueOf(points), String.join("；", parts) + "。");
    }

    Points deduction(Facts facts) {
        int points = Math.min(facts.trainingYearsShort(), 3);
        if (points == 0) return new Points(BigDecimal.ZERO, "无扣分事项。");
        return new Points(BigDecimal.valueOf(points), "继续教育学时有" + facts.trainingYearsShort() + "个年度未达标，扣" + points + "分。");
    }

    private record Scored(String what, BigDecimal points) {
        Scored higher(Scored other) {
            return other.points.compareTo(points) > 0 ? other : this;
        }
    }

    private static Points sum(List<Scored> counted, BigDecimal max, String rest, String nothing) {
        if (counted.isEmpty()) return new Points(BigDecimal.ZERO, nothing + "，0分。");
        var raw = counted.stream().map(Scored::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        var total = raw.min(max);
        var parts = counted.stream().map(it -> it.what() + plain(it.points()) + "分").collect(joining("；"));
        return new Points(total, parts + rest + "。合计" + plain(raw) + "分" + capped(raw, total) + "。");
    }

    private static String capped(BigDecimal raw, BigDecimal counted) {
        return raw.compareTo(counted) > 0 ? "，按上限计" + plain(counted) + "分" : "";
    }

    static BigDecimal place(int place) {
        return place <= PLACES.size() ? PLACES.get(place - 1) : LATER_PLACES;
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static List<BigDecimal> decimals(String... values) {
        return List.of(values).stream().map(BigDecimal::new).toList();
    }
}
