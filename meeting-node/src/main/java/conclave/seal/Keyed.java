package conclave.seal;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key, from any thread. */
final class Keyed {

    private final Mac prepared;

    Keyed(byte[] key) {
        try {
            prepared = Mac.getInstance("HmacSHA256");
            prepared.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    byte[] of(byte[]... parts) {
        try {
            var mac = (Mac) prepared.clone();
            for (var part : parts) mac.update(part);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HMAC can be cloned", e);
        }
    }
}
