package conclave.report;

import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.sitting.Round;
import conclave.meeting.transfer.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** 数据导出完整性报告: counts that must agree on the way out, and what is missing of the whole, each thing in a sentence. */
final class Completeness {

    private final Held held;
    private final TreeMap<RoundId, RoundClosed> closed = new TreeMap<>();
    private long submitted;

    private Completeness(Held held) {
        this.held = held;
        for (var fact : held.facts()) {
            switch (fact.event()) {
                case RoundClosed e -> closed.put(e.round(), e);
                case ScoreSubmitted _ -> submitted++;
                default -> { }
            }
        }
    }

    static Form of(Held held) {
        var completeness = new Completeness(held);
        var open = completeness.open();
        var about = new ArrayList<>(held.heading());
        about.add(open.isEmpty() ? "结论：完整。" : "结论：有" + open.size() + "项须处理或说明，见第三表。");
        var parts = List.<Part>of(completeness.counts(), completeness.rounds(), completeness.open(open));
        return new Form("completeness", "数据导出完整性报告", about, parts, List.of("数据管理员（签字）", "秘书（签字）", "日期"), held.basis());
    }

    private Part.Grid counts() {
        var register = held.register();
        var documents = register.applicants().values().stream().flatMap(applicant -> applicant.documents().stream()).toList();
        var decided = register.applicants().values().stream().filter(it -> held.end().walk().standing(it.id()) != Effect.STAY).count();
        var rows = new ArrayList<List<Value>>();
        rows.add(count("申报人", register.applicants().size(), "其中已有结论 " + decided));
        routes().forEach((route, number) -> rows.add(count("申报人：" + route, number, "按申报方式")));
        rows.add(count("评审材料（份）", documents.size(), ""));
        rows.add(count("评审材料（字节）", documents.stream().mapToLong(Item.Document::bytes).sum(), ""));
        rows.add(count("评审材料（页）", documents.stream().mapToLong(Item.Document::pages).sum(), ""));
        rows.add(count("参会人员", register.people().size(), "其中评审专家 "
                + register.people().values().stream().filter(it -> register.holdsAnywhere(it.id(), Role.EXPERT)).count()));
        rows.add(count("评议室", register.rooms().size(), "其中尚未签字 " + Ending.waiting(held.end().walk())));
        rows.add(count("评分表版本", register.sheets().size(), ""));
        rows.add(count("提交的评分（含修改）", submitted, ""));
        rows.add(count("证据行数", held.facts().size(), "末行摘要 " + held.head().substring(0, Math.min(16, held.head().length())) + "…"));
        return new Part.Grid("一、数目", List.of(Head.text("项目", 30), Head.number("数目", 18), Head.text("说明", 40)), rows);
    }

    /** 申报方式, of which only those speak who know the names. */
    private TreeMap<String, Long> routes() {
        var routes = new TreeMap<String, Long>();
        held.roll().applicants().values().forEach(it -> routes.merge(it.route(), 1L, Long::sum));
        return routes;
    }

    private static List<Value> count(String what, long number, String note) {
        return List.of(Value.of(what), Value.of(number), Value.of(note));
    }

    private Part.Grid rounds() {
        var heads = List.of(Head.text("评议室", 22), Head.text("轮次", 22), Head.number("人数", 8), Head.number("应交", 8), Head.number("已交", 8),
                Head.number("缺", 6), Head.word("核对", 14));
        var rows = new ArrayList<List<Value>>();
        for (var round : held.rounds()) {
            var close = round.open() ? null : closed.get(round.id());
            var numbers = close == null ? List.of(Value.of(""), Value.of(""), Value.of(""))
                    : List.of(Value.of(close.expected()), Value.of(close.given()), Value.of(close.missing()));
            var row = new ArrayList<Value>(List.of(Value.of(held.room(round.room())), Value.of(held.title(round)), Value.of(round.candidates().size())));
            row.addAll(numbers);
            row.add(Value.of(verdict(round)));
            rows.add(row);
        }
        return new Part.Grid("二、应交与已交", heads, rows);
    }

    private String verdict(Round round) {
        var close = closed.get(round.id());
        if (round.open() || close == null) return "未结束";
        if (close.missing() == 0) return "一致";
        return close.reason().isPresent() ? "缺交，已说明" : "缺交，未说明";
    }

    /** What is missing of the whole; a score that is missing with a reason is no fault. */
    private List<String> open() {
        var open = new ArrayList<String>();
        if (held.end().ending().sealedAt().isEmpty()) open.add("会议尚未封存：请在全部评议室签字后封存会议，再导出结果。");
        var waiting = Ending.unsigned(held.end().walk());
        if (!waiting.isEmpty()) open.add("有" + waiting.size() + "个评议室尚未签字（" + Ending.named(waiting) + "）：请主任委员或组长签字。");
        for (var round : held.rounds()) {
            if (round.open()) open.add(named(round) + "尚未结束：请结束本轮。");
            else if (!round.counted() && held.end().tallies().voided().get(round.id()).isEmpty()) open.add(named(round) + "尚未计分计票：请计票。");
            if (verdict(round).equals("缺交，未说明")) open.add(named(round) + "有缺交且没有原因：请秘书书面说明。");
        }
        for (var room : held.rooms()) {
            var undecided = held.register().applicantsOf(room.id()).stream().filter(it -> held.end().walk().standing(it) == Effect.STAY).count();
            if (undecided > 0) open.add(held.room(room.id()) + "有" + undecided + "名申报人没有结论：请确认本次会议只排名、不作决定，或继续评审。");
        }
        return open;
    }

    private String named(Round round) {
        return held.room(round.room()) + "“" + held.title(round) + "”";
    }

    private Part open(List<String> open) {
        if (open.isEmpty()) return new Part.Prose("三、须处理或说明的事项", List.of("无。"));
        var rows = new ArrayList<List<Value>>();
        for (var one : open) rows.add(List.of(Value.of(rows.size() + 1), Value.of(one)));
        return new Part.Grid("三、须处理或说明的事项", List.of(Head.word("序号", 6), Head.text("事项和办法", 82)), rows);
    }
}
