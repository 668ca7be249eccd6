package conclave.seal.container;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody whose signature under a statement holds.
 *
 * @param print    SHA-256 of the certificate, in hex
 * @param standing the same for all certificates that one authority has issued to one name; empty for who answers for themselves
 */
public record Signatory(String name, String print, Profile profile, Set<SignerRole> roles, byte[] certificate, Optional<String> standing) {

    public Signatory {
        roles = Set.copyOf(roles);
    }

    /** By the same certificate, or by another of the same name from the same authority: certificates are renewed. */
    public boolean isSameAs(Signatory other) {
        return print.equals(other.print) || standing.isPresent() && standing.equals(other.standing);
    }

    boolean maySign(PackageType type) {
        return roles.stream().anyMatch(type.signers()::contains);
    }
}
