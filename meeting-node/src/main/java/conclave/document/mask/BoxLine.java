package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Kind;
import java.util.EnumSet;

/** {@code 7 NAME 1200 300 2400 420}: a page, what for, left, top, right, bottom. */
record BoxLine(String page, MaskBox box) {

    private static final int WORDS = 6;

    static BoxLine read(String text, int line, Code otherwise) throws MaskTrouble {
        var words = text.split(" ", WORDS + 1);
        if (words.length != WORDS) throw new MaskTrouble(otherwise, line);
        var kind = EnumSet.allOf(Kind.class).stream().filter(one -> one.name().equals(words[1])).findFirst()
                .orElseThrow(() -> new MaskTrouble(otherwise, line));
        var edges = new int[4];
        for (int i = 0; i < edges.length; i++) {
            // Signs and leading zeros would give one place several spellings; what is far off the page is still told as that.
            if (!words[i + 2].matches("0|-?[1-9][0-9]{0,8}")) throw new MaskTrouble(otherwise, line);
            edges[i] = Integer.parseInt(words[i + 2]);
        }
        try {
            return new BoxLine(words[0], MaskBox.of(kind, edges[0], edges[1], edges[2], edges[3]));
        } catch (MaskTrouble e) {
            throw new MaskTrouble(e.code(), line);
        }
    }
}
