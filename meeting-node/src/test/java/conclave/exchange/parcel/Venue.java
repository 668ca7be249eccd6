package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.TreeMap;

/** A data folder, and what lies in it before and after somebody brings a package. */
final class Venue {

    final Path data;

    Venue(Path temp) throws IOException {
        data = Files.createDirectories(temp.resolve("data"));
    }

    Outcome bring(Path first, Desk desk) throws IOException {
        return bring(first, desk, Progress.SILENT);
    }

    Outcome bring(Path first, Desk desk, Progress progress) throws IOException {
        try (var shelf = Shelf.open(data)) {
            return new Import(first, shelf, desk, progress).run();
        }
    }

    Outcome.Taken taken(Path first) throws IOException {
        var outcome = bring(first, Office.desk());
        return assertInstanceOf(Outcome.Taken.class, outcome, outcome::toString);
    }

    /** Refused under this code, recorded so, and all else is as it was. */
    Complaint refused(String code, Path first, Desk desk) throws IOException {
        var before = files();
        var complaint = assertInstanceOf(Outcome.Turned.class, bring(first, desk)).complaint();
        assertEquals(code, complaint.code(), complaint.toString());
        assertEquals(before, files(), code);
        var lines = Files.readAllLines(data.resolve("intake/refusals.jsonl"));
        assertEquals(true, lines.getLast().contains("\"code\":\"" + code + "\""), lines.getLast());
        return complaint;
    }

    /** Everything but the lock and the list of refusals. */
    TreeMap<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        if (!Files.isDirectory(data.resolve("intake"))) return files;
        try (var all = Files.walk(data.resolve("intake"))) {
            for (var path : all.toList()) {
                var name = data.relativize(path).toString();
                if (name.endsWith("lock") || name.endsWith("refusals.jsonl") || name.equals("intake") || name.equals("intake/meetings")) continue;
                files.put(name, Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Digests.hex(Digests.sha256(Files.readAllBytes(path))) : "folder");
            }
        }
        return files;
    }
}
