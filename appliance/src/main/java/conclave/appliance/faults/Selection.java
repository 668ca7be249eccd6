package conclave.appliance.faults;

/** The two that take little time and belong to every run of the tests, on one kit: a kill, then a disk that is lost. */
final class Selection implements Fault {

    private final Fault kill = new Kill();
    private final Fault wipe = new Wipe();
    private int struck;

    static void main(String... arguments) throws Exception {
        Suite.run(new Selection(), arguments);
    }

    @Override
    public String name() {
        return "selection";
    }

    @Override
    public int usualCycles() {
        return 2;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        (struck++ % 2 == 0 ? kill : wipe).strike(bout);
    }
}
