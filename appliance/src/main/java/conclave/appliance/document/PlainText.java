package conclave.appliance.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that are text and nothing else, of any length: UTF-8, UTF-16 and GB18030, by their mark or by what all of their bytes
 * are valid in.
 *
 * @param mark bytes before the text
 * @param whole whether every byte belongs to a character
 */
record PlainText(Charset charset, int mark, boolean whole) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEAD = 4096;
    /** Bytes that no text has; a few come from old printers. */
    private static final int MOST_CONTROLS = 2;

    /** Empty: no text. */
    static Optional<PlainText> of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (starts(head, 0xef, 0xbb, 0xbf)) return Optional.of(new PlainText(StandardCharsets.UTF_8, 3, valid(file, StandardCharsets.UTF_8)));
        if (starts(head, 0xff, 0xfe)) return Optional.of(new PlainText(StandardCharsets.UTF_16LE, 2, valid(file, StandardCharsets.UTF_16LE)));
        if (starts(head, 0xfe, 0xff)) return Optional.of(new PlainText(StandardCharsets.UTF_16BE, 2, valid(file, StandardCharsets.UTF_16BE)));
        if (known(head)) return Optional.empty();
        var wide = wide(head);
        if (wide.isPresent()) return Optional.of(new PlainText(wide.get(), 0, valid(file, wide.get())));
        if (controls(head) > MOST_CONTROLS) return Optional.empty();
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (valid(file, charset)) return Optional.of(new PlainText(charset, 0, true));
        }
        // Torn somewhere: what most of it is.
        return controls(head) > 0 ? Optional.empty() : Optional.of(new PlainText(mostly(head), 0, false));
    }

    Reader reader(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) return false;
        }
        return true;
    }

    /** Documents, pictures and archives that happen to begin with letters. */
    private static boolean known(byte[] head) {
        var text = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        return text.contains("%PDF-") || text.startsWith("PK\u0003\u0004") || text.startsWith("{\\rtf") || text.startsWith("\u00ff\u00d8\u00ff") || text.startsWith("\u0089PNG")
                || text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("GIF8") || text.startsWith("RIFF") || text.startsWith("\u00d0\u00cf\u0011\u00e0");
    }

    /** UTF-16 without a mark: every second byte of Latin text and of line ends is nought. */
    private static Optional<Charset> wide(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i] == 0 && head[i + 1] != 0) even++;
            if (head[i] != 0 && head[i + 1] == 0) odd++;
        }
        int least = Math.max(1, head.length / 200);
        if (odd >= least && even == 0 && head.length % 2 == 0) return Optional.of(StandardCharsets.UTF_16LE);
        if (even >= least && odd == 0 && head.length % 2 == 0) return Optional.of(StandardCharsets.UTF_16BE);
        return Optional.empty();
    }

    private static int controls(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && "\t\n\r\f\u000b\u001b\b".indexOf(b) < 0 || b == 0x7f) controls++;
        }
        return controls;
    }

    private static Charset mostly(byte[] head) {
        return wrong(head, StandardCharsets.UTF_8) <= wrong(head, GB18030) ? StandardCharsets.UTF_8 : GB18030;
    }

    private static long wrong(byte[] head, Charset charset) {
        return new String(head, charset).chars().filter(c -> c == 0xfffd).count();
    }

    private static boolean valid(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var characters = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = 0; read >= 0;) {
                read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                if (read > 0) bytes.position(bytes.position() + read);
                bytes.flip();
                characters.clear();
                if (decoder.decode(bytes, characters, read < 0).isError()) return false;
                bytes.compact();
            }
            return bytes.position() == 0;
        }
    }
}
