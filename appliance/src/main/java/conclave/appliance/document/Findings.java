package conclave.appliance.document;

import conclave.codec.CanonicalJson;
import conclave.codec.JsonFields;
import conclave.document.ocr.Doubt;
import conclave.document.screen.Hit;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Prints hits as they come, to people or to programs, and counts. Values only where somebody asked for them. */
final class Findings {

    /** Where in a file: a page of it in one of its orders of reading, or a place that nobody sees. */
    record Spot(String file, int page, int order, Optional<String> place) {
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean values;
    private long found;
    private long near;
    private long unscreened;
    private long files;

    Findings(PrintWriter out, PrintWriter err, boolean json, boolean values) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.values = values;
    }

    void begin() {
        if (json) out.print("[");
    }

    void file() {
        files++;
    }

    void hit(Spot spot, Hit hit, CharSequence words) {
        if (json) {
            out.print(found == 0 ? "\n" : ",\n");
            out.print(CanonicalJson.text(fields(spot, hit, words).end()));
        } else {
            out.println(spot.file() + "  " + spot.place().map(place -> "[" + place + "] ").orElse("")
                    + (spot.page() > 0 ? "第 " + spot.page() + " 页 " : "") + hit.start() + "–" + hit.end()
                    + "  " + KindWords.chinese(hit.kind()) + " " + KindWords.word(hit.kind()) + "  " + hit.confidence()
                            + (hit.near() ? "  存疑 near" : "")
                    + (values ? "  " + shown(words) : ""));
        }
        found++;
        if (hit.near()) near++;
    }

    private JsonFields fields(Spot spot, Hit hit, CharSequence words) {
        var fields = new JsonFields().put("file", whole(spot.file())).put("page", spot.page()).put("kind", KindWords.word(hit.kind()))
                .put("start", hit.start()).put("end", hit.end())
                .put("confidence", hit.confidence()).put("near", hit.near());
        if (spot.order() > 1) fields.put("order", spot.order());
        spot.place().ifPresent(place -> fields.put("place", place));
        if (values) fields.put("value", whole(words.toString()));
        return fields;
    }

    /** Half a character cannot be written. */
    private static String whole(String text) {
        return text.codePoints().map(c -> c >= 0xd800 && c < 0xe000 ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String shown(CharSequence words) {
        return words.toString().replaceAll("\\s+", " ");
    }

    /** Goes to stderr either way; the list on stdout holds hits and nothing else. */
    void unscreened(String file, int page, Unscreened why, String detail) {
        unscreened(file, page, why.chinese(), why.english(), why.code() + (detail.isEmpty() ? "" : " " + detail));
    }

    void unsure(String file, int page, Doubt doubt) {
        unscreened(file, page, doubt.chinese(), doubt.english(), "screen.unsure " + doubt.name().toLowerCase(Locale.ROOT));
    }

    private void unscreened(String file, int page, String chinese, String english, String code) {
        unscreened++;
        err.println("✗ " + file + (page > 0 ? " 第 " + page + " 页" : "") + "：" + chinese);
        err.println("  " + english + " (" + code + ")");
    }

    void end() {
        if (json) {
            out.println(found == 0 ? "]" : "\n]");
        } else {
            out.println("共 " + files + " 个文件，发现 " + (found - near) + " 处" + (near > 0 ? "，另有 " + near + " 处存疑" : "")
                    + (unscreened > 0 ? "，" + unscreened + " 项没有筛查" : "") + "。"
                    + files + " files, " + (found - near) + " found, " + near + " near, " + unscreened + " not screened.");
        }
        out.flush();
    }

    boolean whole() {
        return unscreened == 0;
    }

    boolean clean() {
        return found == 0;
    }
}
