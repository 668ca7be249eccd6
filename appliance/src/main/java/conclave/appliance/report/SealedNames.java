package conclave.appliance.report;

import conclave.exchange.result.NamesFile;
import conclave.main.PackageRoom;
import conclave.seal.container.ContainerReader;
import conclave.seal.container.ContainerWriter;
import conclave.seal.container.Envelope;
import conclave.seal.container.Profile;
import conclave.seal.container.Unwrapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The names in a container of their own, as packages have it: nobody opens it but its recipient, not even who sealed it. */
public final class SealedNames {

    private static final String NAME = "names";
    private static final long ONE_VOLUME = NamesFile.LARGEST + (1L << 20);

    private SealedNames() {
    }

    /** Nothing lies anywhere in the clear while it is made: what goes through the folder is sealed already. */
    public static byte[] seal(NamesFile names, Profile profile, Envelope envelope) throws IOException {
        var bytes = names.bytes();
        if (bytes.length > NamesFile.LARGEST) throw new IOException("too many names for one file");
        var aside = Files.createTempDirectory("conclave-names");
        try {
            List<Path> volumes;
            try (var container = ContainerWriter.create(aside, NAME, envelope, PackageRoom.cryptography().of(profile), ONE_VOLUME)) {
                container.payload().write(bytes);
                volumes = container.finish().stream().map(volume -> aside.resolve(volume.name())).toList();
            }
            return Files.readAllBytes(volumes.getFirst());
        } finally {
            try (var left = Files.list(aside)) {
                for (var file : left.toList()) Files.delete(file);
            }
            Files.delete(aside);
        }
    }

    public static NamesFile open(Path sealed, Unwrapping unwrapping) throws IOException {
        try (var container = ContainerReader.open(List.of(sealed), unwrapping, PackageRoom.cryptography())) {
            var bytes = container.payload().readNBytes(NamesFile.LARGEST + 1);
            return NamesFile.read(bytes);
        }
    }
}
