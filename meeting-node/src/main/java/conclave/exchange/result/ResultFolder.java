package conclave.exchange.result;

import conclave.exchange.BagWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The folder that goes back to the platform: a bag with the evidence as the node keeps it and all that follows from it. */
public final class ResultFolder {

    /** Where the evidence lies inside of it, as in a node's own folder of the meeting. */
    public static final String EVIDENCE = "data/evidence";
    private static final List<String> WITNESSES = List.of("roots.jsonl", "heads.jsonl", "forks.jsonl", "alone.jsonl");

    private ResultFolder() {
    }

    /** @param lines of the evidence; @param files in the folder, without the bag's own */
    public record Written(String meeting, long lines, int files, long bytes) {
    }

    /** The record does not lead to a result: it has not been imported, or a line is no fact. */
    public static final class NoResult extends IOException {
        private static final long serialVersionUID = 1;

        NoResult(String message) {
            super(message);
        }
    }

    /**
     * Whether the evidence is true is for the audit to say, before and after.
     *
     * @param meeting the meeting's folder, of a node that stands still, or a copy
     */
    public static Written write(Path meeting, Path target, LocalDate day) throws IOException {
        return write(meeting, target, day, List.of());
    }

    /** The same, with enclosures: the manifest names them, and the audit does not believe them. */
    public static Written write(Path meeting, Path target, LocalDate day, List<Enclosure> enclosures) throws IOException {
        var ended = Ended.read(meeting.resolve("evidence.jsonl"));
        var enclosed = new TreeMap<String, byte[]>();
        for (var enclosure : enclosures) enclosed.putAll(enclosure.of(ended));
        try (var bag = new BagWriter(target)) {
            long bytes = bag.put(EVIDENCE + "/evidence.jsonl", Files.readAllBytes(meeting.resolve("evidence.jsonl"))).bytes();
            int files = 1;
            for (var name : WITNESSES) {
                if (!Files.exists(meeting.resolve(name))) continue;
                bytes += bag.put(EVIDENCE + "/" + name, Files.readAllBytes(meeting.resolve(name))).bytes();
                files++;
            }
            for (var file : ResultFiles.of(ended.facts(), ended.end()).entrySet()) {
                bytes += bag.put("data/" + file.getKey(), ResultFiles.bytes(file.getValue())).bytes();
                files++;
            }
            for (var file : enclosed.entrySet()) {
                bytes += bag.put("data/" + file.getKey(), file.getValue()).bytes();
                files++;
            }
            var id = ended.meeting();
            var info = new TreeMap<String, String>();
            info.put("Conclave-Format", ResultFiles.FORMAT);
            info.put("External-Identifier", id);
            bag.finish(day, info);
            return new Written(id, ended.facts().size(), files, bytes);
        }
    }
}
