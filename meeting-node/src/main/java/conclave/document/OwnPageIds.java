package conclave.document;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses of pictures that bear their reader's name: another reader's is another picture, so whatever a laptop kept of one is never shown to the next. */
public final class OwnPageIds {

    private static final int BYTES = 16;

    private final SecretKeySpec key;
    private final PageIndex index;

    /** What was made lately is remembered with the pages of the meeting. */
    public OwnPageIds(byte[] key, Rendering rendering) {
        this(key, rendering.ownIndex());
    }

    OwnPageIds(byte[] key, PageIndex index) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.index = index;
    }

    /** What all of a document's pages are called for one reader. */
    private record Own(String person, List<PageId> pages) {
    }

    /** Page by page; a reader who leafs through a thousand pages has them made once. */
    public List<PageId> of(DocumentRef document, List<PageId> pages, String person) {
        return remembered(document, pages, person).inOrder();
    }

    /** Which page of the document bears this address for this reader. */
    public OptionalInt find(PageId own, DocumentRef document, List<PageId> pages, String person) {
        return remembered(document, pages, person).find(own);
    }

    private PageIndex.Ids remembered(DocumentRef document, List<PageId> pages, String person) {
        return index.find(new PageIndex.Key(key, new Own(person, pages), document), () -> {
            var mac = mac();
            return pages.stream().map(page -> made(page, person, mac)).toList();
        });
    }

    private static PageId made(PageId page, String person, Mac mac) {
        var own = mac.doFinal(("own page\0" + page + "\0" + person).getBytes(StandardCharsets.UTF_8));
        return new PageId(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(own, BYTES)));
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
