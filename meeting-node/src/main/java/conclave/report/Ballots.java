package conclave.report;

import conclave.meeting.event.Vote;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Round;
import conclave.meeting.tally.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 票决结果表: each ballot as it was counted, and a void one with its reason. Sums only: who voted what in secret nobody knows, and of a
 * named ballot the record keeps it and this form does not say it.
 */
final class Ballots {

    private static final List<Head> COUNTS = List.of(Head.text("投票方式", 26), Head.number("应到", 8), Head.number("实到", 8), Head.number("发出", 8),
            Head.number("收回", 8), Head.number("有效", 8), Head.number("无效", 8), Head.text("说明", 26));
    private static final List<Head> VOTES = List.of(Head.word("序号", 6), Head.text("申报人", 30), Head.number("赞成", 8), Head.number("反对", 8),
            Head.number("弃权", 8), Head.number("计票基数", 10), Head.number("须赞成", 8), Head.word("名次", 8), Head.word("结果", 14));

    private final Held held;

    private Ballots(Held held) {
        this.held = held;
    }

    static Form of(Held held) {
        var ballots = new Ballots(held);
        var parts = new ArrayList<Part>();
        for (var room : held.rooms()) {
            for (var round : held.roundsIn(room.id())) round.casting().ifPresent(casting -> parts.addAll(ballots.ballot(round, casting)));
        }
        if (parts.isEmpty()) parts.add(new Part.Prose("", List.of("本次会议没有投票。")));
        return new Form("ballots", "票决结果表", held.heading(), parts, Summary.COMMITTEE, held.basis());
    }

    private List<Part> ballot(Round round, Casting casting) {
        var name = held.room(round.room()) + "：" + held.title(round);
        var voided = held.end().tallies().voided().get(round.id());
        var counted = held.end().tallies().ballots().get(round.id());
        var parts = new ArrayList<Part>();
        parts.add(new Part.Grid(name + "：投票统计", COUNTS, List.of(counts(round, casting, counted, voided))));
        counted.ifPresent(it -> parts.add(new Part.Grid(name + "：得票", VOTES, votes(it.votes()))));
        return parts;
    }

    private List<Value> counts(Round round, Casting casting, Optional<Tallies.Ballot> counted, Optional<Tallies.Voided> voided) {
        var seats = held.register().expertsOf(round.room());
        var there = seats.stream().filter(round.attended()::has).count();
        var issued = counted.map(Tallies.Ballot::issued).or(() -> voided.map(Tallies.Voided::issued));
        var returned = counted.map(Tallies.Ballot::returned).or(() -> voided.map(Tallies.Voided::returned));
        return List.of(Value.of(Wording.secrecy(casting.secrecy())), Value.of(seats.size()), Value.of(there), Value.whole(issued),
                Value.whole(returned), Value.whole(counted.map(Tallies.Ballot::valid)), Value.whole(counted.map(it -> it.returned() - it.valid())),
                Value.of(voided.map(it -> Wording.voided(it.reason())).orElse(counted.isPresent() ? "" : "尚未计票")));
    }

    private List<List<Value>> votes(List<Vote> votes) {
        var rows = new ArrayList<List<Value>>();
        for (var vote : votes) {
            rows.add(List.of(Value.of(rows.size() + 1), Value.of(held.called(vote.applicant())), Value.of(vote.yes()), Value.of(vote.against()),
                    Value.of(vote.abstained()), Value.of(vote.denominator()), Value.of(vote.needed()), Value.whole(vote.place()),
                    Value.of(vote.tied() ? "并列，须再投" : Wording.effect(vote.effect()))));
        }
        return rows;
    }
}
