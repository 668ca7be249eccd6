package conclave.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Words in place of bytes, for two people or a person and a card to compare: eight bits each, four for a seat card.
 * The lists are part of what was printed: they never change, a better list would be a second one.
 */
public final class Words {

    public static final Words CHINESE = new Words("words_zh_CN.txt");
    public static final Words ENGLISH = new Words("words_en.txt");

    private static final int COUNT = 256;

    private final List<String> list;

    private Words(String resource) {
        list = read(resource);
        if (list.size() != COUNT) throw new IllegalStateException(resource + " must hold 256 words, not " + list.size());
    }

    /** One word for each of the first bytes. */
    public List<String> of(byte[] bytes, int count) {
        var words = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) words.add(list.get(bytes[i] & 0xff));
        return List.copyOf(words);
    }

    /** Four words that depend on the whole text and tell nothing about it. */
    public List<String> fourFor(String text) {
        return of(Digests.sha256("conclave words 1\0".getBytes(StandardCharsets.US_ASCII),
                text.getBytes(StandardCharsets.UTF_8)), 4);
    }

    private static List<String> read(String resource) {
        try (var in = Words.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("the program lacks its file " + resource);
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+"));
        } catch (IOException e) {
            throw new IllegalStateException("the program cannot read its file " + resource, e);
        }
    }
}
