package conclave.exchange;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a document may be: told by its first bytes, before a child process opens it. */
public enum Scanned {
    PDF("pdf", "255044462d"),
    JPEG("jpg", "ffd8ff"),
    PNG("png", "89504e470d0a1a0a"),
    TIFF("tif", "49492a00", "4d4d002a"),
    DOCX("docx", "504b0304"),
    XLSX("xlsx", "504b0304"),
    DOC("doc", "d0cf11e0a1b11ae1"),
    XLS("xls", "d0cf11e0a1b11ae1");

    /** So many bytes tell which it is. */
    public static final int START = 8;

    private final String ending;
    private final List<byte[]> starts;

    Scanned(String ending, String... starts) {
        this.ending = ending;
        this.starts = Arrays.stream(starts).map(HexFormat.of()::parseHex).toList();
    }

    /** Behind the dot of its name in a package. */
    public String ending() {
        return ending;
    }

    public static Optional<Scanned> of(byte[] start, int length) {
        return Arrays.stream(values()).filter(kind -> kind.begins(start, length)).findFirst();
    }

    /** Office files of one time begin alike: of those its name tells which it is. */
    public static Optional<Scanned> of(byte[] start, int length, String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.begins(start, length) && small.endsWith("." + kind.ending)).findFirst().or(() -> of(start, length));
    }

    /** Has no pages before it is printed. */
    public boolean isOffice() {
        return compareTo(DOCX) >= 0;
    }

    private boolean begins(byte[] bytes, int length) {
        return starts.stream().anyMatch(start -> length >= start.length && Arrays.equals(start, 0, start.length, bytes, 0, start.length));
    }

    /** A name that promises another kind than the bytes are. */
    static void check(String path, byte[] start, int length, Findings findings) {
        for (var kind : values()) {
            if (!path.endsWith("." + kind.ending) || kind.begins(start, length)) continue;
            findings.error(kind == PDF ? "not-a-pdf" : kind.isOffice() ? "not-the-office-file-it-says" : "not-the-picture-it-says", "file", path);
        }
    }
}
