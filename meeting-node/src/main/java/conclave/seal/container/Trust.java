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
 * @param withdrawn packages that were revoked, by their ids, and for whom those signed who revoked them
 */
public record Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named, Set<String> revoked, Map<String, Set<SignerRole>> withdrawn) {

    public Trust {
        anchors = List.copyOf(anchors);
        named = Map.copyOf(named);
        revoked = Set.copyOf(revoked);
        withdrawn = Map.copyOf(withdrawn);
    }

    public Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named) {
        this(anchors, named, Set.of());
    }

    public Trust(List<byte[]> anchors, Map<String, Set<SignerRole>> named, Set<String> revoked) {
        this(anchors, named, revoked, Map.of());
    }

    /** The same, but these packages are not taken any more where one of these roles may sign such a package. */
    public Trust without(Map<String, Set<SignerRole>> packages) {
        return new Trust(anchors, named, revoked, packages);
    }

    /** Roles are what certificates say themselves. */
    public static Trust in(byte[]... anchors) {
        return new Trust(List.of(anchors), Map.of(), Set.of());
    }
}
