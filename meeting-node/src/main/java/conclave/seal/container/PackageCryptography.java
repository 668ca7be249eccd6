package conclave.seal.container;

import java.util.List;

/** What packages need beyond the JDK. The adapter stands in {@code seal.bouncycastle}; the wiring hands it out. */
public interface PackageCryptography extends Suites {

    /** A fresh content key for the holders of these certificates (DER), each of RSA, EC or SM2. */
    Envelope envelopeFor(Profile profile, List<byte[]> certificates) throws Refused;

    /** A fresh content key under a passphrase. */
    Envelope envelopeFor(Profile profile, char[] passphrase) throws Refused;

    /** Opens with one of our keys. */
    Unwrapping with(List<PackageKey> keys);

    Unwrapping with(char[] passphrase);

    /** All of them sign: one of each profile, or several persons. */
    StatementSigner signer(List<PackageKey> keys) throws Refused;

    SignatureCheck check();
}
