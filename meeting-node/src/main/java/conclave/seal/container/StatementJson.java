package conclave.seal.container;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A statement as JSON and back: one form, no field too many, every length bounded. */
final class StatementJson {

    static final int LARGEST = 64 << 10;
    private static final String FORMAT = "conclave-package/1";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";
    private static final String SHA = "[0-9a-f]{64}";
    private static final int MOST_RECIPIENTS = 32;
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> FIELDS = new TreeSet<>(List.of("format", "meeting", "notAfter", "notBefore", "packageId", "predecessor",
            "profile", "purpose", "recipients", "sequence", "tool", "type", "volumes"));

    /** Written where it is said, and never empty: a statement without it has the bytes that it always had. */
    private static final String FROZEN = "frozen";

    private StatementJson() {
    }

    static byte[] bytes(Statement s) {
        var fields = new JsonFields();
        s.frozen().ifPresent(at -> fields.put(FROZEN, at.toString()));
        return CanonicalJson.bytes(fields.put("format", FORMAT).put("meeting", s.meeting()).put("notAfter", s.notAfter().toString())
                .put("notBefore", s.notBefore().toString()).put("packageId", s.packageId()).maybe("predecessor", s.predecessor())
                .put("profile", s.profile().word()).put("purpose", s.purpose()).list("recipients", s.recipients(), Json.Str::new)
                .put("sequence", s.sequence()).put("tool", s.tool()).put("type", s.type().word())
                .list("volumes", s.volumes(), StatementJson::volume).end());
    }

    static Statement read(byte[] bytes) throws Refused {
        if (bytes.length > LARGEST) throw Refused.because(Reason.STATEMENT_FORM, "field", "size");
        try {
            var json = CanonicalJson.readObject(bytes);
            if (!Arrays.equals(CanonicalJson.bytes(json), bytes)) throw Refused.because(Reason.STATEMENT_FORM, "field", "canonical");
            return statement(json);
        } catch (BadJson malformed) {
            throw Refused.because(Reason.STATEMENT_FORM, "field", "json");
        }
    }

    private static Statement statement(Json.Obj json) throws Refused {
        require(json.has("format") && json.get("format") instanceof Json.Str(var format) && format.equals(FORMAT), "format");
        var fields = new TreeSet<>(json.fields().keySet());
        boolean frozen = fields.remove(FROZEN);
        require(fields.equals(FIELDS), "fields");
        var type = PackageType.named(json.text("type")).orElseThrow(() -> wrong("type"));
        var profile = Profile.named(json.text("profile")).orElseThrow(() -> wrong("profile"));
        var from = instant(json, "notBefore");
        var until = instant(json, "notAfter");
        require(!until.isBefore(from), "notAfter");
        require(json.number("sequence") >= 1, "sequence");
        Optional<String> predecessor = json.get("predecessor") == Json.Null.NULL ? Optional.empty() : Optional.of(matching(json, "predecessor", ID));
        return new Statement(type, matching(json, "packageId", ID), json.number("sequence"), predecessor, matching(json, "meeting", ID),
                text(json, "purpose"), from, until, profile, volumes(json, profile), recipients(json), text(json, "tool"),
                frozen ? Optional.of(instant(json, FROZEN)) : Optional.empty());
    }

    private static List<Volume> volumes(Json.Obj json, Profile profile) throws Refused {
        var items = items(json, "volumes");
        require(!items.isEmpty() && items.size() <= VolumeNames.MOST, "volumes");
        var volumes = new ArrayList<Volume>();
        for (var item : items) volumes.add(volume(item, profile));
        var first = volumes.getFirst().name();
        var name = first.endsWith(".mpkg") ? first.substring(0, first.length() - ".mpkg".length()) : "";
        require(VolumeNames.isName(name), "volumes.name");
        for (int i = 0; i < volumes.size(); i++) require(volumes.get(i).name().equals(VolumeNames.of(name, i)), "volumes.name");
        return volumes;
    }

    private static Volume volume(Json item, Profile profile) throws Refused {
        if (!(item instanceof Json.Obj json)) throw wrong("volumes");
        boolean gm = profile == Profile.GM;
        require(json.fields().keySet().equals(new TreeSet<>(gm ? List.of("name", "sha256", "size", "sm3") : List.of("name", "sha256", "size"))), "volumes");
        long size = json.number("size");
        require(size >= 1 && size <= VolumeNames.LARGEST_SIZE, "volumes.size");
        return new Volume(json.text("name"), size, matching(json, "sha256", SHA), gm ? Optional.of(matching(json, "sm3", SHA)) : Optional.empty());
    }

    private static Json volume(Volume volume) {
        var fields = new JsonFields().put("name", volume.name()).put("sha256", volume.sha256()).put("size", volume.size());
        if (volume.sm3().isPresent()) fields.put("sm3", volume.sm3().get());
        return fields.end();
    }

    private static List<String> recipients(Json.Obj json) throws Refused {
        var recipients = new ArrayList<String>();
        for (var item : items(json, "recipients")) {
            require(item instanceof Json.Str(var print) && print.matches(SHA) && !recipients.contains(print), "recipients");
            recipients.add(((Json.Str) item).value());
        }
        require(recipients.size() <= MOST_RECIPIENTS, "recipients");
        return recipients;
    }

    private static List<Json> items(Json.Obj json, String field) throws Refused {
        if (json.get(field) instanceof Json.Arr array) return array.items();
        throw wrong(field);
    }

    /** For people, on one line. */
    private static String text(Json.Obj json, String field) throws Refused {
        var text = json.text(field);
        require(!text.isBlank() && text.length() <= LONGEST_TEXT && text.codePoints().noneMatch(StatementJson::steers), field);
        return text;
    }

    private static boolean steers(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String matching(Json.Obj json, String field, String form) throws Refused {
        var text = json.text(field);
        require(text.matches(form), field);
        return text;
    }

    private static Instant instant(Json.Obj json, String field) throws Refused {
        try {
            var time = Instant.parse(json.text(field));
            require(time.toString().equals(json.text(field)) && time.getNano() == 0, field);
            return time;
        } catch (DateTimeException notATime) {
            throw wrong(field);
        }
    }

    private static void require(boolean holds, String field) throws Refused {
        if (!holds) throw wrong(field);
    }

    private static Refused wrong(String field) {
        return Refused.because(Reason.STATEMENT_FIELD, "field", field);
    }
}
