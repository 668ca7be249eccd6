package conclave.workshop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What only one process does at a time in a folder that several share. */
final class Alone {

    interface Work<T> {
        T done() throws IOException;
    }

    private Alone() {
    }

    static <T> T in(Path folder, Work<T> work) throws IOException {
        synchronized (Alone.class) {
            try (var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = file.lock()) {
                if (!held.isValid()) throw new IOException("the folder cannot be locked: " + folder);
                return work.done();
            }
        }
    }
}
