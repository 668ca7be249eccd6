package conclave.config;

/**
 * One node of a kit, as the cluster file names it.
 *
 * @param name    what people call it: a, b, witness …
 * @param peer    its lasting random id, which its data folder holds as well: a blank folder is another peer
 * @param address the wired interface it speaks on
 * @param key     the public key it signs with, X.509 DER in base64 (URL form), so that anybody can tell who signed what
 */
public record Member(String name, Role role, String peer, String address, Ports ports, String key) {

    public enum Role {
        /** Holds everything, and laptops come to it. */
        SERVER,
        /** Holds the ledger and cosigns; has no meeting's key, no pages, and no door for laptops. */
        WITNESS
    }

    /** @param presence of Hazelcast; {@code web} is not used by a witness */
    public record Ports(int web, int ledger, int link, int presence) {
    }

    public boolean server() {
        return role == Role.SERVER;
    }
}
