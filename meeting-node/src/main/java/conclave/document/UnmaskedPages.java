package conclave.document;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Pages as they are, for whoever screens them. Not a {@link PageSource}: code that faces experts has no use for it. */
public final class UnmaskedPages {

    private final Rendering rendering;
    private final PageIds ids;

    /** @param key of the addresses of pages */
    public UnmaskedPages(Rendering rendering, byte[] key) {
        this.rendering = rendering;
        this.ids = new PageIds(key, new Bare(rendering), rendering.index());
    }

    /** An office file that was printed anew has its words elsewhere: its pages have other addresses, and no browser shows what it kept. */
    private record Bare(Rendering rendering) implements PageIds.Recipes {

        @Override
        public Recipe of(DocumentRef document, int page) {
            return Recipe.plain(rendering.asItIs(document).get(page - 1).digest());
        }

        @Override
        public Optional<String> ofAll(DocumentRef document) {
            return Optional.of(of(document, 1).name());
        }
    }

    public PageIds ids() {
        return ids;
    }

    /** Fails as {@link PageSource#page} does. */
    public CompletableFuture<PageImage> page(DocumentRef document, int number, PageSize size) {
        return rendering.picture(Shelf.SCREENING, document, rendering.asItIs(document), number, size);
    }
}
