package conclave.document;

import java.util.concurrent.CompletableFuture;

/** What code that faces experts is given: pictures of pages, and nothing from which an original could be reached. */
public interface PageSource {

    /**
     * The picture of a page, drawn ahead of everything nobody waits for when it is not there yet. Fails with
     * {@link PageUnavailable} where a finding stands in its place, with an IOException when the disk failed.
     */
    CompletableFuture<PageImage> page(DocumentRef document, int number, PageSize size);

    PageIds ids();
}
