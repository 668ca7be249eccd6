package conclave.appliance.faults;

import conclave.ledger.Receipt;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an expert was told is saved.
 *
 * @param begun   when the expert sent it first, and {@code told} when the answer came, by one clock for all of them
 * @param receipt empty only where a canary took silence for a yes
 */
record Acknowledgement(String key, String applicant, String marks, int revision, long begun, long told, Optional<Receipt> receipt) {

    /** One line of the laptops' own log. */
    String line() {
        var proof = receipt.map(r -> r.seq() + "\t" + Digests.hex(Digests.sha256(r.line().getBytes(StandardCharsets.UTF_8)))).orElse("-\t-");
        return key + "\t" + applicant + "\t" + revision + "\t" + marks + "\t" + begun + "\t" + told + "\t" + proof;
    }
}
