package conclave.seal.container;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys and certificates of those who send and take packages, in files. */
public interface PackagePapers {

    /** What a key is of. */
    enum Kind { EC, SM2 }

    /** Who a certificate says its holder is. */
    record Holder(String name, Set<SignerRole> roles, Instant from, Instant until) {

        public Holder {
            roles = Set.copyOf(roles);
        }
    }

    /** A certificate as people look at it. */
    record Certificate(Holder holder, String issuer, String algorithm, String print) {
    }

    /** A key that certifies itself, for signing and for being sealed for. An authority may certify it again later. */
    PackageKey make(Kind kind, Holder holder);

    /** One file, PEM: the key, under a passphrase where one is given, and its certificates. Nobody but the owner reads it; none is overwritten. */
    void write(Path file, PackageKey key, Optional<char[]> passphrase) throws IOException;

    /** A certificate may also lie beside the key, as FILE with .crt in place of .key. */
    PackageKey read(Path file, Optional<char[]> passphrase) throws IOException;

    /** PEM, for handing on. */
    String certificateText(PackageKey key);

    /** PKCS#10 in PEM, for an authority. */
    String request(PackageKey key);

    /** PEM or DER. */
    List<byte[]> certificates(Path file) throws IOException;

    Certificate look(byte[] certificate) throws Refused;
}
