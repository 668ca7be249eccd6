package conclave.exchange.parcel;

import conclave.exchange.Passage;
import conclave.exchange.tar.TarCaps;
import conclave.exchange.tar.TarReader;
import conclave.seal.container.ContainerReader;
import conclave.seal.container.Statement;
import conclave.seal.container.Suites;
import conclave.seal.container.Unwrapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The files in a package's volumes, opened as they pass by and written nowhere. To the very end: what comes behind the last is found as well. */
final class Inside implements Passage {

    private final List<Path> volumes;
    private final Statement statement;
    private final Unwrapping unwrapping;
    private final Suites suites;
    private final Progress progress;

    Inside(List<Path> volumes, Statement statement, Unwrapping unwrapping, Suites suites, Progress progress) {
        this.volumes = List.copyOf(volumes);
        this.statement = statement;
        this.unwrapping = unwrapping;
        this.suites = suites;
        this.progress = progress;
    }

    @Override
    public void through(Station station) throws IOException {
        try (var container = ContainerReader.open(volumes, unwrapping, suites)) {
            statement.requireProfile(container.profile());
            var tar = new TarReader(container.payload(), TarCaps.PACKAGE);
            for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                station.pass(entry.get().name(), entry.get().size(), new Entry(tar));
            }
        }
    }

    /** One file of the tar; to close it closes nothing. */
    private final class Entry extends InputStream {
        private final TarReader tar;

        Entry(TarReader tar) {
            this.tar = tar;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (length == 0) return 0;
            int read = tar.read(into, at, length);
            if (read > 0) progress.passed(read);
            return read;
        }
    }
}
