package conclave.document;

import java.util.concurrent.CompletableFuture;

/** Pages as they are, for whoever screens them. Not a {@link PageSource}: code that faces experts has no use for it. */
public final class UnmaskedPages {

    private final Rendering rendering;

    public UnmaskedPages(Rendering rendering) {
        this.rendering = rendering;
    }

    /** Fails as {@link PageSource#page} does. */
    public CompletableFuture<PageImage> page(DocumentRef document, int number, PageSize size) {
        return rendering.picture(Shelf.SCREENING, document, rendering.asItIs(document), number, size);
    }
}
