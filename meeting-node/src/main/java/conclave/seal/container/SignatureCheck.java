package conclave.seal.container;

import java.time.Instant;
import java.util.List;

/** Checks a .p7s wholly: every signature in it must hold, and every signer must be trusted at that time. */
@FunctionalInterface
public interface SignatureCheck {

    int LARGEST = 64 << 10;

    Checked check(byte[] signature, Trust trust, Instant at) throws Refused;

    /** The bytes that were signed, which nobody has parsed so far, and who signed them. */
    record Checked(byte[] statement, List<Signatory> signatories) {

        public Checked {
            signatories = List.copyOf(signatories);
        }
    }
}
