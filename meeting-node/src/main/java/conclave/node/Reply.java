package conclave.node;

import conclave.ledger.Receipt;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Refusal;
import java.util.List;
import java.util.Optional;

/** What a person is told about what they wanted. */
public sealed interface Reply {

    /** Durable, and signed for where it left a line; {@code again} when an earlier request had done it already. */
    record Done(List<Fact> facts, Optional<Receipt> receipt, boolean again) implements Reply {
        public Done {
            facts = List.copyOf(facts);
        }
    }

    record Refused(Refusal refusal) implements Reply {
    }

    /** Nothing is wrong with the wish; the node cannot take it now. */
    record NotNow(Why why) implements Reply {
    }

    enum Why {
        /** Too many are waiting. Nothing was kept. */
        TOO_BUSY,
        /** Below the free-space floor. Nothing was kept. */
        DISK_FULL,
        /** The ledger did not say in time. It may have been kept: ask again with the same key. */
        OUTCOME_UNKNOWN,
        /** The node is stopping or not yet ready. Nothing was kept. */
        NOT_READY
    }
}
