package conclave.appliance.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Word lists kept beside the program: sections in brackets, one phrase a line, or several short ones with spaces between. */
final class Phrases {

    private final String file;
    private final Map<String, List<String>> sections = new TreeMap<>();

    Phrases(String file) {
        this.file = file;
        var section = "";
        for (var line : text(file).split("\n")) {
            if (line.startsWith("[")) section = line.substring(1, line.indexOf(']'));
            else if (!line.isBlank() && !line.startsWith("#")) add(section, line.strip());
        }
    }

    private void add(String section, String line) {
        sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
    }

    private static String text(String file) {
        try (var in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("the word list is missing: " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the word list cannot be read: " + file, e);
        }
    }

    List<String> lines(String section) {
        var found = sections.get(section);
        if (found == null) throw new IllegalStateException("no section " + section + " in " + file);
        return found;
    }

    List<String> words(String section) {
        return lines(section).stream().flatMap(line -> Arrays.stream(line.split(" "))).toList();
    }

    /** Puts places and plausible figures where a phrase leaves room for them. */
    static String fill(String phrase, Chance chance, Map<String, String> known) {
        var out = new StringBuilder();
        int at = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', at)) {
            int close = phrase.indexOf('}', open);
            var slot = phrase.substring(open + 1, close);
            out.append(phrase, at, open).append(known.containsKey(slot) ? known.get(slot) : figure(slot, chance));
            at = close + 1;
        }
        return out.append(phrase.substring(at)).toString();
    }

    private static String figure(String slot, Chance chance) {
        return Integer.toString(switch (slot) {
            case "a" -> chance.between(60, 240);
            case "b" -> chance.between(4, 18);
            case "c" -> chance.between(35, 480);
            case "n" -> chance.between(3, 9) * 4;
            case "m" -> chance.between(2, 3);
            case "k" -> chance.between(3, 7);
            case "p" -> chance.between(93, 99);
            case "p2" -> chance.between(42, 68);
            case "t1" -> chance.between(5, 11);
            case "t2" -> chance.between(24, 38);
            case "rain" -> chance.between(48, 210);
            case "evap" -> chance.between(14, 26) * 100;
            case "frost" -> chance.between(80, 180);
            case "alt" -> chance.between(430, 2_600);
            case "days" -> chance.between(120, 190);
            case "wind" -> chance.between(3, 7);
            case "err" -> chance.between(6, 12);
            case "err2" -> chance.between(3, 5);
            case "hours" -> chance.between(36, 60) * 10;
            case "part" -> chance.between(90, 150);
            default -> throw new IllegalStateException("nothing is known to put in place of {" + slot + "}");
        });
    }
}
