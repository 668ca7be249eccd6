package conclave.exchange;

import conclave.seal.Digests;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The algorithms that a manifest may name. Two are weak: what they say must hold, but it does not suffice. */
final class BagDigests {

    static final List<String> STRONG = List.of("sha256", "sha512");
    private static final SortedMap<String, String> KNOWN =
            new TreeMap<>(Map.of("sha256", "SHA-256", "sha512", "SHA-512", "md5", "MD5", "sha1", "SHA-1"));

    private BagDigests() {
    }

    static boolean known(String algorithm) {
        return KNOWN.containsKey(algorithm);
    }

    static MessageDigest of(String algorithm) {
        if (algorithm.equals("sha256")) return Digests.sha256();
        try {
            return MessageDigest.getInstance(KNOWN.get(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
