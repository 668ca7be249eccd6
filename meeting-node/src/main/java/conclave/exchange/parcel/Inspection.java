package conclave.exchange.parcel;

import conclave.exchange.BagSums;
import conclave.exchange.parcel.Progress.Step;
import conclave.exchange.tar.TarCaps;
import conclave.exchange.tar.TarReader;
import conclave.seal.Digests;
import conclave.seal.container.ContainerReader;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import conclave.seal.container.Suites;
import conclave.seal.container.Trust;
import conclave.seal.container.Volume;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;

/** Looks at a package where it lies, and writes nothing anywhere. */
public final class Inspection {

    /** What was found inside, all of it as the manifest says. */
    public record Contents(int files, long bytes) {
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
        signed.statement().requireVolumes(Copying.withSecondDigest(volumes, first.toAbsolutePath().getParent(), profile, suites));
        signed.statement().requireValidAt(at);
        return signed;
    }

    /** Every chunk and every file, in one pass: the manifest comes behind the payload, so the sums wait for it. */
    public Contents opened(Statement statement, Opening opening) throws IOException {
        opening.requireRecipient(statement);
        progress.begin(Step.UNPACK, statement.volumes().stream().mapToLong(Volume::size).sum());
        try (var container = ContainerReader.open(VolumeNames.find(first), opening.unwrapping(), suites)) {
            if (container.profile() != statement.profile()) throw Refused.because(Reason.STATEMENT_PROFILE);
            return contents(new TarReader(container.payload(), TarCaps.PACKAGE));
        }
    }

    private Contents contents(TarReader tar) throws IOException {
        var sums = new TreeMap<String, byte[]>();
        var passing = new BagSums();
        long bytes = 0;
        var buffer = new byte[1 << 18];
        for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            var digest = Digests.sha256();
            for (int n = tar.read(buffer, 0, buffer.length); n >= 0; n = tar.read(buffer, 0, buffer.length)) {
                digest.update(buffer, 0, n);
                passing.pass(entry.get().name(), buffer, n);
                bytes += n;
                progress.passed(n);
            }
            sums.put(entry.get().name(), digest.digest());
        }
        var findings = passing.heldAgainst(sums);
        if (!findings.isEmpty()) throw Stopped.by(findings);
        return new Contents(sums.size(), bytes);
    }
}
