package conclave.meeting.event;

import java.util.List;

/** What one stage says to a command: these events, or a refusal, or that it was done already. */
public sealed interface Verdict {

    record Yes(List<Event> events) implements Verdict {
        public Yes {
            events = List.copyOf(events);
        }
    }

    record No(Refusal refusal) implements Verdict {
    }

    /** It was done before, and this line of the record says so. */
    record Already(long seq, long at) implements Verdict {
    }

    static Verdict yes(Event... events) {
        return new Yes(List.of(events));
    }

    static Verdict no(Refusal refusal) {
        return new No(refusal);
    }

    static Verdict no(Refusal.Code code) {
        return new No(Refusal.of(code));
    }
}
