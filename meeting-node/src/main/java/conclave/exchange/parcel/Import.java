package conclave.exchange.parcel;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.AmendmentFile;
import conclave.exchange.AmendmentFolder;
import conclave.exchange.Finding;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Mishap;
import conclave.exchange.Passage;
import conclave.exchange.parcel.Journal.Taken;
import conclave.exchange.parcel.Progress.Step;
import conclave.seal.Digests;
import conclave.seal.OwnerFiles;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Signatory;
import conclave.seal.container.Statement;
import conclave.seal.container.Volume;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One package on its way in, step by step as {@code docs/formats/package-inside.md} counts them; no step looks further than the steps
 * before it have verified. Whatever ends it leaves the data folder as it was, and one line in the list of refusals.
 */
public final class Import {

    private final Path first;
    private final Shelf shelf;
    private final Desk desk;
    private final Progress progress;
    private final BiConsumer<SignedStatement, MeetingFolder.Reading> told;
    private Predicate<AmendmentFile> consent = _ -> false;

    public Import(Path first, Shelf shelf, Desk desk, Progress progress) {
        this(first, shelf, desk, progress, (_, _) -> { });
    }

    /** @param told what the checks of the content said, of whose package, whether it is taken or not */
    public Import(Path first, Shelf shelf, Desk desk, Progress progress, BiConsumer<SignedStatement, MeetingFolder.Reading> told) {
        this.first = first;
        this.shelf = shelf;
        this.desk = desk;
        this.progress = progress;
        this.told = told;
    }

    /** Whether somebody says yes to what an amendment changes; without being asked nobody does. */
    public Import confirmedBy(Predicate<AmendmentFile> changed) {
        consent = changed;
        return this;
    }

    public Outcome run() throws IOException {
        try {
            shelf.clear();
            return bring();
        } catch (IOException reason) {
            shelf.clear();
            return new Outcome.Turned(recorded(Complaint.about(reason)));
        } finally {
            shelf.clear();
        }
    }

    private Outcome bring() throws IOException {
        OwnerFiles.makeFolder(shelf.staging());
        var copied = new Copying(first, progress).into(shelf.staging());                                    // 1
        var signed = signed();                                                                              // 2
        requireVolumes(signed, copied);                                                                     // 3
        var digest = Digests.hex(Digests.sha256(signed.statement().bytes()));
        var journal = shelf.journal();
        var succession = new Succession(journal, desk.meeting());
        desk.opening().requireRecipient(signed.statement());                                                // 4
        if (succession.known(signed.statement(), digest).isPresent()) return new Outcome.Known(signed);
        succession.require(signed.statement(), digest);
        signed.statement().requireValidAt(desk.at());
        if (signed.statement().type() == PackageType.AMENDMENT) return amend(signed, digest, journal);
        try (var key = new Unwrapped(desk.opening().unwrapping())) {
            var reading = read(signed.statement(), key);                                                    // 5 to 9
            told.accept(signed, reading);
            var meeting = reading.meeting().orElseThrow(() -> Stopped.by(reading.findings()));
            keep(signed, digest, key.key(), journal);                                                       // 10
            return new Outcome.Taken(signed, meeting.meeting().expected(), reading.findings());
        }
    }

    /** The same steps; and before anything is kept, somebody has seen what it changes. */
    private Outcome amend(SignedStatement signed, String digest, Journal journal) throws IOException {
        var statement = signed.statement();
        try (var key = new Unwrapped(desk.opening().unwrapping())) {
            progress.begin(Step.UNPACK, statement.volumes().stream().mapToLong(Volume::size).sum());
            var reading = AmendmentFolder.read(inside(statement, key), sm3(statement));
            var amendment = reading.amendment().orElseThrow(() -> Stopped.by(reading.findings()));
            if (!statement.predecessor().equals(Optional.of(amendment.basis()))) throw Stopped.by(Obstacle.PREDECESSOR_UNNAMED, "basis", amendment.basis());
            if (!consent.test(amendment)) return new Outcome.Shown(signed, amendment);
            journal.amends(statement.packageId(), signed.signatories().stream().anyMatch(Import::sends), desk.at());
            keep(signed, digest, key.key(), journal);
            return new Outcome.Amending(signed, amendment);
        }
    }

