package conclave.exchange.parcel;

import conclave.seal.container.Envelope;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.Statement;
import conclave.seal.container.StatementSigner;
import conclave.seal.container.Suite;
import conclave.seal.container.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to be built of a folder.
 *
 * @param recipients SHA-256 of the certificates in the envelope, in hex
 * @param volumeSize bytes of a volume at most
 * @param frozen when the list in it was closed, where it is said
 */
public record Order(PackageType type, String packageId, long sequence, Optional<String> predecessor, String meeting, String purpose, Instant notBefore,
                    Instant notAfter, List<String> recipients, String tool, Suite suite, Envelope envelope, StatementSigner signer, long volumeSize,
                    Optional<Instant> frozen) {

    public Order {
        recipients = List.copyOf(recipients);
    }

    public Order(PackageType type, String packageId, long sequence, Optional<String> predecessor, String meeting, String purpose, Instant notBefore,
                 Instant notAfter, List<String> recipients, String tool, Suite suite, Envelope envelope, StatementSigner signer, long volumeSize) {
        this(type, packageId, sequence, predecessor, meeting, purpose, notBefore, notAfter, recipients, tool, suite, envelope, signer, volumeSize,
                Optional.empty());
    }

    Statement statement(List<Volume> volumes) {
        return new Statement(type, packageId, sequence, predecessor, meeting, purpose, notBefore, notAfter, profile(), volumes, recipients, tool, frozen);
    }

    Profile profile() {
        return suite.profile();
    }
}
