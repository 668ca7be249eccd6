package conclave.appliance.result;

import conclave.appliance.pack.Meter;
import conclave.appliance.pack.Sealing;
import conclave.audit.Audit;
import conclave.audit.Signatory;
import conclave.audit.WholeAudit;
import conclave.exchange.Stick;
import conclave.exchange.parcel.Dispatches.Sent;
import conclave.exchange.parcel.Dispatches;
import conclave.exchange.parcel.Outbox;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Progress.Step;
import conclave.exchange.result.Enclosure;
import conclave.exchange.result.Kept;
import conclave.exchange.result.ResultFolder;
import conclave.exchange.result.ResultItems;
import conclave.main.PackageRoom;
import conclave.seal.Digests;
import conclave.seal.RandomIds;
import conclave.seal.container.PackageType;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import conclave.seal.container.Trust;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One result on its way out: made of what was signed for, audited, sealed, written to the stick, read back, and entered. Before the
 * last of these nobody is told that the stick may be pulled out, and of whatever breaks off nothing stays on it.
 */
record Exporting(Outbox outbox, Path meeting, Path stick, List<String> by, Sealing sealing, CommandSpec spec, Meter meter) {

    private static final int DAYS = 400;

    /** @param left lines of the evidence that nobody had signed for yet */
    record Done(Statement statement, Sent sent, ResultItems items, Kept kept, boolean fromTheMedium) {
    }

    private String id() {
        return meeting.getFileName().toString();
    }

    Done whole(List<Signatory> kit, boolean unfinished) throws IOException {
        Stick.require(stick);
        var work = outbox.work();
        meter.begin(Step.CHECK, 0);
        var kept = Kept.copy(meeting, Files.createDirectory(work.resolve("evidence")));
        var result = work.resolve("result");
        var journal = outbox.journal(id());
        var enclosures = new ArrayList<Enclosure>(List.of(sealing.enclosed(meeting, spec)));
        if (Files.exists(journal)) enclosures.add(_ -> new TreeMap<>(Map.of("exports.jsonl", Files.readAllBytes(journal))));
        ResultFolder.write(work.resolve("evidence"), result, LocalDate.now(ZoneId.systemDefault()), enclosures);
        var verdict = WholeAudit.of(result, kit, new Audit.Held(List.of(), List.of(), List.of()));
        if (!verdict.holds()) throw ExportTrouble.doubted(verdict);
        var items = ResultItems.of(result);
        if (!items.sealed() && !unfinished) throw ExportTrouble.unsealed();
        var sent = sent(items, items.sealed());
        var handed = handed(result, items.sealed() ? "result" : "unfinished result", sent);
        if (sent.whole()) sweep();
        return handed.of(items, kept);
    }

    /** It is out and entered: whatever is in the way here, nobody is told that it is not. */
    private void sweep() {
        try {
            outbox.sweep(id());
        } catch (IOException later) {
            spec.commandLine().getErr().println("旧结果的副本未能清除，下次导出时再清除。Copies of older results stay until the next export: " + later.getMessage());
        }
    }

    /** Only what the platform has not accepted yet; it is answered as a part of the result that counts. */
    Done open(Path result, TreeSet<String> open) throws IOException {
        Stick.require(stick);
        if (open.isEmpty()) throw ExportTrouble.nothingOpen();
        var items = ResultItems.of(result);
        var bag = outbox.work().resolve("result");
        OpenItems.write(result, items, open, bag);
        var sent = sent(items, false);
        return handed(bag, "open items", sent).of(items, new Kept(items.lines(), 0));
    }

    private Sent sent(ResultItems items, boolean whole) throws IOException {
        var dispatches = outbox.dispatches(id());
        long sequence = dispatches.nextSequence(id());
        return new Sent(RandomIds.next("pkg"), id() + "-r" + sequence, id(), sequence, dispatches.last(id()), items.result(), items.lines(), items.edition(),
                whole, sealing.prints(), sealing.signers(), by, Instant.now().toString());
    }

    private record Handed(Statement statement, Sent sent, boolean fromTheMedium) {
        Done of(ResultItems items, Kept kept) {
            return new Done(statement, sent, items, kept, fromTheMedium);
        }
    }

    private Handed handed(Path folder, String purpose, Sent sent) throws IOException {
        var contents = new Sealing.Contents(PackageType.RESULT, sent.packageId(), sent.sequence(), sent.predecessor(), id(), purpose, DAYS, "conclave package export");
        var packed = Files.createDirectory(folder.resolveSibling("sealed"));
        var statement = new Packing(folder, sealing.order(spec, contents), meter).into(packed, sent.name());
        var dispatches = outbox.dispatches(id());
        for (var left : dispatches.unfinished()) Stick.clear(stick, left.name(), signature -> isOf(signature, left.packageId()));
        dispatches.begin(sent);
        var written = written(files(packed, statement, sent, dispatches));
        try {
            boolean fromTheMedium = written.readBack(meter::passed);
            if (sent.whole()) outbox.keep(folder, sent.packageId());
            dispatches.hand(sent.packageId(), Digests.hex(Digests.sha256(statement.bytes())), Instant.now());
            return new Handed(statement, sent, fromTheMedium);
        } catch (IOException | RuntimeException unsafe) {
            written.takeBack();
            throw unsafe;
        }
    }

    /** Signed with a key that is at hand now: what another one has signed is nobody's to throw away here. */
    private boolean isOf(Path signature, String packageId) {
        try {
            var own = sealing.holding().certificates().toArray(byte[][]::new);
            var signed = SignedStatement.read(signature, PackageRoom.cryptography().check(), Trust.in(own), Instant.now());
            return signed.statement().packageId().equals(packageId);
        } catch (IOException tornOrForeign) {
            return false;
        }
    }

    /** The volumes, their signature, and what says that packages of before are to be taken no more. */
    private List<Path> files(Path packed, Statement statement, Sent sent, Dispatches dispatches) throws IOException {
        var files = new ArrayList<Path>();
        statement.volumes().forEach(volume -> files.add(packed.resolve(volume.name())));
        files.add(packed.resolve(VolumeNames.signature(sent.name())));
        for (var before : dispatches.handed(id())) {
            var revocation = outbox.revoked().resolve(RevokeCommand.file(before.packageId()));
            if (dispatches.isRevoked(before.packageId()) && Files.exists(revocation)
                    && !lies(revocation)) files.add(revocation);
        }
        return files;
    }

    /** On the stick, whole. */
    private boolean lies(Path file) throws IOException {
        var there = stick.resolve(file.getFileName());
        return Files.isRegularFile(there) && Files.mismatch(file, there) < 0;
    }

    private Stick written(List<Path> files) throws IOException {
        long bytes = 0;
        for (var file : files) bytes += Files.size(file);
        meter.begin(Step.COPY, bytes);
        var written = Stick.write(files, stick, meter::passed);
        meter.begin(Step.VERIFY, bytes);
        return written;
    }
}
