package conclave.appliance.sample;

import java.util.List;
import java.util.Map;

/** What one branch of engineering builds, writes and is called; each room has one. */
final class Trade {

    private static final List<String> FILES = List.of("water.txt", "building.txt", "road.txt", "power.txt");
    private static final Phrases COMMON = new Phrases("common.txt");

    private final Phrases phrases;

    private Trade(String file) {
        this.phrases = new Phrases(file);
    }

    static List<Trade> all() {
        return FILES.stream().map(Trade::new).toList();
    }

    static Phrases common() {
        return COMMON;
    }

    String name() {
        return phrases.lines("name").getFirst();
    }

    List<String> lines(String section) {
        return phrases.lines(section);
    }

    List<String> words(String section) {
        return phrases.words(section);
    }

    String unit(Chance chance) {
        return fill(chance.oneOf(lines("units")), chance);
    }

    String fill(String phrase, Chance chance) {
        return Phrases.fill(phrase, chance, Map.of("place", chance.oneOf(COMMON.words("places")),
                "county", chance.oneOf(COMMON.words("counties")), "specialty", name()));
    }
}
