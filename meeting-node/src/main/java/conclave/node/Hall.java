package conclave.node;

import conclave.document.Originals;
import conclave.document.PageSource;
import conclave.document.Rendering;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.intake.Register;
import java.io.IOException;
import java.util.Optional;

/** Everything of one meeting on this node: its proceedings, its faces, its pages. Halls know nothing of one another. */
public record Hall(Chamber chamber, Faces faces, Originals originals, Rendering rendering,
                   SecretBallots ballots) implements AutoCloseable {

    public MeetingId id() {
        return chamber.id();
    }

    public Meeting meeting() {
        return chamber.meeting();
    }

    /** What the package brought; empty until all of it is in. */
    public Optional<Register> register() {
        return meeting().intake().register();
    }

    /** The pictures of pages, for code that faces experts. */
    public PageSource pages() {
        return rendering;
    }

    /** The record is closed whatever becomes of the drawing: pages can be drawn again. */
    @Override
    public void close() throws IOException {
        try (chamber; ballots) {
            rendering.close();
        }
    }
}
