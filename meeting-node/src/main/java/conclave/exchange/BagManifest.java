package conclave.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The lines of a manifest. Tools write them differently (LF, CRLF or CR; small or capital digits; one blank, two or a tab; a star or
 * {@code ./} before the path), and each form is read, but only one form in one file: a space that somebody changed goes on being noticed.
 */
final class BagManifest {

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{2,128})([ \t]+\\*?(?:\\./)?)([A-Za-z0-9_-][!-~]*)");

    private final String name;
    private final int digits;
    private final Findings findings;
    private final TreeMap<String, byte[]> lines = new TreeMap<>();
    private String separator = "";
    private boolean small;
    private boolean capital;

    private BagManifest(String name, int digits, Findings findings) {
        this.name = name;
        this.digits = digits;
        this.findings = findings;
    }

    /** Path and hash; what is wrong with a line becomes a finding with its number. */
    static TreeMap<String, byte[]> read(String name, byte[] bytes, int digits, Findings findings) {
        var manifest = new BagManifest(name, digits, findings);
        int number = 0;
        var lines = new Lines(bytes);
        for (var line = lines.next(); line != null; line = lines.next()) manifest.take(line, ++number);
        return manifest.lines;
    }

    private void take(String line, int number) {
        var parts = LINE.matcher(line);
        if (!parts.matches() || parts.group(1).length() != digits || !BagNames.safe(parts.group(3)) || !sameForm(parts.group(1), parts.group(2))) {
            findings.error("manifest-line-malformed", "file", name, "line", Integer.toString(number));
        } else if (lines.put(parts.group(3), HexFormat.of().parseHex(parts.group(1))) != null) {
            findings.error("manifest-line-twice", "file", name, "line", Integer.toString(number));
        }
    }

    private boolean sameForm(String hex, String between) {
        if (separator.isEmpty()) separator = between;
        small |= !hex.equals(hex.toUpperCase(Locale.ROOT));
        capital |= !hex.equals(hex.toLowerCase(Locale.ROOT));
        return separator.equals(between) && !(small && capital);
    }

    /** Cuts at the kind of line end that comes first; one of another kind then stands in the midst of a line, where it does not belong. */
    static final class Lines {
        private final byte[] bytes;
        private final String end;
        private int at;

        Lines(byte[] bytes) {
            this.bytes = bytes;
            int first = 0;
            while (first < bytes.length && bytes[first] != '\n' && bytes[first] != '\r') first++;
            if (first == bytes.length || bytes[first] == '\n') end = "\n";
            else end = first + 1 < bytes.length && bytes[first + 1] == '\n' ? "\r\n" : "\r";
        }

        /** Null behind the last; the last may lack its end. */
        String next() {
            if (at == bytes.length) return null;
            int stop = at;
            while (stop < bytes.length && !endsAt(stop)) stop++;
            var line = new String(bytes, at, stop - at, StandardCharsets.UTF_8);
            at = Math.min(bytes.length, stop + end.length());
            return line;
        }

        private boolean endsAt(int place) {
            return bytes[place] == end.charAt(0) && (end.length() == 1 || place + 1 < bytes.length && bytes[place + 1] == '\n');
        }
    }
}
