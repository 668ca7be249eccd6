package conclave.exchange.result;

import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.result.Extract.Numbered;
import conclave.meeting.Meeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Item;
import conclave.meeting.transfer.ExpertRecord;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that leaves with a meeting beside its evidence, worked out from that evidence and nothing else: whoever has the
 * evidence comes to the same bytes. Names are not in it; docs/formats/result.md says what is in clear and why.
 */
public final class ResultFiles {

    public static final String FORMAT = "conclave-result/1";

    private ResultFiles() {
    }

    /**
     * File names and their lines, each a canonical JSON object; in the order of the names.
     *
     * @param facts all that the evidence says, in its order
     * @param end   the meeting to which they lead; its package has come in
     */
    public static SortedMap<String, List<Json.Obj>> of(List<Fact> facts, Meeting end) {
        var numbered = new ArrayList<Numbered>(facts.size());
        for (var fact : facts) numbered.add(new Numbered(numbered.size() + 1L, fact));
        var files = new TreeMap<String, List<Json.Obj>>();
        Extract.into(files, numbered);
        var scores = ScoreLines.of(numbered);
        files.put("scores.jsonl", scores);
        var counts = new CountLines(end);
        files.put("tallies.jsonl", counts.tallies());
        files.put("settled.jsonl", counts.settled());
        files.put("ballots.jsonl", counts.ballots());
        files.put("outcomes.jsonl", counts.outcomes());
        files.put("experts.jsonl", ExpertRecord.of(facts).stream().map(Codec::fields).toList());
        files.put("counts.json", List.of(Completeness.of(facts, end, scores)));
        files.put("result.json", List.of(head(facts, end, files)));
        return files;
    }

    private static Json.Obj head(List<Fact> facts, Meeting end, SortedMap<String, List<Json.Obj>> files) {
        var about = end.walk().register().description();
        var lines = new TreeMap<String, Json>();
        files.forEach((name, inside) -> lines.put(name, new Json.Num(inside.size())));
        return new JsonFields().put("format", FORMAT).put("meeting", end.intake().meeting().orElseThrow().value()).put("rules", Meeting.RULES)
                .put("rehearsal", end.intake().meeting().orElseThrow().rehearsal())
                .maybe("title", about.map(Item.Description::title)).maybe("organizer", about.map(Item.Description::organizer))
                .orNull("sealedAt", end.ending().sealedAt(), Json.Num::new).put("edition", end.ending().edition())
                .put("lines", facts.size()).put("files", new Json.Obj(lines)).end();
    }

    /** The lines as they stand in the file. */
    public static byte[] bytes(List<Json.Obj> lines) {
        var out = new ByteArrayOutputStream();
        for (var line : lines) {
            out.writeBytes(CanonicalJson.bytes(line));
            out.write('\n');
        }
        return out.toByteArray();
    }
}
