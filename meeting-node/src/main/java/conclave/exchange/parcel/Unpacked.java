package conclave.exchange.parcel;

import conclave.exchange.Bag;
import conclave.exchange.parcel.Progress.Step;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Volume;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A result, or an answer to one, as a folder for those who look into it: verified in the order of an import, and there under its name
 * only when all of it has held. A meeting does not come out this way: its persons would lie in clear.
 */
public final class Unpacked {

    private final Path first;
    private final Desk desk;
    private final Progress progress;

    public Unpacked(Path first, Desk desk, Progress progress) {
        this.first = first;
        this.desk = desk;
        this.progress = progress;
    }

    public SignedStatement into(Path target) throws IOException {
        var place = target.toAbsolutePath().normalize();
        if (Files.exists(place)) throw new FileAlreadyExistsException(target.toString());
        var staging = place.resolveSibling(place.getFileName() + ".staging");
        var part = place.resolveSibling(place.getFileName() + ".part");
        try {
            Folders.remove(staging);
            Folders.remove(part);
            Files.createDirectory(staging);
            Files.createDirectory(part);
            var signed = verified(staging, new Copying(first, progress).into(staging));
            unpack(signed, staging, part);
            check(signed.statement().profile(), part);
            progress.begin(Step.SYNC, 0);
            Folders.force(part, progress);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            Folders.force(place.getParent());
            return signed;
        } finally {
            Folders.remove(staging);
            Folders.remove(part);
        }
    }

    private SignedStatement verified(Path staging, List<Volume> copied) throws IOException {
        var signature = staging.resolve(VolumeNames.signature(VolumeNames.nameOf(first)));
        var signed = SignedStatement.read(signature, desk.check(), desk.trust(), desk.at());
        var statement = signed.statement();
        statement.requireVolumes(Copying.withSecondDigest(copied, staging, statement.profile(), desk.suites(), progress));
        if (statement.type() == PackageType.MEETING || statement.type() == PackageType.AMENDMENT) {
            throw Stopped.by(Obstacle.EXPORT_OTHER_TYPE, "type", statement.type().word());
        }
        desk.opening().requireRecipient(statement);
        if (desk.meeting().isPresent() && !desk.meeting().get().equals(statement.meeting())) {
            throw Stopped.by(Obstacle.OTHER_MEETING, "meeting", statement.meeting(), "expected", desk.meeting().get());
        }
        statement.requireValidAt(desk.at());
        return signed;
    }

    private void unpack(SignedStatement signed, Path staging, Path part) throws IOException {
        var volumes = signed.statement().volumes();
        progress.begin(Step.UNPACK, volumes.stream().mapToLong(Volume::size).sum());
        var lying = volumes.stream().map(volume -> staging.resolve(volume.name())).toList();
        new Inside(lying, signed.statement(), desk.opening().unwrapping(), desk.suites(), progress).through((path, _, content) -> {
            var file = part.resolve(path);
            if (!file.normalize().startsWith(part)) throw Stopped.by(Obstacle.INSIDE);
            Files.createDirectories(file.getParent());
            try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                content.transferTo(out);
            }
        });
    }

    private void check(Profile profile, Path part) throws IOException {
        progress.begin(Step.VERIFY, 0);
        Optional<Supplier<MessageDigest>> sm3 = profile == Profile.GM ? Optional.of(desk.suites().of(profile)::digest) : Optional.empty();
        var bag = Bag.read(part.toRealPath(), Set.of(), sm3);
        if (!bag.holds()) throw Stopped.by(bag.findings());
    }
}
