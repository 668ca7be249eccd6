package conclave.appliance.bench;

import conclave.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code submit --nodes 3}: a kit of three processes beside three members of etcd, on one machine and one disk, at every pace. */
final class KitSubmit {

    private static final Duration SYNCING = Duration.ofSeconds(2);
    private static final int SETTLING_SECONDS = 3;
    private static final List<String> SERVERS = List.of("a", "b");

    private final int runs;
    private final int seconds;
    private final Integer warmUp;
    private final List<Contest> contests = new ArrayList<>();
    private final List<String> warmed = new ArrayList<>();
    private final List<Double> syncs = new ArrayList<>();
    private EvidenceCheck evidence = EvidenceCheck.NOTHING;
    private int receipts;
    private int bodyBytes;

    /** @param warmUp seconds, or null: until the compilers are done */
    KitSubmit(int runs, int seconds, Integer warmUp) {
        this.runs = runs;
        this.seconds = seconds;
        this.warmUp = warmUp;
    }

    /** True where every acknowledgement stands in the record of both servers, once. */
    boolean measure(Stand stand, List<Pace> paces, Report report) throws IOException, InterruptedException {
        var prepared = PreparedKit.on(stand, 0);
        for (var pace : paces) {
            var folder = stand.copy(prepared, pace.name());
            syncs.add(SyncRate.measure(stand.folder(), SYNCING));
            var seats = measure(stand, pace, folder);
            for (var server : SERVERS) evidence = evidence.and(EvidenceCheck.of(folder.resolve(server), seats));
        }
        syncs.add(SyncRate.measure(stand.folder(), SYNCING));
        tell(report);
        return evidence.holds();
    }

    private List<Seat> measure(Stand stand, Pace pace, Path folder) throws IOException {
        try (var kit = RunningKit.start(stand, folder); var etcd = EtcdTrio.start(stand, stand.folder().resolve("etcd-" + pace.name()))) {
            var seats = Floor.atWork(kit);
            bodyBytes = seats.getFirst().bodyBytes();
            var ours = ours(kit, seats);
            var theirs = etcd.side(etcd.seats(seats.size(), bodyBytes));
            warmed.add(pace.variant() + ": " + new WarmUp(ours, warmUp).press().said());
            Pace.atOnce(seats.size()).press(theirs, Duration.ofSeconds(SETTLING_SECONDS));
            pace.press(ours, Duration.ofSeconds(SETTLING_SECONDS));
            pace.press(theirs, Duration.ofSeconds(SETTLING_SECONDS));
            var contest = new Contest(pace, ours, theirs);
            contest.run(runs, seconds);
            contests.add(contest);
            verify(contest.sample(), kit.publicKeys());
            return seats;
        }
    }

    private static Side ours(RunningKit kit, List<Seat> seats) throws IOException {
        var processes = new TreeMap<String, List<Long>>();
        for (var node : kit.nodes()) processes.put(node.name(), List.of(node.pid()));
        return new Side("conclave", kit.switchboards().getFirst(), seats, processes);
    }

    private void verify(List<Answer> answers, List<byte[]> keys) throws IOException {
        for (var answer : answers) {
            var receipt = Receipt.fromJson(answer.json().object("receipt"));
            if (keys.stream().noneMatch(receipt::verify)) throw new IOException("a receipt does not hold: " + answer.describe());
            receipts++;
        }
    }

    private void tell(Report report) {
        report.add(Figure.of("disk", "fdatasync of 4 KiB", "1/s", syncs.stream().mapToDouble(s -> s).toArray()));
        for (var contest : contests) contest.tell(report);
        warmed.forEach(report::say);
        report.say("etcd: puts of " + bodyBytes + " bytes, as long as the body of a submission, over plain HTTP");
        report.say(receipts + " receipts checked: signature and path hold");
        report.say("both servers together, " + evidence);
    }
}
