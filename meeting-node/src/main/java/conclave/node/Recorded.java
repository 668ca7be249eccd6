package conclave.node;

import conclave.meeting.event.Fact;

/** A fact with its line number in the evidence; 0 for what leaves no line (drafts). */
public record Recorded(long seq, Fact fact) {
}
