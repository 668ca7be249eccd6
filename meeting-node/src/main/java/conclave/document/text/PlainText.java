package conclave.document.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Bytes as text, in the codings that offices use: UTF-8, UTF-16 by its mark, GB18030. */
final class PlainText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private PlainText() {
    }

    /** Only what is text in its whole length. */
    static Optional<String> of(ByteBuffer bytes) {
        if (begins(bytes, 0xFF, 0xFE)) return decoded(bytes, StandardCharsets.UTF_16LE, 2);
        if (begins(bytes, 0xFE, 0xFF)) return decoded(bytes, StandardCharsets.UTF_16BE, 2);
        int mark = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return List.of(StandardCharsets.UTF_8, GB18030).stream().flatMap(charset -> decoded(bytes, charset, mark).stream()).findFirst();
    }

    /** As good as it can be had: what no coding explains stands for itself, byte by byte. */
    static String guessed(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes)).or(() -> of(withoutZeros(bytes))).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static ByteBuffer withoutZeros(byte[] bytes) {
        var kept = ByteBuffer.allocate(bytes.length);
        for (byte one : bytes) {
            if (one != 0) kept.put(one);
        }
        return kept.flip();
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset, int mark) {
        try {
            var text = charset.newDecoder().decode(bytes.slice(mark, bytes.limit() - mark)).toString();
            return text.chars().limit(100_000).anyMatch(PlainText::isNeverWritten) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isNeverWritten(int letter) {
        return letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f' && letter != 0x1B || letter == 0x7F;
    }

    private static boolean begins(ByteBuffer bytes, int... wanted) {
        if (bytes.limit() < wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes.get(i) & 0xff) != wanted[i]) return false;
        }
        return true;
    }
}
