package conclave.audit;

import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 复核: the whole meeting is decided once more by the rules, from what the record says was done. A count, a rank, a total, an
 * automatic score that the rules do not come to is found at its line, and so is a deed that they do not allow.
 */
final class Retrial {

    private final List<Fact> facts;
    private Meeting meeting = Meeting.NOT_FOUNDED;
    private int at;
    private Optional<Doubt> doubt = Optional.empty();

    private Retrial(List<Fact> facts) {
        this.facts = facts;
    }

    /**
     * The first line that does not hold.
     *
     * @param where the place inside of it, as in {@code event.rows[3].total}; empty for the whole line
     * @param comes what the rules come to
     */
    record Doubt(long line, String where, String said, String comes) {
    }

    /** @param facts what the evidence says, every line of it */
    static Retrial of(List<Fact> facts) {
        var retrial = new Retrial(List.copyOf(facts));
        while (retrial.at < facts.size() && retrial.doubt.isEmpty()) retrial.step();
        return retrial;
    }

    Optional<Doubt> doubt() {
        return doubt;
    }

    /** As it stands after the last line that holds. */
    Meeting meeting() {
        return meeting;
    }

    private void step() {
        try {
            var order = new Deed(meeting, facts.subList(at, facts.size())).order();
            if (order.isEmpty()) {
                doubt = Optional.of(whole("does not begin anything"));
                return;
            }
            switch (Meeting.decide(meeting, order.get())) {
                case Decision.Accepted yes -> compare(yes.facts());
                case Decision.Refused no -> doubt = Optional.of(whole("refused: " + no.refusal().code() + " " + no.refusal().facts()));
                case Decision.Repeated repeated -> doubt = Optional.of(whole("said already in line " + repeated.seq()));
            }
        } catch (RuntimeException impossible) {
            doubt = Optional.of(whole("无法裁定 nothing at all"));
        }
    }

    private void compare(List<Fact> comes) {
        var next = meeting;
        for (int i = 0; i < comes.size(); i++) {
            if (at + i == facts.size()) {
                doubt = Optional.of(new Doubt(at + i + 1L, "", "", CanonicalJson.text(json(comes.get(i)))));
                return;
            }
            var difference = Difference.first(json(facts.get(at + i)), json(comes.get(i)));
            if (difference.isPresent()) {
                doubt = Optional.of(new Doubt(at + i + 1L, difference.get().where(), difference.get().one(), difference.get().other()));
                return;
            }
            next = Meeting.evolve(next, comes.get(i));
        }
        meeting = next;
        at += comes.size();
    }

    private Doubt whole(String comes) {
        return new Doubt(at + 1L, "", CanonicalJson.text(json(facts.get(at))), comes);
    }

    private static Json.Obj json(Fact fact) {
        return Codec.body(new MeetingId("mtg_00000000"), fact);
    }

    /** What lies in a list of lines, each as a fact; {@link conclave.codec.BadJson} for what is none. */
    static List<Fact> read(List<Json.Obj> lines) {
        var facts = new ArrayList<Fact>(lines.size());
        for (var line : lines) facts.add(Codec.fact(line));
        return facts;
    }
}
