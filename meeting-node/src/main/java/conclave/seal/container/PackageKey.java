package conclave.seal.container;

import java.util.List;

/**
 * A private key with its certificates.
 *
 * @param pkcs8 the private key
 * @param chain certificates, DER, the key's own first
 */
public record PackageKey(byte[] pkcs8, List<byte[]> chain) {

    public PackageKey {
        if (chain.isEmpty()) throw new IllegalArgumentException("a key without a certificate");
        chain = List.copyOf(chain);
    }

    public byte[] certificate() {
        return chain.getFirst();
    }

    @Override
    public String toString() {
        return "PackageKey(not shown)";
    }
}
