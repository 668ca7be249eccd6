package conclave.report;

import conclave.meeting.event.Item;
import conclave.meeting.event.SittingEvent.SittingOpened;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.sitting.Quorum;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 会议纪要, a draft from the record: times, attendance, subjects, votes. What was said in the room people add themselves. */
final class Minutes {

    private final Held held;

    private Minutes(Held held) {
        this.held = held;
    }

    static Form of(Held held) {
        var minutes = new Minutes(held);
        var parts = new ArrayList<Part>();
        parts.add(minutes.opening());
        for (var room : held.rooms()) parts.add(minutes.room(room));
        parts.add(minutes.incidents());
        parts.add(new Part.Prose("其他事项", List.of("（由秘书补充：会议纪律宣布、保密承诺、评议意见摘要等。）")));
        return new Form("minutes", "会议纪要（草稿）", held.heading(), parts, List.of("主持人（签字）", "记录人（签字）", "评审委员会（盖章）", "日期"), held.basis());
    }

    private Part.Prose opening() {
        var about = held.about();
        var lines = new ArrayList<String>();
        var sittings = held.facts().stream().filter(fact -> fact.event() instanceof SittingOpened).toList();
        if (sittings.isEmpty()) {
            lines.add("会议尚未开始。");
        } else {
            lines.add("会议于" + Wording.moment(sittings.getFirst().at()) + "开始，" + held.end().ending().sealedAt().map(at -> "于" + Wording.moment(at)
                    + "封存。").orElse("尚未封存。"));
        }
        lines.add("评审委员会核准人数" + about.committeeSize() + "人，会议共设评议室" + held.rooms().size() + "个，申报人" + held.register().applicants().size()
                + "人。评审按“" + held.end().book().mode().name() + "”进行。");
        return new Part.Prose("会议概况", lines);
    }

    private Part.Prose room(Item.Room room) {
        var quorum = Quorum.shown(held.register(), held.end().book(), held.end().floor(), room.id());
        var lines = new ArrayList<String>();
        lines.add("应到" + quorum.committee() + "人，须到" + quorum.needed() + "人，最后一轮实到" + quorum.present() + "人，"
                + (quorum.reached() ? "达到规定人数。" : "未达到规定人数。"));
        for (var round : held.roundsIn(room.id())) lines.add(round(round));
        withoutRound(room).ifPresent(lines::add);
        var outcomes = held.register().applicantsOf(room.id()).stream().map(id -> Outcome.of(held, held.register().applicants().get(id).orElseThrow())).toList();
        if (!outcomes.isEmpty()) {
            lines.add("结果：通过" + count(outcomes, Effect.PASS) + "人，未通过" + count(outcomes, Effect.FAIL) + "人，未作决定" + count(outcomes, Effect.STAY) + "人。");
        }
        return new Part.Prose(held.room(room.id()), lines);
    }

    /** Nobody was left to decide on: that is what this room came to. */
    private Optional<String> withoutRound(Item.Room room) {
        var walk = held.end().walk();
        if (!walk.answers(room.id()) || !walk.idle(room.id())) return Optional.empty();
        var signed = held.end().ending().unheld().get(room.id());
        return Optional.of("没有需要评审的申报人，未进行评审，" + signed.map(it -> "主任委员已于" + Wording.moment(it.at()) + "签字确认。").orElse("主任委员尚未签字。"));
    }

    private String round(Round round) {
        var said = held.title(round) + "：候选" + round.candidates().size() + "人";
        var ballot = held.end().tallies().ballots().get(round.id());
        var voided = held.end().tallies().voided().get(round.id());
        if (round.open()) return said + "，尚未结束。";
        if (voided.isPresent()) return said + "，" + Wording.voided(voided.get().reason()) + "。";
        if (ballot.isPresent()) {
            said += "，发出选票" + ballot.get().issued() + "张，收回" + ballot.get().returned() + "张，有效" + ballot.get().valid() + "张";
        }
        return said + (round.counted() ? "，已计分计票" : "，尚未计分计票") + (round.signedOff() ? "，主任委员已签字。" : "。");
    }

    private static long count(List<Outcome> outcomes, Effect effect) {
        return outcomes.stream().filter(outcome -> outcome.standing() == effect).count();
    }

    private Part.Prose incidents() {
        var lines = new ArrayList<String>();
        for (var fact : held.facts()) {
            Incidents.said(held, fact.event()).ifPresent(said -> lines.add(Wording.moment(fact.at()) + "　" + said));
        }
        return new Part.Prose("会议异常情况", lines.isEmpty() ? List.of("无。") : lines);
    }
}
