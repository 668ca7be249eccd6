package conclave.document;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes page ids by a keyed hash, so that pages can be listed before any of them is drawn and nothing is stored. */
public final class PageIds {

    private static final int BYTES = 16;

    private final SecretKeySpec key;
    private final Recipes recipes;
    private final PageIndex index;

    /** How each page is made: pages of one document may lie under masks of their own. */
    interface Recipes {
        Recipe of(DocumentRef document, int page);

        /** Names how all pages of the document are made together, where that is sure; then their ids need not be made anew for every question. */
        default Optional<String> ofAll(DocumentRef document) {
            return Optional.empty();
        }
    }

    PageIds(byte[] key, Recipes recipes) {
        this(key, recipes, new PageIndex());
    }

    PageIds(byte[] key, Recipes recipes, PageIndex index) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.recipes = recipes;
        this.index = index;
    }

    public PageId of(DocumentRef document, int page) {
        return indexed(document).map(ids -> ids.of(page)).orElseGet(() -> made(document, page));
    }

    private Optional<PageIndex.Ids> indexed(DocumentRef document) {
        return recipes.ofAll(document).map(made -> index.find(new PageIndex.Key(key, made, document), () -> all(document)));
    }

    private List<PageId> all(DocumentRef document) {
        return IntStream.rangeClosed(1, document.pages()).mapToObj(page -> made(document, page)).toList();
    }

    private PageId made(DocumentRef document, int page) {
        var name = "page\0" + recipes.of(document, page).name() + "\0" + document.id() + "\0" + page;
        var digest = keyed(name.getBytes(StandardCharsets.UTF_8));
        return new PageId(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)));
    }

    public List<PageId> of(DocumentRef document) {
        return indexed(document).map(PageIndex.Ids::inOrder).orElseGet(() -> all(document));
    }

    /** Which page of these documents it is. Whoever asks gives only the documents the reader may see. */
    public Optional<Place> find(PageId id, List<DocumentRef> among) {
        for (var document : among) {
            var ids = indexed(document).orElseGet(() -> PageIndex.Ids.of(all(document)));
            var page = ids.find(id);
            if (page.isPresent()) return Optional.of(new Place(document, page.getAsInt()));
        }
        return Optional.empty();
    }

    /** A page of a document, counted from 1. */
    public record Place(DocumentRef document, int page) {
    }

    private byte[] keyed(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
