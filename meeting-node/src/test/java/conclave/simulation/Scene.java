package conclave.simulation;

import conclave.node.DiskSpace;
import java.nio.file.Path;
import java.util.List;

/** Everything there is in one simulated meeting. */
final class Scene {

    private final Dice dice;
    private final Agenda agenda = new Agenda();
    private final History history;
    private final Truth truth;
    private final Kit kit;
    private final Weather weather;
    private final SharedLog log;
    private final Twist twist;

    Scene(long seed, Twist twist, Path folder, DiskSpace space, boolean traced) {
        this.twist = twist;
        this.dice = new Dice(seed);
        this.history = new History(traced);
        this.truth = Truth.afterTheBeginning(history);
        this.weather = new Weather(this);
        this.kit = new Kit(List.of("a", "b", "w").stream().map(name -> new Station(this, name, folder.resolve(name), space)).toList());
        this.log = new SharedLog(this);
    }

    Dice dice() {
        return dice;
    }

    Agenda agenda() {
        return agenda;
    }

    History history() {
        return history;
    }

    Truth truth() {
        return truth;
    }

    Kit kit() {
        return kit;
    }

    Weather weather() {
        return weather;
    }

    SharedLog log() {
        return log;
    }

    Twist twist() {
        return twist;
    }
}
