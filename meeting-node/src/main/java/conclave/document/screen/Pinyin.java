package conclave.document.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** 拼音: how the characters of a name are read, in all their readings, without tones. */
final class Pinyin {

    /** More readings of one name than this are not tried. */
    private static final int MOST = 24;
    private static final TreeMap<Integer, List<String>> READINGS = new TreeMap<>();

    static {
        for (var line : Table.lines("pinyin.txt")) {
            int space = line.indexOf(' ');
            line.substring(space + 1).codePoints().forEach(c -> READINGS.computeIfAbsent(c, _ -> new ArrayList<>()).addAll(spellings(line.substring(0, space))));
        }
    }

    private Pinyin() {
    }

    /** ü is also written u, v and yu. */
    private static List<String> spellings(String syllable) {
        if (syllable.indexOf('ü') < 0) return List.of(syllable);
        return List.of(syllable.replace("ü", "u"), syllable.replace("ü", "v"), syllable.replace("ü", "yu"));
    }

    /** Each reading as its syllables; none where a character is not in the table. */
    static List<List<String>> of(int[] characters) {
        var readings = List.of(List.<String>of());
        for (int character : characters) {
            var syllables = READINGS.getOrDefault(character, List.of());
            if (syllables.isEmpty()) return List.of();
            var longer = new ArrayList<List<String>>();
            for (var before : readings) {
                for (var syllable : syllables) {
                    var with = new ArrayList<>(before);
                    with.add(syllable);
                    longer.add(with);
                }
            }
            readings = longer.size() > MOST ? longer.subList(0, MOST) : longer;
        }
        return readings;
    }
}
