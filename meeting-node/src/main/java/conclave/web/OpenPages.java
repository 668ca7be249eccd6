package conclave.web;

import conclave.document.DocumentRef;
import conclave.document.Leaf;
import conclave.document.PageId;
import conclave.document.PageIds;
import conclave.document.PageImage;
import conclave.document.PageSize;
import conclave.document.PageSource;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Showing;
import conclave.node.Admission;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * The pages of a dossier that are open to a visitor, by the addresses under which they are shown. A page that is closed is looked for
 * nowhere, so that asking for it is like asking for one that there never was.
 */
record OpenPages(Visitor visitor, Item.Applicant applicant) {

    /** A page and where its picture comes from. */
    record Place(Item.Document document, DocumentRef ref, int page, Showing showing, Pictures pictures) {

        CompletableFuture<PageImage> picture(PageSize size) {
            return pictures.page(ref, page, size);
        }
    }

    interface Pictures {
        CompletableFuture<PageImage> page(DocumentRef document, int number, PageSize size);
    }

    /** Page by page; nothing in the place of one that was taken back. */
    List<Optional<PageId>> of(Item.Document document) {
        if (!visitor.rights().opens(applicant.id())) return List.of();
        var ref = Admission.ref(document);
        var made = ids(document).of(ref);
        var ids = marked() ? visitor.hall().ownPages().of(ref, made, visitor.id().value()) : made;
        return IntStream.rangeClosed(1, document.pages()).mapToObj(page -> closed(document, page) ? Optional.<PageId>empty() : Optional.of(ids.get(page - 1))).toList();
    }

    Optional<Place> find(PageId id) {
        if (!visitor.rights().opens(applicant.id())) return Optional.empty();
        for (var document : applicant.documents()) {
            var found = found(id, document);
            if (found.isPresent() && !closed(document, found.get().page())) {
                var showing = visitor.rights().showing(applicant.id(), document.id(), found.get().page());
                return Optional.of(new Place(document, found.get().document(), found.get().page(), showing, pictures(document)));
            }
        }
        return Optional.empty();
    }

    /** Where pages bear their reader's name, each reader has addresses of their own. */
    private Optional<PageIds.Place> found(PageId id, Item.Document document) {
        var ref = Admission.ref(document);
        var ids = ids(document);
        if (!marked()) return ids.find(id, List.of(ref));
        var page = visitor.hall().ownPages().find(id, ref, ids.of(ref), visitor.id().value());
        return page.isPresent() ? Optional.of(new PageIds.Place(ref, page.getAsInt())) : Optional.empty();
    }

    /** 严格水印: all but the secretariat, which screens, see pictures that bear their name. */
    private boolean marked() {
        return visitor.hall().bearsReaders() && !visitor.rights().secretariat(applicant.id());
    }

    private boolean closed(Item.Document document, int page) {
        return visitor.rights().showing(applicant.id(), document.id(), page) instanceof Showing.Closed;
    }

    private boolean screens() {
        return visitor.rights().secretariat(applicant.id()) && Clearance.required(visitor.register());
    }

    private PageIds ids(Item.Document document) {
        return screens() ? visitor.hall().unmasked().ids() : source(document).ids();
    }

    /** Whoever screens sees the page itself, from the shelf that no expert is served from. */
    private Pictures pictures(Item.Document document) {
        if (screens()) return visitor.hall().unmasked()::page;
        var source = source(document);
        return marked() ? (ref, page, size) -> marked(Leaf.of(source, ref, page, size)) : source::page;
    }

    /** Nobody is shown the page without, not even where nothing marks it. */
    private CompletableFuture<PageImage> marked(Leaf leaf) {
        var bearer = visitor.hall().bearer(visitor.person());
        return visitor.hall().marking().map(marking -> marking.marked(leaf, bearer))
                .orElseGet(() -> CompletableFuture.failedFuture(new TimeoutException("nothing marks pages here")));
    }

    /** Masked or not is a matter of the whole document. */
    private PageSource source(Item.Document document) {
        var rights = visitor.rights();
        return rights.secretariat(applicant.id()) ? visitor.hall().pages()
                : visitor.hall().forExperts(visitor.meeting().clearance().of(applicant.id(), document).plan());
    }
}
