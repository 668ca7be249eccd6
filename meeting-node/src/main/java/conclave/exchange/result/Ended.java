package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.exchange.result.ResultFolder.NoResult;
import conclave.meeting.Meeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import conclave.seal.Digests;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An evidence file as it was read: its facts, and the meeting to which they lead. Whether it is true is for the audit to say.
 *
 * @param head hex SHA-256 of its last line
 */
public record Ended(List<Fact> facts, Meeting end, String head) {

    public Ended {
        facts = List.copyOf(facts);
    }

    public String meeting() {
        return end.intake().meeting().orElseThrow().value();
    }

    /** By other rules the same facts could come to something else. */
    public static Ended read(Path evidence) throws IOException {
        var facts = new ArrayList<Fact>();
        var last = "";
        try (BufferedReader lines = Files.newBufferedReader(evidence, StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; last = line) {
                facts.add(Codec.fact(CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8))));
            }
        } catch (BadJson | CharacterCodingException e) {
            throw new NoResult("line " + (facts.size() + 1) + " of the evidence is no fact");
        }
        return new Ended(facts, end(facts), Digests.hex(Digests.sha256(last.getBytes(StandardCharsets.UTF_8))));
    }

    private static Meeting end(List<Fact> facts) throws NoResult {
        if (facts.isEmpty() || !(facts.getFirst().event() instanceof MeetingFounded founded) || !founded.rules().equals(Meeting.RULES)) {
            throw new NoResult("not founded by the rules " + Meeting.RULES);
        }
        var meeting = Meeting.NOT_FOUNDED;
        for (int i = 0; i < facts.size(); i++) {
            try {
                meeting = Meeting.evolve(meeting, facts.get(i));
            } catch (RuntimeException impossible) {
                throw new NoResult("line " + (i + 1) + " of the evidence cannot follow those before it");
            }
        }
        if (meeting.intake().meeting().isEmpty() || meeting.intake().register().isEmpty()) throw new NoResult("no package has come in yet");
        return meeting;
    }
}
