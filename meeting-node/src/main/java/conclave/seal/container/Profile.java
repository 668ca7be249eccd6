package conclave.seal.container;

import java.util.Arrays;
import java.util.Optional;

/** Which family of algorithms a package is sealed and signed with. */
public enum Profile {

    /** AES-256-GCM, SHA-256, ECDSA P-256. */
    INTERNATIONAL(1, "international"),
    /** SM4-GCM, SM3, SM2. */
    GM(2, "gm");

    private final int number;
    private final String word;

    Profile(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** As it stands in the container's head. */
    public int number() {
        return number;
    }

    /** As it stands in the statement. */
    public String word() {
        return word;
    }

    static Optional<Profile> numbered(int number) {
        return Arrays.stream(values()).filter(profile -> profile.number == number).findFirst();
    }

    public static Optional<Profile> named(String word) {
        return Arrays.stream(values()).filter(profile -> profile.word.equals(word)).findFirst();
    }
}
