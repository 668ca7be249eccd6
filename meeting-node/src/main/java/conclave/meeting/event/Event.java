package conclave.meeting.event;

/** Something that has happened. The state of a meeting is the fold over these and nothing else. */
public sealed interface Event permits IntakeEvent, AmendmentEvent, PrepareEvent, RuleEvent, SittingEvent, TallyEvent, TransferEvent {

    /** Whether it enters the evidence; a draft does not, being nobody's word yet. */
    default boolean evidence() {
        return true;
    }
}
