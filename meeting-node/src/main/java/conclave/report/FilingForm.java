package conclave.report;

import conclave.meeting.event.Stage.Effect;
import conclave.report.Objections.Ending;
import java.util.ArrayList;
import java.util.List;

/** 备案表: what the office hands in after the publicity period, a line for each applicant, with what objections came to. */
public final class FilingForm {

    private FilingForm() {
    }

    public static Form of(Held held, Objections objections) {
        var named = held.roll().named();
        var heads = new ArrayList<Head>(List.of(Head.word("序号", 6), Head.text("申报人编号", 16)));
        if (named) heads.addAll(List.of(Head.text("姓名", 18), Head.text("工作单位", 28), Head.text("现职称", 14), Head.text("评审职称", 14)));
        heads.addAll(List.of(Head.text("专业", 16), Head.word("表决", 10), Head.word("评审结果", 14), Head.word("异议", 14), Head.word("备案意见", 12)));
        var rows = new ArrayList<List<Value>>();
        for (var applicant : held.applicants()) {
            var outcome = Outcome.of(held, applicant);
            var row = new ArrayList<Value>(List.of(Value.of(rows.size() + 1), Value.of(applicant.code())));
            if (named) {
                var face = held.face(applicant.id());
                row.addAll(List.of(Value.of(face.map(Roll.Applicant::name).orElse("")), Value.of(face.map(Roll.Applicant::unit).orElse("")),
                        Value.of(face.map(Roll.Applicant::currentTitle).orElse("")), Value.of(face.map(Roll.Applicant::rank).orElse(""))));
            }
            row.addAll(List.of(Value.of(applicant.specialty()), Value.of(outcome.votes()), Value.of(outcome.words()),
                    Value.of(objected(objections, applicant.code())), Value.of(filed(outcome, objections))));
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

    /** Before the publicity period has passed nobody can say more; the office strikes or keeps the line. */
    private static String filed(Outcome outcome, Objections objections) {
        if (outcome.standing() != Effect.PASS) return "不予备案";
        return objections.standing(outcome.applicant().code()).filter(ending -> ending != Ending.DISMISSED)
                .map(ending -> ending == Ending.UPHELD ? "不予备案" : "暂缓备案").orElse("予以备案");
    }
}
