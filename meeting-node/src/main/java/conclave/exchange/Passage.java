package conclave.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Files that pass by one after the other, each time anew: out of a folder, or out of a package that is opened as it is read. */
@FunctionalInterface
public interface Passage {

    /** Whatever the station leaves unread is passed over. */
    void through(Station station) throws IOException;

    @FunctionalInterface
    interface Station {
        void pass(String path, long size, InputStream content) throws IOException;
    }

    /** These files of a folder, in the given order; no link is followed. */
    static Passage of(Path folder, Collection<String> files) {
        var paths = List.copyOf(files);
        return station -> {
            for (var path : paths) {
                var file = folder.resolve(path);
                try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    station.pass(path, Files.size(file), in);
                }
            }
        };
    }
}
