package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the platform answers to a result, item by item. Not an expert's receipt: that one proves a line, this one asks for more.
 *
 * @param result SHA-256 of the result's {@code manifest-sha256.txt}, hex: which of several results it answers
 * @param number the first answer is 1; each says only what is new
 * @param at     as the platform's clock says, in milliseconds
 */
public record PlatformReceipt(String meeting, String result, long number, String by, long at, List<Line> lines) {

    public static final String FORMAT = "conclave-platform-receipt/1";
    public static final int LARGEST = 64 << 20;

    public enum Answer { ACCEPTED, REFUSED, RESEND }

    /** @param reason must be there where something is refused */
    public record Line(String item, Answer answer, Optional<String> reason) {

        private Json json() {
            return new JsonFields().put("item", item).put("answer", Codec.name(answer)).maybe("reason", reason).end();
        }

        private static Line of(Json json) {
            if (!(json instanceof Json.Obj line)) throw new BadJson("not a line");
            var reason = line.get("reason") instanceof Json.Null ? Optional.<String>empty() : Optional.of(line.text("reason"));
            var answer = List.of(Answer.values()).stream().filter(one -> Codec.name(one).equals(line.text("answer"))).findFirst()
                    .orElseThrow(() -> new BadJson("an unknown answer"));
            if (answer == Answer.REFUSED && reason.filter(text -> !text.isBlank()).isEmpty()) throw new BadJson("refused without a reason");
            return new Line(line.text("item"), answer, reason);
        }
    }

    public PlatformReceipt {
        lines = List.copyOf(lines);
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(new JsonFields().put("format", FORMAT).put("meeting", meeting).put("result", result).put("number", number)
                .put("by", by).put("at", at).list("items", lines, Line::json).end());
    }

    /** Throws {@link BadJson} for whatever is none. */
    public static PlatformReceipt read(byte[] bytes) {
        if (bytes.length > LARGEST) throw new BadJson("too long");
        var json = CanonicalJson.readObject(bytes);
        if (!json.text("format").equals(FORMAT)) throw new BadJson("not a platform's receipt of a known format");
        var lines = new ArrayList<Line>();
        for (var line : json.list("items")) lines.add(Line.of(line));
        return new PlatformReceipt(json.text("meeting"), json.text("result"), json.number("number"), json.text("by"), json.number("at"), lines);
    }
}
