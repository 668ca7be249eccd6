package conclave.seal.container;

import java.util.Set;

/**
 * Somebody whose signature under a statement holds.
 *
 * @param print SHA-256 of the certificate, in hex
 */
public record Signatory(String name, String print, Profile profile, Set<SignerRole> roles, byte[] certificate) {

    public Signatory {
        roles = Set.copyOf(roles);
    }
}
