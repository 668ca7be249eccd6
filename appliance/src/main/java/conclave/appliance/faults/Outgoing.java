package conclave.appliance.faults;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The command that writes one meeting's result to one stick, and what the record says has left. */
final class Outgoing {

    private final KeptMeeting kept;
    private final Path stick;
    private final Typed typed;

    Outgoing(KeptMeeting kept, Path stick) {
        this.kept = kept;
        this.stick = stick;
        this.typed = new Typed(kept.stand(), "export", "--data", kept.data().toString(), "--out", stick.toString(), "--by", "faults", "--unfinished", "--json",
                "--key", kept.file("node.key"), "--recipient", kept.file("platform.crt"));
    }

    Path stick() {
        return stick;
    }

    Typed typed() {
        return typed;
    }

    void require() throws IOException, InterruptedException {
        if (typed.run() != 0) throw new IOException("it did not come to its end: " + typed.saidLast());
    }

    void clear() throws IOException {
        Leavings.clear(stick);
    }

    /** Something of it lies on the stick. */
    boolean begins() throws IOException {
        try (var all = Files.list(stick)) {
            return all.findAny().isPresent();
        }
    }

    int verify(String name) throws IOException, InterruptedException {
        return new Typed(kept.stand(), "verify", stick.resolve(name + ".mpkg").toString(), "--key", kept.file("platform.key"), "--trust", kept.file("node.crt")).run();
    }

    /** The names of what was handed over, each once. */
    TreeSet<String> handed() throws IOException {
        var names = new TreeMap<String, String>();
        var handed = new TreeSet<String>();
        for (var line : record()) {
            if (line.text("what").equals("begun")) names.put(line.text("package"), line.text("name"));
            else if (!handed.add(names.get(line.text("package")))) throw new IOException("it is recorded twice: " + line);
        }
        return handed;
    }

    long begun() throws IOException {
        return record().stream().filter(line -> line.text("what").equals("begun")).count();
    }

    /** The last line may be torn: then it is none. */
    private List<Json.Obj> record() throws IOException {
        var file = kept.record();
        if (!Files.exists(file)) return List.of();
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(line -> CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8))).toList();
    }
}