    /** Who may send a meeting may change it; who only works at the venue may propose. */
    private static boolean sends(Signatory signatory) {
        return signatory.roles().contains(SignerRole.PLATFORM) || signatory.roles().contains(SignerRole.OFFICE);
    }

    /** Of what was taken in before it was revoked nobody may believe that it is gone. */
    private SignedStatement signed() throws IOException {
        try {
            return SignedStatement.read(signature(), desk.check(), desk.trust(), desk.at());
        } catch (Refused refused) {
            var packageId = String.valueOf(refused.facts().get("package"));
            if (refused.reason() != Reason.REVOKED || shelf.journal().find(packageId).isEmpty()) throw refused;
            throw Stopped.by(Obstacle.REVOKED_LATE, "package", packageId);
        }
    }

    private Path signature() throws IOException {
        return shelf.staging().resolve(VolumeNames.signature(VolumeNames.nameOf(first)));
    }

    private void requireVolumes(SignedStatement signed, List<Volume> copied) throws IOException {
        signed.statement().requireVolumes(Copying.withSecondDigest(copied, shelf.staging(), signed.statement().profile(), desk.suites(), progress));
    }

    /** Opened as it is read, and only in memory. */
    private MeetingFolder.Reading read(Statement statement, Unwrapped key) throws IOException {
        progress.begin(Step.UNPACK, statement.volumes().stream().mapToLong(Volume::size).sum());
        return MeetingFolder.read(inside(statement, key), sm3(statement));
    }

    private Passage inside(Statement statement, Unwrapped key) {
        var volumes = statement.volumes().stream().map(volume -> shelf.staging().resolve(volume.name())).toList();
        return new Inside(volumes, statement, key, desk.suites(), progress);
    }

    private Optional<Supplier<MessageDigest>> sm3(Statement statement) {
        return statement.profile() == Profile.GM ? Optional.of(desk.suites().of(Profile.GM)::digest) : Optional.empty();
    }

    /** The folder is durable under its name before the journal names it, and without the journal it is nothing. */
    private void keep(SignedStatement signed, String digest, byte[] key, Journal journal) throws IOException {
        var statement = signed.statement();
        var superseded = journal.last(statement.meeting()).filter(_ -> !journal.amends(statement.packageId())).map(Taken::packageId);
        shelf.put(statement, key, progress);
        var signers = signed.signatories().stream().map(Signatory::print).sorted().collect(Collectors.joining(" "));
        try {
            journal.taken(new Taken(statement.packageId(), statement.meeting(), statement.sequence(), statement.predecessor(), digest, signers,
                    desk.at().toString(), desk.confirmed(), statement.frozen().map(Instant::toString)), desk.at());
        } catch (IOException e) {
            shelf.discard(statement.packageId());
            throw e;
        }
        if (superseded.isPresent()) shelf.discard(superseded.get());
    }

    /** A disk so full that not even the refusal goes onto it is said as well. */
    private Complaint recorded(Complaint complaint) {
        if (complaint.code().equals(Obstacle.STOPPED.code())) return complaint;
        try {
            record(complaint);
            return complaint;
        } catch (IOException unrecorded) {
            return complaint.with("unrecorded", Mishap.of(unrecorded).code());
        }
    }

    /** Codes and places only: the list of refusals may be shown to anybody. */
    private void record(Complaint complaint) throws IOException {
        var facts = Json.object();
        for (var fact : complaint.facts().entrySet()) facts = facts.with(fact.getKey(), fact.getValue());
        var file = String.valueOf(first.getFileName()).replaceAll("[^!-~]", "?");
        shelf.refusals().add(new JsonFields().put("at", desk.at().toString()).put("file", file).put("code", complaint.code()).put("facts", facts)
                .list("findings", complaint.findings().stream().filter(Finding::isError).map(Finding::code).distinct().limit(20).toList(), Json.Str::new).end());
    }
}
