package conclave.exchange.parcel;

import conclave.exchange.Bag;
import conclave.exchange.Finding;
import conclave.exchange.MeetingFolder;
import conclave.exchange.MeetingFolder.Reading;
import conclave.exchange.Passage;
import conclave.exchange.parcel.Progress.Step;
import conclave.seal.container.ContainerReader;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import conclave.seal.container.Suites;
import conclave.seal.container.Trust;
import conclave.seal.container.Volume;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks at a package where it lies, and writes nothing anywhere. */
public final class Inspection {

    /**
     * What was found inside, all of it as its manifests say.
     *
     * @param meeting what the checks of a meeting said of it, where it is one
     */
    public record Contents(int files, long bytes, Optional<Reading> meeting) {
    }

    private final Path first;
    private final Suites suites;
    private final Progress progress;

    public Inspection(Path first, Suites suites, Progress progress) {
        this.first = first;
        this.suites = suites;
        this.progress = progress;
    }

    public ContainerReader.Outside outside() throws IOException {
        return ContainerReader.outside(VolumeNames.find(first));
    }

    public SignedStatement signed(SignatureCheck check, Trust trust, Instant at) throws IOException {
        return SignedStatement.read(first.resolveSibling(VolumeNames.signature(VolumeNames.nameOf(first))), check, trust, at);
    }

    /** Signature, then the volumes, then the window. */
    public SignedStatement verified(SignatureCheck check, Trust trust, Instant at) throws IOException {
        var signed = signed(check, trust, at);
        var volumes = new Copying(first, progress).inPlace();
        var profile = signed.statement().profile();
        signed.statement().requireVolumes(Copying.withSecondDigest(volumes, first.toAbsolutePath().getParent(), profile, suites, progress));
        signed.statement().requireValidAt(at);
        return signed;
    }

    /** Every chunk and every file, as an import would judge them, and nothing is written anywhere. */
    public Contents opened(Statement statement, Opening opening) throws IOException {
        opening.requireRecipient(statement);
        progress.begin(Step.UNPACK, statement.volumes().stream().mapToLong(Volume::size).sum());
        try (var key = new Unwrapped(opening.unwrapping())) {
            var counted = new Counted(new Inside(VolumeNames.find(first), statement, key, suites, progress));
            Optional<Supplier<MessageDigest>> sm3 =
                    statement.profile() == Profile.GM ? Optional.of(suites.of(Profile.GM)::digest) : Optional.empty();
            if (statement.type() == PackageType.MEETING) {
                var reading = MeetingFolder.read(counted, sm3);
                return new Contents(counted.files, counted.bytes, Optional.of(reading));
            }
            var bag = Bag.read(counted, Set.of(), sm3);
            if (!bag.holds()) throw Stopped.by(bag.findings());
            return new Contents(counted.files, counted.bytes, Optional.empty());
        }
    }

    /** What is said of a content that does not pass. */
    public static Complaint complaint(List<Finding> findings) {
        return Complaint.about(Stopped.by(findings));
    }

    /** How much has passed, the last time that it did. */
    private static final class Counted implements Passage {
        private final Passage passage;
        private int files;
        private long bytes;

        Counted(Passage passage) {
            this.passage = passage;
        }

        @Override
        public void through(Station station) throws IOException {
            files = 0;
            bytes = 0;
            passage.through((path, size, content) -> {
                files++;
                bytes += size;
                station.pass(path, size, content);
            });
        }
    }
}
