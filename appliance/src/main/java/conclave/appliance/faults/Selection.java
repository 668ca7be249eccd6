package conclave.appliance.faults;

import java.util.List;

/** Those that take little time and belong to every run of the tests, on one kit: a kill, a disk that is lost, all three killed at once. */
final class Selection implements Fault {

    private final List<Fault> faults = List.of(new Kill(), new Wipe(), new Blackout());
    private int struck;

    static void main(String... arguments) throws Exception {
        Suite.run(new Selection(), arguments);
    }

    @Override
    public int usualCycles() {
        return faults.size();
    }

    @Override
    public void strike(Bout bout) throws Exception {
        faults.get(struck++ % faults.size()).strike(bout);
    }
}
