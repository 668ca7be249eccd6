package conclave.document.screen;

import conclave.document.screen.Parts.Script;
import conclave.document.screen.Term.Edges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The forms in which a name is found. Separators make no difference; a name that is written apart is also found turned round
 * and cut off. Only a name of Chinese form (a known surname and one or two characters) has a surname and initials in Latin
 * letters; all others are read as they stand.
 */
final class Names {

    private static final TreeSet<String> SURNAMES = new TreeSet<>(Table.words("surnames.txt"));
    /** What stands where a character could not be written. */
    private static final char BOX = '\u25a1';
    private static final String MISSING = "\u25a1\u3013?*\u25cb\u25a0";

    /** What stands where the dot between the parts of a name could not be. */
    private static final String LOST = "?\ufffd/*\u25a1";

    private final Kind kind;
    private final List<Term> terms = new ArrayList<>();

    private Names(Kind kind) {
        this.kind = kind;
    }

    static List<Term> of(Kind kind, String name) {
        var names = new Names(kind);
        var parts = Parts.of(name);
        if (parts.length() < 2) return List.of();
        switch (parts.script()) {
            case HAN -> names.han(parts);
            case LATIN -> names.latin(parts);
            case ARABIC -> names.arabic(parts);
        }
        return names.terms;
    }

    private void han(Parts name) {
        int[] whole = name.joined();
        add(name, whole.length <= 2 ? 88 : whole.length == 3 ? 93 : 97, false);
        name.reversed().forEach(turned -> add(turned, 90, false));
        if (name.several()) {
            cutOff(name, whole);
            lost(name);
            if (name.parts().size() > 2) add(name.without(1), 92, false);
            // The name alone is another's as well; a shorter one stands in every second text.
            if (name.first().length >= 3) free(name.first(), true, 55);
        }
        missing(whole);
        if (name.several() || split(whole) == 0) read(name);
        else readApart(whole, split(whole));
    }

    /** Fields that are too short: 阿依古丽·买买 is still nobody else. */
    private void cutOff(Parts name, int[] whole) {
        for (int length = name.first().length + 2; length < whole.length; length++) {
            terms.add(seamed(Arrays.copyOf(whole, length), name.seams(), Gap.JOINT, Gap.JOINT, Edges.FREE, false, 85));
        }
    }

    /** Where a system could not write the dot: 阿依古丽?买买提. */
    private void lost(Parts name) {
        for (char sign : LOST.toCharArray()) {
            var parted = new ArrayList<int[]>();
            for (var part : name.parts()) {
                if (!parted.isEmpty()) parted.add(new int[] {sign});
                parted.add(part);
            }
            free(Parts.join(parted), false, 90);
        }
    }

    /** A character outside the basic plane is often a box in somebody else's system; in a scan, any that was hard to read. */
    private void missing(int[] whole) {
        for (int i = 0; i < whole.length && whole.length <= 4; i++) {
            boolean rare = whole[i] >= 0x10000;
            for (char sign : MISSING.toCharArray()) {
                if (whole.length < 3 && (sign < 0x100 || !rare) || !rare && sign != BOX) continue;
                var holed = whole.clone();
                holed[i] = Signs.simple(sign);
                free(holed, true, 60);
            }
        }
    }

    private void free(int[] signs, boolean near, int confidence) {
        terms.add(Term.free(kind, signs, signs.length <= 3 ? Gap.BLANK : Gap.JOINT, near, confidence));
    }

    private void add(Parts name, int confidence, boolean near) {
        if (name.several()) terms.add(seamed(name.joined(), name.seams(), Gap.JOINT, Gap.JOINT | Gap.BRACKET, Edges.FREE, near,
                confidence));
        else free(name.joined(), near, confidence);
    }

    private Term seamed(int[] signs, boolean[] seams, int within, int at, Edges edges, boolean near, int confidence) {
        return new Term(kind, signs, within, Arrays.copyOf(seams, signs.length), at, edges, near, confidence);
    }

    private void latin(Parts name) {
        int letters = name.length();
        boolean weak = letters < 5 || !name.several() && letters < 6;
        word(name, weak);
        name.reversed().forEach(turned -> word(turned, weak));
        if (!name.several()) return;
        if (name.parts().size() > 2) word(name.without(1), false);
        if (name.parts().size() == 2) {
            initials(name.parts().getLast(), new int[] {name.first()[0]});
            initials(name.first(), new int[] {name.parts().getLast()[0]});
        }
    }

