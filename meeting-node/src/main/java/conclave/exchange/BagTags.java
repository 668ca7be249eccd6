package conclave.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What the two small tag files say: the version and encoding of the bag, and how much should be in it. */
final class BagTags {

    private static final Pattern VERSION = Pattern.compile("BagIt-Version: (1\\.0|0\\.97)");
    private static final String ENCODING = "Tag-File-Character-Encoding: ";
    private static final Pattern LABELLED = Pattern.compile("([^\\s:][^:]*):(.*)");
    private static final Pattern OXUM = Pattern.compile("\\s*([0-9]{1,18})\\.([0-9]{1,9})\\s*");

    private final Findings findings;

    BagTags(Findings findings) {
        this.findings = findings;
    }

    /** Two lines and nothing else; a mark of the byte order before them is something else. */
    void checkDeclaration(byte[] bytes) {
        var lines = lines(bytes);
        if (lines.size() != 2 || !VERSION.matcher(lines.getFirst()).matches() || !lines.getLast().startsWith(ENCODING)) {
            findings.error("bagit-version-unknown", "file", BagNames.DECLARATION);
        } else if (!lines.getLast().substring(ENCODING.length()).equalsIgnoreCase("UTF-8")) {
            findings.error("bag-encoding-refused", "file", BagNames.DECLARATION, "expected", "UTF-8");
        }
    }

    /** Labels with values, which may go on in lines that begin with a blank. Only one of them is held against the bag. */
    void checkInfo(byte[] bytes, Collection<PayloadFile> payload) {
        var oxums = new ArrayList<String>();
        var lines = lines(bytes);
        var readable = isUtf8(bytes);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var labelled = LABELLED.matcher(line);
            var goesOn = i > 0 && (line.startsWith(" ") || line.startsWith("\t"));
            if (!readable || !goesOn && !labelled.matches() || line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                findings.error("bag-info-malformed", "file", BagNames.INFO, "line", Integer.toString(i + 1));
            } else if (!goesOn && labelled.group(1).strip().equalsIgnoreCase("Payload-Oxum")) {
                oxums.add(labelled.group(2));
            }
        }
        if (!oxums.isEmpty()) checkOxum(oxums, payload);
    }

    private void checkOxum(List<String> oxums, Collection<PayloadFile> payload) {
        var oxum = OXUM.matcher(oxums.getFirst());
        if (oxums.size() > 1 || !oxum.matches()) {
            findings.error("bag-oxum-malformed", "file", BagNames.INFO);
            return;
        }
        long bytes = payload.stream().mapToLong(PayloadFile::bytes).sum();
        if (Long.parseLong(oxum.group(1)) != bytes || Long.parseLong(oxum.group(2)) != payload.size()) {
            findings.error("bag-oxum-differs", "file", BagNames.INFO, "found", bytes + "." + payload.size());
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).isEmpty() == (bytes.length == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static List<String> lines(byte[] bytes) {
        var all = new ArrayList<String>();
        var lines = new BagManifest.Lines(bytes);
        for (var line = lines.next(); line != null && all.size() <= 10_000; line = lines.next()) all.add(line);
        return all;
    }
}
