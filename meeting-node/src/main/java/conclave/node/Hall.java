package conclave.node;

import conclave.document.Bearer;
import conclave.document.Marking;
import conclave.document.MaskPlans;
import conclave.document.Originals;
import conclave.document.OwnPageIds;
import conclave.document.PageId;
import conclave.document.PageSource;
import conclave.document.ReleasedPages;
import conclave.document.Rendering;
import conclave.document.Screener;
import conclave.document.UnmaskedPages;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.intake.Register;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything of one meeting on this node: its proceedings, its faces, its pages. Halls know nothing of one another.
 *
 * @param pages for code that faces experts, where nobody screens
 * @param screener empty where this node screens nothing
 * @param marking empty where this node marks nothing: then pages that must be marked are not shown
 */
public record Hall(Chamber chamber, MeetingKey key, Stamp requests, Faces faces, Originals originals, Rendering rendering,
                   MaskPlans plans, PageSource pages, Optional<Screener> screener, Titles titles, SecretBallots ballots,
                   Optional<Marking> marking) implements AutoCloseable {

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

    /** Tells one request from another in the record, where a plain digest would let anybody try out what was written. */
    public byte[] mark(byte[] request) {
        return requests.of(request);
    }

    /** Pages as they are, for whoever screens them. */
    public UnmaskedPages unmasked() {
        return new UnmaskedPages(rendering, key.derive("page ids"));
    }

    /** The pictures on which this plan is burned in; only these are shown where there is one, or none. */
    public PageSource masked(String plan) {
        return ReleasedPages.under(plan, plans, rendering, key.derive("page ids"));
    }

    /** 严格水印: whether whoever judges is shown no page that does not bear their name. */
    public boolean bearsReaders() {
        return register().flatMap(Register::description).flatMap(Item.Description::watermark).filter(Item.Watermark.STRICT::equals).isPresent();
    }

    /** What those who judge are shown of a document: with the masks of its plan where there is one. */
    public PageSource forExperts(Optional<String> plan) {
        return plan.map(this::masked).orElse(pages);
    }

    /** Under which readers are told of pictures that bear their name. */
    public OwnPageIds ownPages() {
        return new OwnPageIds(key.derive("own page ids"), rendering);
    }

    /** What is burned into this person's pictures. */
    public Bearer bearer(Item.Person person) {
        return new Bearer(person.id().value(), Stream.of(faces.identity(person).name(), person.seat()).filter(part -> !part.isBlank()).collect(Collectors.joining(" · ")));
    }

    /** The record is closed whatever becomes of the drawing: pages can be drawn again. */
    @Override
    public void close() throws IOException {
        try (key; chamber; ballots) {
            screener.ifPresent(Screener::close);
            marking.ifPresent(Marking::close);
            rendering.close();
        }
    }
}
