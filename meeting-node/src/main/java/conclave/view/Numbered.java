package conclave.view;

import conclave.meeting.event.Fact;

/** A fact with its line number in the evidence. */
public record Numbered(long seq, Fact fact) {
}
