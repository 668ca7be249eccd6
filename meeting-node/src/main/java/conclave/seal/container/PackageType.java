package conclave.seal.container;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a package is for, and who may sign for it. */
public enum PackageType {

    MEETING(SignerRole.PLATFORM, SignerRole.OFFICE),
    RESULT(SignerRole.NODE),
    RECEIPT(SignerRole.PLATFORM, SignerRole.OFFICE),
    /** Also made at the venue, where two persons sign. */
    AMENDMENT(SignerRole.PLATFORM, SignerRole.OFFICE, SignerRole.VENUE);

    private final Set<SignerRole> signers;

    PackageType(SignerRole... signers) {
        var may = EnumSet.noneOf(SignerRole.class);
        may.addAll(Arrays.asList(signers));
        this.signers = Collections.unmodifiableSet(may);
    }

    public Set<SignerRole> signers() {
        return signers;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PackageType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
