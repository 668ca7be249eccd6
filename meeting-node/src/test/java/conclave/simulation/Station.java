package conclave.simulation;

import conclave.ledger.Broken;
import conclave.ledger.Evidence;
import conclave.ledger.Notary;
import conclave.ledger.SteppedNotary;
import conclave.meeting.event.Order;
import conclave.node.Chamber;
import conclave.node.DiskSpace;
import conclave.node.StagedChamber;
import java.nio.file.Path;

/** One node: a machine that can be switched off, cut off, frozen and set to another time, and the true chamber on it. */
final class Station {

    final String name;
    private final Scene scene;
    private final Disk disk;
    private final DiskSpace space;
    private final CheapSigner signer;
    private int life;
    private boolean up;
    private long frozenUntil;
    private long cutSince = -1;
    private long offset;
    private int term;
    private Chamber chamber;
    private LogView ledger;
    private Notary notary;

    Station(Scene scene, String name, Path folder, DiskSpace space) {
        this.scene = scene;
        this.name = name;
        this.disk = new Disk(folder, scene.dice());
        this.space = space;
        this.signer = new CheapSigner("signer-of-" + name);
    }

    /** Done on this machine, unless it is switched off before; a frozen one does it when it thaws. */
    void soon(long millis, Runnable task) {
        inLife(life, millis, task);
    }

    void inLife(int of, long millis, Runnable task) {
        scene.agenda().after(millis, () -> here(of, task));
    }

    private void here(int of, Runnable task) {
        if (life != of || !up) return;
        if (awake()) task.run();
        else inLife(of, frozenUntil - scene.agenda().now(), task);
    }

    void start() {
        life++;
        up = true;
        frozenUntil = 0;
        var of = life;
        var evidence = Evidence.open(disk.evidence(), Beginning.MEETING.value());
        chamber = StagedChamber.of(Beginning.MEETING, name + "/" + of, evidence, this::notary, new SimulatedPace(scene, this), space,
                (_, facts, _) -> facts.forEach(fact -> scene.history().happened.add(new History.Happened(this, of, fact))), scene.history()::broke);
        ledger = new LogView(scene, this, chamber);
        var wire = new Wire(scene, this, of);
        StagedChamber.start(chamber, ledger, wire::carry, wire);
        ledger.wake();
        chamber.ready().whenComplete((_, failure) -> {
            if (failure == null) scene.history().ready.add(this);
            else scene.history().broke(new Broken("a node could not begin", failure));
        });
    }

    private Notary notary(Evidence evidence) {
        notary = SteppedNotary.open(disk.roots(), Beginning.MEETING.value(), evidence, signer, this::clock, scene.history()::broke);
        return notary;
    }

    /** The power goes: what was on its way is gone, and of the files the last bytes may be. */
    void crash() {
        up = false;
        life++;
        scene.log().resign(this);
        chamber.close();
        notary = null;
        disk.losesItsEnd(scene.history());
    }

    void cutOff() {
        cutSince = scene.agenda().steps();
        soon(scene.dice().between(300, 3_000), () -> {
            if (scene.kit().majority(this)) return;
            scene.log().resign(this);
            ledger.lostSight();
        });
    }

    void heal() {
        cutSince = -1;
    }

    void freeze(long millis) {
        frozenUntil = scene.agenda().now() + millis;
    }

    void setClock(long away) {
        offset = away;
    }

    long clock() {
        return Beginning.START + scene.agenda().now() + offset;
    }

    Order order(Wish wish) {
        var key = scene.twist() == Twist.KEYS_IGNORED ? "" : wish.key;
        return new Order(key, wish.request, wish.by, clock(), wish.command);
    }

    /** It has heard of a term, and elects nobody for an earlier one any more; it writes that down. */
    void hears(int of) {
        term = Math.max(term, of);
    }

    int term() {
        return term;
    }

    void hasRead(int position) {
        scene.history().read.add(new History.Read(this, position));
        if (notary != null) soon(scene.dice().between(0, 15), () -> SteppedNotary.turn(notary));
    }

    /** It takes orders, and has read at least so far. */
    boolean serves(int position) {
        return up && chamber.ready().isDone() && ledger.position() >= position;
    }

    boolean up() {
        return up;
    }

    boolean awake() {
        return up && scene.agenda().now() >= frozenUntil;
    }

    boolean cut() {
        return cutSince >= 0;
    }

    /** The step in which it was cut off; negative where it is not. */
    long cutSince() {
        return cutSince;
    }

    Chamber chamber() {
        return chamber;
    }

    LogView ledger() {
        return ledger;
    }

    CheapSigner signer() {
        return signer;
    }
}
