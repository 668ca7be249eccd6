package conclave.document;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses of pictures that bear their reader's name: another reader's is another picture, so whatever a laptop kept of one is never shown to the next. */
public final class OwnPageIds {

    private static final int BYTES = 16;

    private final SecretKeySpec key;

    public OwnPageIds(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    public PageId of(PageId page, String person) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var own = mac.doFinal(("own page\0" + page + "\0" + person).getBytes(StandardCharsets.UTF_8));
            return new PageId(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(own, BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
