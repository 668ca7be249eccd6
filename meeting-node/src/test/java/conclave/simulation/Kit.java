package conclave.simulation;

import java.util.List;

/** The three nodes, and who can hear whom. */
record Kit(List<Station> all) {

    Station named(String name) {
        return all.stream().filter(station -> station.name.equals(name)).findFirst().orElseThrow();
    }

    boolean reaches(Station from, Station to) {
        return from.up() && to.up() && (from == to || !from.cut() && !to.cut());
    }

    /** Whether this node and enough others are awake and hear each other. */
    boolean majority(Station of) {
        return 2 * all.stream().filter(other -> other.awake() && of.awake() && reaches(of, other)).count() > all.size();
    }

    List<Station> couldLead() {
        return all.stream().filter(this::majority).toList();
    }
}
