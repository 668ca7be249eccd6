package conclave.exchange.parcel;

import conclave.exchange.tar.TarCaps;
import conclave.exchange.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The tar into an empty folder. Its reader lets only names through that stay below it. */
final class Unpacking {

    private final Path folder;
    private final Progress progress;
    private final byte[] buffer = new byte[1 << 18];

    Unpacking(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    void unpack(InputStream payload) throws IOException {
        var tar = new TarReader(payload, TarCaps.PACKAGE);
        for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            var place = folder.resolve(entry.get().name());
            if (!place.normalize().startsWith(folder)) throw Stopped.by(Obstacle.INSIDE);
            Files.createDirectories(place.getParent());
            try (var out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
                for (int n = tar.read(buffer, 0, buffer.length); n >= 0; n = tar.read(buffer, 0, buffer.length)) {
                    out.write(buffer, 0, n);
                    progress.passed(n);
                }
            }
        }
    }
}
