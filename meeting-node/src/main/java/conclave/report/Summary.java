package conclave.report;

import conclave.meeting.event.Stage.Effect;
import java.util.ArrayList;
import java.util.List;

/** 评审结果汇总表: every applicant in one line, and how many passed. This is what the committee signs. */
final class Summary {

    static final List<String> COMMITTEE = List.of("主任委员（签字）", "监票人（签字）", "计票人（签字）", "纪检监察人员（签字）", "评审委员会（盖章）", "日期");

    private final Held held;

    private Summary(Held held) {
        this.held = held;
    }

    static Form of(Held held) {
        var summary = new Summary(held);
        var outcomes = held.applicants().stream().map(applicant -> Outcome.of(held, applicant)).toList();
        var about = new ArrayList<>(held.heading());
        about.add("申报人数：" + outcomes.size() + "　通过：" + count(outcomes, Effect.PASS) + "　未通过：" + count(outcomes, Effect.FAIL) + "　未作决定："
                + count(outcomes, Effect.STAY));
        return new Form("summary", "评审结果汇总表", about, List.of(summary.table(outcomes)), COMMITTEE, held.basis());
    }

    private static long count(List<Outcome> outcomes, Effect effect) {
        return outcomes.stream().filter(outcome -> outcome.standing() == effect).count();
    }

    private Part.Grid table(List<Outcome> outcomes) {
        var heads = new ArrayList<Head>(List.of(Head.word("序号", 6), Head.text("评议室", 18), Head.text("申报人编号", 16)));
        if (held.roll().named()) heads.addAll(List.of(Head.text("姓名", 18), Head.text("工作单位", 30), Head.text("申报职称", 16), Head.word("申报方式", 10)));
        heads.addAll(List.of(Head.text("专业", 16), Head.number("自动分", 9), Head.number("总分", 9), Head.word("排名", 6),
                Head.word("赞成/应计", 10), Head.word("结果", 14)));
        var rows = new ArrayList<List<Value>>();
        for (var outcome : outcomes) rows.add(row(rows.size() + 1, outcome));
        return new Part.Grid("", heads, rows);
    }

    private List<Value> row(int number, Outcome outcome) {
        var applicant = outcome.applicant();
        var row = new ArrayList<Value>(List.of(Value.of(number), Value.of(held.room(applicant.room())), Value.of(applicant.code())));
        if (held.roll().named()) {
            var face = held.face(applicant.id());
            row.add(Value.of(face.map(Roll.Applicant::name).orElse("")));
            row.add(Value.of(face.map(Roll.Applicant::unit).orElse("")));
            row.add(Value.of(face.map(Roll.Applicant::rank).orElse("")));
            row.add(Value.of(face.map(Roll.Applicant::route).orElse("")));
        }
        row.addAll(List.of(Value.of(applicant.specialty()), Value.of(outcome.counted().automatic()),
                Value.number(outcome.row().flatMap(one -> one.total())), Value.whole(outcome.row().flatMap(one -> one.rank())),
                Value.of(outcome.votes()), Value.of(outcome.words())));
        return row;
    }
}
