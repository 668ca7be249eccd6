package conclave.appliance.bench;

import java.time.Duration;

/** How hard a side is pressed: so many requests under way at once, or so many begun each second. */
record Pace(int number, boolean steady) {


    static Pace atOnce(int number) {
        return new Pace(number, false);
    }

    static Pace aSecond(int number) {
        return new Pace(number, true);
    }

    Load press(Side side, Duration time) {
        return steady ? new Steady(side.switchboard().thread(), side.senders()).run(number, time).join()
                : new Surge(side.switchboard(), side.senders()).run(number, time).join();
    }

    /** Names the rows of the report. */
    String variant() {
        return steady ? "steady " + number + "/s" : number + " at once";
    }

    /** Names a folder. */
    String name() {
        return (steady ? "steady-" : "at-") + number;
    }
}
