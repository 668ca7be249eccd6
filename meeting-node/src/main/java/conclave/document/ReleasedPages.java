package conclave.document;

import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.mask.PageMask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * The pages that experts may see, as they may see them. It reaches nothing but the shelf of masked pictures, and
 * nothing there but what the gate opens under the plan that was released; asked before a picture is looked for and
 * again before it is handed out, because a page may be taken back while it is drawn.
 */
public final class ReleasedPages implements PageSource {

    private final Rendering rendering;
    private final Opened opened;
    private final PageIds ids;

    /** @param plan empty while the plan that was released has not come to this server */
    private record Opening(Optional<MaskPlan> plan) {
    }

    private interface Opened {
        Optional<Opening> of(DocumentRef document, int page);

        /** What tells this opening of the whole document from any other, as long as it cannot change while somebody looks. */
        default Optional<String> whole(DocumentRef document) {
            return Optional.empty();
        }

        default Optional<MaskPlan> planOf(DocumentRef document, int page) {
            return of(document, page).flatMap(Opening::plan);
        }

        default Optional<PageMask> maskOf(DocumentRef document, int page) {
            return planOf(document, page).flatMap(plan -> mask(plan, page));
        }
    }

    private ReleasedPages(Rendering rendering, Opened opened, byte[] key) {
        this.rendering = rendering;
        this.opened = opened;
        this.ids = new PageIds(key, recipes(), rendering.index());
    }

    /** @param key of the addresses of pages */
    public static ReleasedPages through(Gate gate, MaskPlans plans, Rendering rendering, byte[] key) {
        return new ReleasedPages(rendering, (document, page) -> gate.planOf(document.id(), page).map(digest -> new Opening(plan(plans, digest, document))), key);
    }

    /** As one plan covers them, for whoever has asked the gate already. */
    public static ReleasedPages under(String digest, MaskPlans plans, Rendering rendering, byte[] key) {
        return new ReleasedPages(rendering, new Opened() {
            @Override
            public Optional<Opening> of(DocumentRef document, int page) {
                return Optional.of(new Opening(plan(plans, digest, document)));
            }

            /** While the plan is not here its pages have other addresses. */
            @Override
            public Optional<String> whole(DocumentRef document) {
                return plan(plans, digest, document).map(_ -> digest);
            }
        }, key);
    }

    /** Of a meeting whose documents nobody screens: every page is open as it is. */
    public static ReleasedPages unscreened(Rendering rendering, byte[] key) {
        return new ReleasedPages(rendering, new Opened() {
            @Override
            public Optional<Opening> of(DocumentRef document, int page) {
                return Optional.of(new Opening(Optional.of(MaskPlan.bare(document.id().sha256(), document.pages()))));
            }

            @Override
            public Optional<PageMask> maskOf(DocumentRef document, int page) {
                return Optional.of(PageMask.BARE);
            }

            @Override
            public Optional<String> whole(DocumentRef document) {
                return Optional.of("unscreened");
            }
        }, key);
    }

    /** A plan that was made for another document, or for other pages, opens nothing. */
    private static Optional<MaskPlan> plan(MaskPlans plans, String digest, DocumentRef document) {
        try {
            return plans.find(digest).filter(plan -> plan.document().equals(document.id().sha256()) && plan.pages().size() == document.pages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PageIds ids() {
        return ids;
    }

    @Override
    public CompletableFuture<PageImage> page(DocumentRef document, int number, PageSize size) {
        if (number < 1 || number > document.pages()) throw new IllegalArgumentException("no such page");
        try {
            var opening = opened.of(document, number);
            if (opening.isEmpty()) return CompletableFuture.failedFuture(new PageClosed());
            var plan = opening.get().plan();
            // Named and not here yet, or the print that it lies on: nothing unmasked is ever shown in its place.
            if (plan.isEmpty() || !rendering.printing().holds(plan.get().paper())) return CompletableFuture.failedFuture(new TimeoutException("the plan is not here yet"));
            return rendering.picture(Shelf.RELEASED, document, plan.get().pages(), number, size)
                    .thenApply(image -> stillOpen(document, number, plan.get(), image));
        } catch (UncheckedIOException e) {
            return CompletableFuture.failedFuture(e.getCause());
        }
    }

    private PageImage stillOpen(DocumentRef document, int number, MaskPlan plan, PageImage image) {
        if (opened.maskOf(document, number).equals(mask(plan, number))) return image;
        rendering.forget(document.id());
        throw new CompletionException(new PageClosed());
    }

    private PageIds.Recipes recipes() {
        return new PageIds.Recipes() {
            @Override
            public Recipe of(DocumentRef document, int page) {
                return recipe(document, page);
            }

            @Override
            public Optional<String> ofAll(DocumentRef document) {
                return opened.whole(document);
            }
        };
    }

    private Recipe recipe(DocumentRef document, int page) {
        return opened.maskOf(document, page).map(mask -> Recipe.masked(mask.digest())).orElse(Recipe.CLOSED);
    }

    private static Optional<PageMask> mask(MaskPlan plan, int page) {
        try {
            return Optional.of(plan.page(page));
        } catch (MaskTrouble notThere) {
            return Optional.empty();
        }
    }
}
