package conclave.document;

import conclave.document.NotAPortfolio.Aside;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 备页采用情况: what became of the prepared pages that came with a package.
 *
 * @param aside files of which nothing, or not all, was taken: made anew here
 */
public record TakenOver(int files, long pages, SortedMap<Aside, Integer> aside) {

    public TakenOver {
        aside = Collections.unmodifiableSortedMap(new TreeMap<>(aside));
    }

    /** A package without any is nothing to speak of. */
    public boolean any() {
        return files > 0 || !aside.isEmpty();
    }

    byte[] toBytes() {
        var text = new StringBuilder().append(files).append(' ').append(pages).append('\n');
        aside.forEach((why, times) -> text.append(why).append(' ').append(times).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty where another version wrote it. */
    static Optional<TakenOver> read(byte[] bytes) {
        try {
            var lines = new String(bytes, StandardCharsets.US_ASCII).split("\n");
            var first = lines[0].split(" ");
            var aside = new TreeMap<Aside, Integer>();
            for (int i = 1; i < lines.length; i++) aside.put(Aside.valueOf(lines[i].split(" ")[0]), Integer.valueOf(lines[i].split(" ")[1]));
            return Optional.of(new TakenOver(Integer.parseInt(first[0]), Long.parseLong(first[1]), aside));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }
}
