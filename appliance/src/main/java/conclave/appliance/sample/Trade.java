package conclave.appliance.sample;

import java.util.List;
import java.util.Map;

/** What one branch of engineering builds, writes and is called; each room has one. */
final class Trade {

    private static final List<String> FILES = List.of("water.txt", "building.txt", "road.txt", "power.txt");
    private static final Phrases COMMON = new Phrases("common.txt");

    /** A prefecture and one county of it, so that what belongs together lies together. */
    record Region(String place, String county) {
        static Region any(Chance chance) {
            var names = List.of(chance.oneOf(COMMON.lines("regions")).split(" "));
            return new Region(names.getFirst(), chance.oneOf(names.subList(1, names.size())));
        }
    }

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

    String unit(Chance chance, Region region) {
        return fill(chance.oneOf(lines("units")), chance, region);
    }

    String project(String level, Chance chance, Region region) {
        return fill(chance.oneOf(lines("projects-" + level)), chance, region);
    }

    String fill(String phrase, Chance chance, Region region) {
        return Phrases.fill(phrase, chance, Map.of("place", region.place(), "county", region.county(), "specialty", name()));
    }
}
