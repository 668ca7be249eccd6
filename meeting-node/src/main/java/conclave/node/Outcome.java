package conclave.node;

import conclave.codec.Codec;
import conclave.ledger.Evidence;
import conclave.ledger.Line;
import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What one committed entry leads to, order after order: the meeting after it, its facts and lines, and who hears what. */
final class Outcome {

    /** What is to be said about an order, once the meeting as it now stands is the one that everybody sees. */
    sealed interface Answer {
    }

    record Said(List<Fact> facts, List<Line> lines, Optional<CompletableFuture<Reply>> to) implements Answer {
    }

    record No(Refusal refusal, CompletableFuture<Reply> to) implements Answer {
    }

    record Again(long seq, CompletableFuture<Reply> to) implements Answer {
    }

    private final MeetingId id;
    private final Evidence evidence;
    private final List<Recorded> happened = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private Meeting meeting;

    Outcome(MeetingId id, Meeting before, Evidence evidence) {
        this.id = id;
        this.meeting = before;
        this.evidence = evidence;
    }

    void decide(Order order, Optional<CompletableFuture<Reply>> waiting) {
        switch (Meeting.decide(meeting, order)) {
            case Decision.Accepted accepted -> answers.add(new Said(accepted.facts(), record(accepted.facts()), waiting));
            case Decision.Refused refused -> waiting.ifPresent(to -> answers.add(new No(refused.refusal(), to)));
            case Decision.Repeated repeated -> waiting.ifPresent(to -> answers.add(new Again(repeated.seq(), to)));
        }
    }

    private List<Line> record(List<Fact> facts) {
        var lines = new ArrayList<Line>();
        for (var fact : facts) {
            meeting = Meeting.evolve(meeting, fact);
            if (fact.event().evidence()) lines.add(evidence.write(Codec.body(id, fact)));
            happened.add(new Recorded(fact.event().evidence() ? meeting.recorded() : 0, fact));
        }
        return lines;
    }

    Meeting meeting() {
        return meeting;
    }

    List<Recorded> happened() {
        return happened;
    }

    List<Answer> answers() {
        return answers;
    }
}
