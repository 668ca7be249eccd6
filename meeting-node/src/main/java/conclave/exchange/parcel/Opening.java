package conclave.exchange.parcel;

import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Statement;
import conclave.seal.container.Unwrapping;
import java.util.Collections;
import java.util.Set;

/**
 * How somebody means to open a package.
 *
 * @param prints SHA-256 of the certificates whose keys are at hand, in hex; none for a passphrase
 */
public record Opening(Unwrapping unwrapping, Set<String> prints) {

    public Opening {
        prints = Set.copyOf(prints);
    }

    public static Opening byPassphrase(Unwrapping unwrapping) {
        return new Opening(unwrapping, Set.of());
    }

    void requireRecipient(Statement statement) throws Refused {
        if (prints.isEmpty() && !statement.recipients().isEmpty()) throw Refused.because(Reason.KEY_WANTED);
        if (!prints.isEmpty() && statement.recipients().isEmpty()) throw Refused.because(Reason.PASSPHRASE_WANTED);
        if (!prints.isEmpty() && Collections.disjoint(prints, statement.recipients())) throw Refused.because(Reason.NO_RECIPIENT);
    }
}
