package conclave.audit;

import conclave.seal.Signatures;

/**
 * One of those whose signatures count: a node of the kit.
 *
 * @param name as people call it
 * @param key  its public key, X.509 SubjectPublicKeyInfo, DER
 */
public record Signatory(String name, byte[] key) {

    /** As it stands in what it signs. */
    public String id() {
        return Signatures.id(key);
    }
}
