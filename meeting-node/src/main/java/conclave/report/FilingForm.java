package conclave.report;

import conclave.report.Objections.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 备案表: what the office hands in after the publicity period, a line for each applicant, with what objections came to. */
public final class FilingForm {

    private FilingForm() {
    }

    /** @param objections all that there were; left out where nobody can know yet, because nothing was published */
    public static Form of(Held held, Optional<Objections> objections) {
        var named = held.roll().named();
        var heads = new ArrayList<Head>(List.of(Head.word("序号", 6), Head.text("申报人编号", 16)));
        if (named) heads.addAll(List.of(Head.text("姓名", 18), Head.text("工作单位", 28), Head.text("现职称", 14), Head.text("评审职称", 14),
                Head.word("申报方式", 10)));
        heads.addAll(List.of(Head.text("专业", 16), Head.word("表决", 10), Head.word("评审结果", 14), Head.word("异议", 14), Head.word("备案意见", 14)));
        var rows = new ArrayList<List<Value>>();
        for (var applicant : held.applicants()) {
            var outcome = Outcome.of(held, applicant);
            var row = new ArrayList<Value>(List.of(Value.of(rows.size() + 1), Value.of(applicant.code())));
            if (named) {
                var face = held.face(applicant.id());
                row.addAll(List.of(Value.of(face.map(Roll.Applicant::name).orElse("")), Value.of(face.map(Roll.Applicant::unit).orElse("")),
                        Value.of(face.map(Roll.Applicant::currentTitle).orElse("")), Value.of(face.map(Roll.Applicant::rank).orElse("")),
                        Value.of(face.map(Roll.Applicant::route).orElse(""))));
            }
            row.addAll(List.of(Value.of(applicant.specialty()), Value.of(outcome.votes()), Value.of(outcome.words()),
                    Value.of(objections.map(known -> objected(known, applicant.code())).orElse("")), Value.of(filed(held, outcome, objections))));
            rows.add(row);
        }
        return new Form("filing", "评审结果备案表", held.heading(), List.of(new Part.Grid("", heads, rows)),
                List.of("办事机构（盖章）", "组建单位（盖章）", "经办人（签字）", "日期"), held.basis());
    }

    private static String objected(Objections objections, String code) {
        return objections.standing(code).map(ending -> switch (ending) {
            case DISMISSED -> "有，不成立";
            case UPHELD -> "有，成立";
            case OPEN -> "有，未办结";
        }).orElse("");
    }

    /** Nothing is filed of a meeting that may still change, nor of somebody whose list has not hung out. */
    private static String filed(Held held, Outcome outcome, Optional<Objections> objections) {
        if (held.end().ending().sealedAt().isEmpty()) return "会议未封存";
        return switch (outcome.standing()) {
            case FAIL -> "不予备案";
            case STAY -> "没有结论";
            case PASS -> objections.isEmpty() ? "待公示" : filed(objections.get().standing(outcome.applicant().code()));
        };
    }

    private static String filed(Optional<Ending> objected) {
        return objected.map(ending -> switch (ending) {
            case DISMISSED -> "予以备案";
            case UPHELD -> "不予备案";
            case OPEN -> "暂缓备案";
        }).orElse("予以备案");
    }
}
