package conclave.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines before the pictures, from whoever sent them: each and all together of bounded length. */
final class HeadLines {

    private static final int LONGEST = 1_000;
    private static final int MOST = 24 << 20;

    private final InputStream in;
    private int left = MOST;

    HeadLines(InputStream in) {
        this.in = in;
    }

    String next() throws NotAPortfolio, IOException {
        var line = new ByteArrayOutputStream(100);
        for (int each = one(); each != '\n'; each = one()) {
            if (line.size() == LONGEST || each < ' ' || each > '~') throw new NotAPortfolio("a line that is none");
            line.write(each);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    /** What follows a word and a blank. */
    String after(String word) throws NotAPortfolio, IOException {
        var line = next();
        if (!line.startsWith(word + " ")) throw new NotAPortfolio("no line of " + word);
        return line.substring(word.length() + 1);
    }

    int number(String word, int most) throws NotAPortfolio, IOException {
        return number(after(word), 0, most, word);
    }

    /** Read as it is written, without signs and leading zeros. */
    static int number(String text, int least, int most, String what) throws NotAPortfolio {
        boolean so = text.matches("0|[1-9][0-9]{0,8}");
        int number = so ? Integer.parseInt(text) : -1;
        if (number < least || number > most) throw new NotAPortfolio("not a number of " + what);
        return number;
    }

    byte[] raw(int length) throws NotAPortfolio, IOException {
        if (length > left) throw new NotAPortfolio("too much before the pictures");
        left -= length;
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new NotAPortfolio("it breaks off");
        return bytes;
    }

    private int one() throws NotAPortfolio, IOException {
        if (left-- == 0) throw new NotAPortfolio("too much before the pictures");
        int each = in.read();
        if (each < 0) throw new NotAPortfolio("it breaks off");
        return each;
    }
}
