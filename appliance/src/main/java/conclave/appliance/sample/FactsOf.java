package conclave.appliance.sample;

import conclave.appliance.sample.Career.Award;
import conclave.appliance.sample.Career.Paper;
import conclave.appliance.sample.Career.PaperKind;
import conclave.meeting.event.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A career in the words of the engineering sheet's fields. */
final class FactsOf {

    private FactsOf() {
    }

    static Facts facts(Career career, LocalDate titled) {
        var values = entry("degree", Spelling.degreeField(career.degree()), "post_since", titled.toString(),
                "exceptional", flag(career.exceptional()), "cpd_short", Integer.toString(career.trainingYearsShort()),
                "grassroots_years", Integer.toString(career.service().grassrootsYears()), "aid", flag(career.service().aid()),
                "falsified", flag(false), "sanctioned", flag(false), "accident", flag(false));
        var lists = new TreeMap<String, List<SortedMap<String, String>>>();
        lists.put("appraisals", each(career.appraisals(), it -> entry("grade", Spelling.grade(it.grade()))));
        lists.put("projects", each(career.projects(), it -> entry("level", Spelling.levelField(it.level()), "place", Integer.toString(it.place()))));
        lists.put("awards", each(career.awards(), FactsOf::award));
        lists.put("papers", each(career.papers(), FactsOf::paper));
        return new Facts(values, lists);
    }

    /** What the entries are called, for those who may see names. */
    static SortedMap<String, List<String>> names(Career career) {
        var names = new TreeMap<String, List<String>>();
        names.put("appraisals", career.appraisals().stream().map(it -> it.year() + "年度").toList());
        names.put("projects", career.projects().stream().map(Career.Project::name).toList());
        names.put("awards", career.awards().stream().map(Award::name).toList());
        names.put("papers", career.papers().stream().map(Paper::title).toList());
        return names;
    }

    private static SortedMap<String, String> award(Award award) {
        var entry = entry("award", Spelling.awardField(award.kind()), "award_place", Integer.toString(award.place()));
        award.project().ifPresent(project -> entry.put("project", project));
        return entry;
    }

    private static SortedMap<String, String> paper(Paper paper) {
        var kind = switch (paper.kind()) {
            case CORE -> "核心期刊";
            case ORDINARY -> "普通期刊";
            case MONOGRAPH -> "专著";
        };
        var author = paper.place() == 1 ? "第一作者" : paper.corresponding() ? "通讯作者" : paper.place() == 2 ? "第二作者" : "其他";
        var entry = entry("kind", kind, "author", author);
        if (paper.kind() == PaperKind.MONOGRAPH) entry.put("words", "12");
        return entry;
    }

    private static <T> List<SortedMap<String, String>> each(List<T> items, Function<T, SortedMap<String, String>> entry) {
        return items.stream().map(entry).toList();
    }

    private static TreeMap<String, String> entry(String... pairs) {
        var entry = new TreeMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) entry.put(pairs[i], pairs[i + 1]);
        return entry;
    }

    private static String flag(boolean yes) {
        return yes ? "是" : "否";
    }
}