    private void word(Parts name, boolean near) {
        terms.add(seamed(name.joined(), name.seams(), Gap.INVISIBLE | Gap.DASH | Gap.QUOTE, Gap.ANY, Edges.WORD, near, near ? 55 : 88));
    }

    /** A. Memet and Memet A.: many people have it, so somebody looks. */
    private void initials(int[] name, int[] initials) {
        if (name.length < 2) return;
        var apart = new ArrayList<int[]>();
        for (int initial : initials) apart.add(new int[] {initial});
        var before = new ArrayList<>(apart);
        before.add(name);
        var behind = new ArrayList<int[]>();
        behind.add(name);
        behind.addAll(apart);
        for (var form : List.of(before, behind)) {
            var parts = new Parts(form, Script.LATIN);
            terms.add(seamed(parts.joined(), parts.seams(), Gap.INVISIBLE, Gap.JOINT | Gap.COMMA, Edges.WORD, true, 50));
        }
    }

    private void arabic(Parts name) {
        var within = Gap.INVISIBLE | Gap.QUOTE;
        boolean weak = name.length() < 4;
        terms.add(seamed(name.joined(), name.seams(), within, Gap.JOINT, Edges.ARABIC, weak, weak ? 50 : 92));
        name.reversed().forEach(turned -> terms.add(seamed(turned.joined(), turned.seams(), within, Gap.JOINT, Edges.ARABIC, false, 88)));
        if (!name.several()) return;
        if (name.parts().size() > 2) terms.add(seamed(name.without(1).joined(), name.without(1).seams(), within, Gap.JOINT,
                Edges.ARABIC, false, 88));
        if (name.first().length >= 4) terms.add(seamed(name.first(), new boolean[name.first().length], within, 0, Edges.ARABIC, true, 55));
    }

    /** How many characters are the surname; zero where the name is not of Chinese form. */
    private static int split(int[] name) {
        if (name.length < 2 || name.length > 4) return 0;
        var begins = new String(name, 0, 2);
        if (name.length > 2 && SURNAMES.contains(begins)) return 2;
        return name.length <= 3 && SURNAMES.contains(new String(name, 0, 1)) ? 1 : 0;
    }

    /** As passports spell it: each part in one word, in the order of the name. */
    private void read(Parts name) {
        for (var reading : Pinyin.of(name.joined())) {
            var syllables = reading.stream().map(Names::signs).toList();
            boolean weak = length(syllables) < 6;
            syllables(syllables, weak);
            if (!name.several()) continue;
            for (var turned : turned(name, syllables)) syllables(turned, weak);
        }
    }

    private static List<List<int[]>> turned(Parts name, List<int[]> syllables) {
        var words = new ArrayList<List<int[]>>();
        int at = 0;
        for (var part : name.parts()) words.add(syllables.subList(at, at += part.length));
        return List.of(words.reversed().stream().flatMap(List::stream).toList());
    }

    private void readApart(int[] name, int surname) {
        for (var reading : Pinyin.of(name)) {
            var family = reading.subList(0, surname).stream().map(Names::signs).toList();
            var given = reading.subList(surname, reading.size()).stream().map(Names::signs).toList();
            boolean weak = length(family) + length(given) < 6;
            syllables(together(family, given), weak);
            syllables(together(given, family), weak);
            initials(Parts.join(family), given.stream().mapToInt(syllable -> syllable[0]).toArray());
        }
    }

    private void syllables(List<int[]> syllables, boolean near) {
        var parts = new Parts(syllables, Script.LATIN);
        terms.add(seamed(parts.joined(), parts.seams(), Gap.INVISIBLE | Gap.QUOTE, Gap.JOINT | Gap.COMMA, Edges.WORD, near, near ? 55
                : 84));
    }

    private static List<int[]> together(List<int[]> one, List<int[]> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static int length(List<int[]> syllables) {
        return syllables.stream().mapToInt(syllable -> syllable.length).sum();
    }

    private static int[] signs(String syllable) {
        return syllable.chars().toArray();
    }
}
