package conclave.exchange.parcel;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Passage;
import conclave.exchange.parcel.Progress.Step;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import conclave.seal.container.Volume;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A meeting whose documents somebody works with where they lie: in a folder of the office, or in a package, which is verified first and
 * never unpacked.
 *
 * @param files all files of its bag in the order of their names, as often as they are asked for
 * @param signed empty for a folder
 * @param forms 表格模板 of the meeting, as its file has them
 */
public record MeetingAtHand(MeetingFile meeting, Passage files, Optional<SignedStatement> signed, String forms) {

    public static MeetingAtHand inFolder(Path folder) throws IOException {
        var reading = MeetingFolder.read(folder);
        var meeting = reading.meeting().orElseThrow(() -> Stopped.by(reading.findings()));
        var paths = new TreeSet<>(meeting.files().keySet());
        try (var beside = Files.list(folder)) {
            beside.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).forEach(file -> paths.add(file.getFileName().toString()));
        }
        return new MeetingAtHand(meeting, Passage.of(folder, paths), Optional.empty(), reading.forms());
    }

    /** Signature, volumes, window and recipient before anything is opened; then every chunk and every file as an import would judge them. */
    public static MeetingAtHand inPackage(Path first, Desk desk, Progress progress) throws IOException {
        var signed = new Inspection(first, desk.suites(), progress).verified(desk.check(), desk.trust(), desk.at());
        var statement = signed.statement();
        if (statement.type() != PackageType.MEETING) throw Stopped.by(Obstacle.OTHER_TYPE, "type", statement.type().word());
        desk.opening().requireRecipient(statement);
        progress.begin(Step.UNPACK, statement.volumes().stream().mapToLong(Volume::size).sum());
        var key = new Unwrapped(desk.opening().unwrapping());
        var reading = MeetingFolder.read(inside(first, statement, key, desk, progress), sm3(statement, desk));
        return new MeetingAtHand(reading.meeting().orElseThrow(() -> Stopped.by(reading.findings())), inside(first, statement, key, desk, Progress.SILENT),
                Optional.of(signed), reading.forms());
    }

    private static Inside inside(Path first, Statement statement, Unwrapped key, Desk desk, Progress progress) throws IOException {
        return new Inside(VolumeNames.find(first), statement, key, desk.suites(), progress);
    }

    private static Optional<Supplier<MessageDigest>> sm3(Statement statement, Desk desk) {
        return statement.profile() == Profile.GM ? Optional.of(desk.suites().of(Profile.GM)::digest) : Optional.empty();
    }
}
