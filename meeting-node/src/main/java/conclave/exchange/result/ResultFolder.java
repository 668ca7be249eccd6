package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.exchange.BagWriter;
import conclave.meeting.Meeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The folder that goes back to the platform: a bag with the evidence as the node keeps it and all that follows from it. */
public final class ResultFolder {

    /** Where the evidence lies inside of it, as in a node's own folder of the meeting. */
    public static final String EVIDENCE = "data/evidence";
    private static final List<String> WITNESSES = List.of("roots.jsonl", "heads.jsonl", "forks.jsonl", "alone.jsonl");

    private ResultFolder() {
    }

    /** Something that travels beside what follows from the evidence: forms for people, the journal of exports. */
    @FunctionalInterface
    public interface Enclosure {
        void put(BagWriter bag, List<Fact> facts, Meeting end) throws IOException;
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
        var facts = facts(meeting.resolve("evidence.jsonl"));
        var end = end(facts);
        try (var bag = new BagWriter(target)) {
            long bytes = bag.put(EVIDENCE + "/evidence.jsonl", Files.readAllBytes(meeting.resolve("evidence.jsonl"))).bytes();
            int files = 1;
            for (var name : WITNESSES) {
                if (!Files.exists(meeting.resolve(name))) continue;
                bytes += bag.put(EVIDENCE + "/" + name, Files.readAllBytes(meeting.resolve(name))).bytes();
                files++;
            }
            for (var file : ResultFiles.of(facts, end).entrySet()) {
                bytes += bag.put("data/" + file.getKey(), ResultFiles.bytes(file.getValue())).bytes();
                files++;
            }
            for (var enclosure : enclosures) enclosure.put(bag, facts, end);
            var id = end.intake().meeting().orElseThrow().value();
            var info = new TreeMap<String, String>();
            info.put("Conclave-Format", ResultFiles.FORMAT);
            info.put("External-Identifier", id);
            bag.finish(day, info);
            return new Written(id, facts.size(), files, bytes);
        }
    }

    /** By other rules the same facts could come to something else. */
    private static Meeting end(List<Fact> facts) throws NoResult {
        if (facts.isEmpty() || !(facts.getFirst().event() instanceof MeetingFounded founded) || !founded.rules().equals(Meeting.RULES)) {
            throw new NoResult("not founded by the rules " + Meeting.RULES);
        }
        var meeting = Meeting.NOT_FOUNDED;
        try {
            for (var fact : facts) meeting = Meeting.evolve(meeting, fact);
        } catch (RuntimeException impossible) {
            throw new NoResult("the facts do not lead anywhere: " + impossible.getClass().getSimpleName());
        }
        if (meeting.intake().meeting().isEmpty() || meeting.intake().register().isEmpty()) throw new NoResult("no package has come in yet");
        return meeting;
    }

    private static List<Fact> facts(Path evidence) throws IOException {
        var facts = new ArrayList<Fact>();
        try (BufferedReader lines = Files.newBufferedReader(evidence, StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) facts.add(Codec.fact(CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8))));
        } catch (BadJson e) {
            throw new NoResult("line " + (facts.size() + 1) + " of the evidence is no fact");
        }
        return facts;
    }
}
