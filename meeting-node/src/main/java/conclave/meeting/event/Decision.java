package conclave.meeting.event;

import java.util.List;

/** What becomes of an order. */
public sealed interface Decision {

    record Accepted(List<Fact> facts) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** It was already done: here is where the record says so. */
    record Repeated(long seq, long at) implements Decision {
    }

    record Refused(Refusal refusal) implements Decision {
    }
}
