package conclave.node;

import conclave.document.DocumentRef;
import conclave.document.PageIds;
import conclave.document.PageImage;
import conclave.document.PageSize;
import conclave.document.PageSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Masked pictures that are not on this node: they are named, and nothing unmasked is ever shown in their place. */
record UnmadeMasks(PageIds ids) implements PageSource {

    @Override
    public CompletableFuture<PageImage> page(DocumentRef document, int number, PageSize size) {
        return CompletableFuture.failedFuture(new TimeoutException("no masked picture of page " + number + " of " + document.id() + " is here yet"));
    }
}
