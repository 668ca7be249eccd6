package conclave.appliance.result;

import conclave.exchange.Deadline;
import conclave.exchange.Deadlines;
import conclave.exchange.result.ResultItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** 回传时限: 24 hours from the seal until the platform has accepted everything. */
final class DueBack {

    private DueBack() {
    }

    /** Nothing runs before the seal. */
    static Optional<Deadline> of(Path data, ResultItems items) throws IOException {
        var accepted = Deadlines.in(folder(data, items)).accepted();
        return items.sealedAt().map(sealed -> Deadline.out(sealed, accepted));
    }

    /** All is accepted; a node that has no such folder has no clock either. */
    static void stop(Path data, ResultItems items, Instant at) throws IOException {
        var folder = folder(data, items);
        if (Files.isDirectory(folder)) Deadlines.in(folder).accepted(at).write(folder);
    }

    private static Path folder(Path data, ResultItems items) {
        return data.resolve("meetings").resolve(items.meeting());
    }
}
