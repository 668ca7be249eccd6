package conclave.document;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One page in one size, before anybody's name is on it. What waits to be marked holds no picture: it is fetched when its turn comes.
 *
 * @param address of the page: another mask, another address
 */
public record Leaf(DocumentId document, int page, PageId address, PageSize size, Supplier<CompletableFuture<PageImage>> bare) {

    public static Leaf of(PageSource source, DocumentRef document, int page, PageSize size) {
        return new Leaf(document.id(), page, source.ids().of(document, page), size, () -> source.page(document, page, size));
    }
}
