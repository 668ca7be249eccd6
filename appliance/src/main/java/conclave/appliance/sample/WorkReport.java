package conclave.appliance.sample;

import java.io.IOException;
import java.util.Map;

/** 专业技术工作总结: what the applicant says of the own work, as long as is wanted. */
final class WorkReport {

    private static final float SIZE = 12;

    private final Candidate applicant;
    private final Trade trade;
    private final Chance chance;

    WorkReport(Candidate applicant, Trade trade, Chance chance) {
        this.applicant = applicant;
        this.trade = trade;
        this.chance = chance;
    }

    Rendered render(TypeCase types, int pages, int year, long identifier) throws IOException {
        try (var galley = new Galley(types, "专业技术工作总结", identifier)) {
            galley.centered("专业技术工作总结", types.hei(), 20);
            galley.centered(applicant.person().unit() + "　　" + applicant.person().name(), types.kai(), SIZE);
            galley.space(10);
            for (var line : chance.some(Trade.common().lines("opening"), pages > 2 ? 3 : 2)) paragraph(galley, line);
            projects(galley, pages);
            galley.heading("二、人才培养与继续教育", 13);
            for (var line : chance.some(Trade.common().lines("training"), 2)) paragraph(galley, line);
            for (var line : Trade.common().lines("closing")) paragraph(galley, line);
            galley.space(16);
            galley.right("申报人：" + applicant.person().name(), types.kai(), SIZE);
            galley.right(year + "年3月10日", types.kai(), SIZE);
            return new Rendered(galley.bytes(), galley.pages());
        }
    }

    private void projects(Galley galley, int pages) throws IOException {
        galley.heading("一、主要专业技术工作及业绩", 13);
        var works = chance.some(trade.lines("work"), trade.lines("work").size());
        int told = 0;
        int number = 1;
        for (var project : applicant.facts().projects()) {
            if (told >= works.size() || galley.pages() >= pages && galley.left() < 250) return;
            galley.paragraph("（" + Spelling.inCharacters(number++) + "）" + project.name() + "（" + Spelling.level(project.level()) + "，"
                    + project.year() + "年）", galley.types().hei(), SIZE, 2 * SIZE);
            var role = chance.oneOf(Trade.common().lines(project.place() == 1 ? "role-first" : "role-other"));
            paragraph(galley, role.replace("{place}", Integer.toString(project.place())) + "。");
            paragraph(galley, works.get(told++));
            if (pages > 2 && told < works.size()) paragraph(galley, works.get(told++));
        }
    }

    private void paragraph(Galley galley, String line) throws IOException {
        galley.paragraph(Phrases.fill(line, chance, Map.of("specialty", trade.name())), SIZE);
    }
}
