package conclave.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file that opens key boxes, a line for each box: on a stick, or handed over by systemd. Only read at the start; the stick
 * may be pulled then.
 */
public final class KeyStick {

    private static final Pattern LINE = Pattern.compile("conclave-key/1 ([0-9a-f]{32}) ([0-9a-f]{64}) ([0-9a-f]{8})");
    private static final long LARGEST = 64 << 10;
    private static final int CHECK_BYTES = 4;

    private KeyStick() {
    }

    /** What opens one box. */
    public record Content(String box, byte[] key) {

        public static Content fresh() {
            return new Content(HexFormat.of().formatHex(RandomIds.bytes(16)), RandomIds.bytes(Secret.BYTES));
        }

        @Override
        public String toString() {
            return "Content(" + box + ", not shown)";
        }
    }

    /** Adds a line for a box; the other lines stay, because one stick may serve all nodes of a kit. */
    public static void add(Path file, Content content) throws IOException {
        var before = Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
        var body = content.box() + " " + HexFormat.of().formatHex(content.key());
        OwnerFiles.write(file, (before + "conclave-key/1 " + body + " " + check(body) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty where the file is not there; {@link Unusable} where it is damaged or opens other boxes only. */
    public static Optional<byte[]> keyFor(String box, Path file) throws IOException {
        if (!Files.isRegularFile(file)) return Optional.empty();
        if (Files.size(file) > LARGEST) throw damaged(file);
        for (var line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
            var parts = LINE.matcher(line.strip());
            if (!parts.matches() || !check(parts.group(1) + " " + parts.group(2)).equals(parts.group(3))) throw damaged(file);
            if (parts.group(1).equals(box)) return Optional.of(HexFormat.of().parseHex(parts.group(2)));
        }
        throw new Unusable("key.stick-other", "The stick " + file + " opens other boxes, not this one.", "file", file.toString());
    }

    private static String check(String body) {
        var digest = Digests.sha256(("conclave key stick 1\0" + body).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, CHECK_BYTES));
    }

    private static Unusable damaged(Path file) {
        return new Unusable("key.stick-damaged", "The stick's file " + file + " is damaged.", "file", file.toString());
    }
}
