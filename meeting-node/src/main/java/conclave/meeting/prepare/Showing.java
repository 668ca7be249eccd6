package conclave.meeting.prepare;

/** What a page looks like to somebody who is no secretary. */
public sealed interface Showing {

    /** Not at all. */
    record Closed() implements Showing {
    }

    /** Without masks: the meeting asks for no screening, or two persons have opened what was never screened. */
    record AsItIs() implements Showing {
    }

    /** With the masks of this plan burned in. */
    record Masked(String plan) implements Showing {
    }
}
