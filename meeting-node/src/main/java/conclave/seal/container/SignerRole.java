package conclave.seal.container;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom a signer signs. A certificate says it by a URI among its names, {@code conclave:role:office}; or the trust list says it of one certificate. */
public enum SignerRole {

    /** The platform that sends meetings and takes results. */
    PLATFORM,
    /** The review office, where it works without the platform. */
    OFFICE,
    /** A node of a kit. */
    NODE,
    /** A person at the venue who may sign a change made there. */
    VENUE;

    private static final String SCHEME = "conclave:role:";

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String uri() {
        return SCHEME + word();
    }

    public static Optional<SignerRole> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    public static Optional<SignerRole> ofUri(String uri) {
        return Arrays.stream(values()).filter(role -> role.uri().equals(uri)).findFirst();
    }
}
