package conclave.seal.container;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom this installation believes.
 *
 * @param anchors certificates, DER: an authority's, or a single signer's own
 * @param named roles that the office has given to single certificates, by the SHA-256 of the certificate in hex
 * @param revoked certificates that are not taken any more, by the same SHA-256
 */
public record Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named, Set<String> revoked) {

    public Trust {
        anchors = List.copyOf(anchors);
        named = Map.copyOf(named);
        revoked = Set.copyOf(revoked);
    }

    public Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named) {
        this(anchors, named, Set.of());
    }

    /** Roles are what certificates say themselves. */
    public static Trust in(byte[]... anchors) {
        return new Trust(List.of(anchors), Map.of(), Set.of());
    }
}
