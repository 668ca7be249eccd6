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
 * @param withdrawn packages that were revoked, each by somebody who is believed
 * @param torn packages of which a revocation may lie here that cannot be read any more: until somebody has looked, they are not taken
 */
public record Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named, Set<String> revoked, List<Revocation.Signed> withdrawn, Set<String> torn) {

    public Trust {
        anchors = List.copyOf(anchors);
        named = Map.copyOf(named);
        revoked = Set.copyOf(revoked);
        withdrawn = List.copyOf(withdrawn);
        torn = Set.copyOf(torn);
    }

    public Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named) {
        this(anchors, named, Set.of());
    }

    public Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named, Set<String> revoked) {
        this(anchors, named, revoked, List.of(), Set.of());
    }

    /** The same, but what those revoke who have signed it is not taken any more. */
    public Trust without(List<Revocation.Signed> packages, Set<String> unread) {
        return new Trust(anchors, named, revoked, packages, unread);
    }

    /** Roles are what certificates say themselves. */
    public static Trust in(byte[]... anchors) {
        return new Trust(List.of(anchors), Map.of(), Set.of());
    }
}
