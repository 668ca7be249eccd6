package conclave.document.screen;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * 识别: finds in a text what says who somebody is: what a dictionary knows and what patterns with checks show. Made once for a
 * dictionary, used for any number of texts and by any number of threads. Time grows with the text only, memory not at all.
 */
public final class Sieve {

    /** Takes hits as they come; what stands there may be looked at meanwhile and is not kept. */
    public interface Taker {
        void take(Hit hit, CharSequence words);
    }

    /** A word of the dictionary whole, a piece of one that may be misread, or a word that announces something. */
    private record Sought(Term term, int piece, int pieceLength, MarkWords.Word mark) {
    }

    private final boolean fromPictures;
    private final List<Sought> sought = new ArrayList<>();
    private final Automaton automaton;
    private final KnownNumbers numbers;
    private final List<LocalDate> births;

    private Sieve(List<Known> dictionary, boolean fromPictures) {
        this.fromPictures = fromPictures;
        var words = new ArrayList<int[]>();
        for (var mark : MarkWords.ALL) add(words, new Sought(null, 0, 0, mark), mark.signs());
        births = dictionary.stream().filter(known -> known.kind() == Kind.BIRTH).flatMap(known -> Births.date(known.text()).stream()).distinct().toList();
        births.forEach(birth -> Births.inCharacters(birth).forEach(term -> seek(words, term)));
        for (var known : dictionary) Terms.of(known).forEach(term -> seek(words, term));
        automaton = new Automaton(words);
        numbers = new KnownNumbers(dictionary, fromPictures);
    }

    /** For texts that are what somebody typed. */
    public static Sieve of(List<Known> dictionary) {
        return new Sieve(dictionary, false);
    }

    /** For texts that a machine has read from pictures: also what differs by a sign or two. */
    public static Sieve forPictures(List<Known> dictionary) {
        return new Sieve(dictionary, true);
    }

    private void seek(List<int[]> words, Term term) {
        add(words, new Sought(term, 0, term.length(), null), term.signs());
        int tolerated = fromPictures ? term.tolerance() : 0;
        if (tolerated == 0) return;
        int at = 0;
        for (var piece : term.pieces(tolerated)) {
            add(words, new Sought(term, at, piece.length, null), piece);
            at += piece.length;
        }
    }

    private void add(List<int[]> words, Sought what, int[] signs) {
        sought.add(what);
        words.add(signs);
    }

    /** In the order of the text, none overlapping; offsets count code points. */
    public List<Hit> screen(String text) {
        var hits = new ArrayList<Hit>();
        try (var reader = new StringReader(text)) {
            Windows.over(reader, Math.clamp(text.length() + 1, 4096, Windows.WIDTH), this::sift, (hit, _) -> hits.add(hit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(hits);
    }

    /** The same for a text of any length, in hits as they come. */
    public void screen(Reader text, Taker found) throws IOException {
        Windows.over(text, Windows.WIDTH, this::sift, found);
    }

    /** Reads and folds and does nothing more: what recognition of any kind is held against. @return how many signs there are to compare */
    public static long fold(Reader text) throws IOException {
        var signs = new long[1];
        Windows.over(text, Windows.WIDTH, (window, end) -> {
            signs[0] += Folded.of(window, end).length();
            return List.of();
        }, (_, _) -> { });
        return signs[0];
    }

    /** All hits of one stretch as they were met, in UTF-16 units. */
    List<Hit> sift(char[] text, int end) {
        var stretch = new Stretch(text, end, fromPictures);
        automaton.run(stretch.folded().raw(), stretch.folded().length(), (word, last) -> met(stretch, sought.get(word), last));
        numbers.find(stretch);
        Births.find(stretch, births);
        Patterns.find(stretch);
        return stretch.sighted().hits();
    }

    private void met(Stretch text, Sought what, int last) {
        var folded = text.folded();
        if (what.mark() != null) {
            if (MarkWords.stands(what.mark(), folded, last)) text.marks().add(what.mark().mark(), folded.to(last));
        } else if (what.pieceLength() == what.term().length()) {
            var term = what.term();
            if (term.standsAt(folded, last)) found(text, term, last - term.length() + 1, last, 0);
        } else {
            misread(text, what, last);
        }
    }

    private void misread(Stretch text, Sought what, int last) {
        var term = what.term();
        int k = term.tolerance();
        int from = Math.max(0, last - what.pieceLength() + 1 - what.piece() - k);
        int to = Math.min(text.folded().length(), last + 1 + term.length() - what.piece() - what.pieceLength() + k);
        var found = Fuzzy.find(term.signs(), text.folded().raw(), from, to, k);
        if (found == null || found.distance() == 0) return;
        boolean wide = text.folded().to(found.to() - 1) - text.folded().from(found.from()) > 3 * term.length() + Gap.LONGEST;
        if (!wide && term.free(text.folded(), found.from(), found.to() - 1)) found(text, term, found.from(), found.to() - 1, found.distance());
    }

    private static void found(Stretch text, Term term, int first, int last, int distance) {
        text.sighted().add(term.kind(), text.fromMarks(text.folded().from(first)), text.toMarks(text.folded().to(last)), Math.max(1, term.confidence() - 12 * distance), term.near());
    }
}
