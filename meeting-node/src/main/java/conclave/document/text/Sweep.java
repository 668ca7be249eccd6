package conclave.document.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.function.IntPredicate;

/**
 * Collects what looks like writing from bytes whose format nobody here reads: old office files, signatures, whatever
 * stands behind the end of a file. Order and completeness are luck; that something stands there is what counts.
 */
final class Sweep {

    private static final int LEAST_WIDE = 2;
    private static final int LEAST_NARROW = 4;
    private static final int LEAST_AMONG_PIXELS = 6;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ByteBuffer bytes;
    private final int most;
    private final StringBuilder text = new StringBuilder();

    private Sweep(ByteBuffer bytes, int most) {
        this.bytes = bytes;
        this.most = most;
    }

    /** Words of two bytes a letter, as old office programs keep them, then words of one byte, UTF-8 or GB18030. */
    static String of(ByteBuffer bytes, int mostCharacters) {
        var sweep = new Sweep(bytes, mostCharacters);
        sweep.wide(0);
        sweep.wide(1);
        sweep.narrow(LEAST_NARROW, true);
        return sweep.text.toString();
    }

    /** Only words of one byte a letter that are words in their whole length: pixels make words of all other kinds by chance. */
    static String amongPixels(ByteBuffer bytes, int mostCharacters) {
        var sweep = new Sweep(bytes, mostCharacters);
        sweep.narrow(LEAST_AMONG_PIXELS, false);
        return sweep.text.toString();
    }

    private void wide(int from) {
        var word = new StringBuilder();
        int letters = 0;
        for (int at = from; at + 1 < bytes.limit() && text.length() < most; at += 2) {
            char letter = (char) (bytes.get(at) & 0xff | (bytes.get(at + 1) & 0xff) << 8);
            if (isWide(letter)) {
                word.append(letter);
                if (Character.isLetterOrDigit(letter)) letters++;
                continue;
            }
            keep(word, letters, LEAST_WIDE);
            letters = 0;
        }
        keep(word, letters, LEAST_WIDE);
    }

    private void narrow(int least, boolean halfWords) {
        int start = 0;
        for (int at = 0; at <= bytes.limit() && text.length() < most; at++) {
            if (at < bytes.limit() && isNarrow(bytes.get(at) & 0xff)) continue;
            if (at - start >= least) {
                var word = new byte[Math.min(at - start, most)];
                bytes.get(start, word);
                var said = PlainText.of(ByteBuffer.wrap(word)).orElseGet(() -> halfWords ? new String(word, GB18030) : "");
                keep(new StringBuilder(said), count(said, Character::isLetterOrDigit), least);
            }
            start = at + 1;
        }
    }

    private void keep(StringBuilder word, int letters, int least) {
        if (letters >= least) text.append(word, 0, Math.min(word.length(), Math.max(0, most - text.length()))).append('\n');
        word.setLength(0);
    }

    private static int count(String said, IntPredicate what) {
        return (int) said.codePoints().filter(what).count();
    }

    private static boolean isWide(char letter) {
        return letter >= 0x20 && letter < 0x7F || letter >= 0xB7 && letter < 0x250 || letter >= 0x600 && letter < 0x700
                || letter >= 0x2010 && letter < 0x2030 || letter >= 0x3000 && letter < 0x3130 || letter >= 0x3400 && letter < 0xA000
                || letter >= 0xFB50 && letter < 0xFDFF || letter >= 0xFE70 && letter < 0xFFF0 || Character.isSurrogate(letter);
    }

    private static boolean isNarrow(int letter) {
        return letter >= 0x20 && letter != 0x7F && letter != 0xFF;
    }
}
