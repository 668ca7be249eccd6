package conclave.appliance.pack;

import conclave.config.DataFolder;
import conclave.config.FindingWords;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.exchange.parcel.Complaint;
import conclave.exchange.parcel.Journal.State;
import conclave.exchange.parcel.Shelf;
import conclave.main.KitFounding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The data folder that a package is brought into. Where a whole kit is run from the folder that was named, it is its first server's: the
 * others have the meeting from there.
 *
 * @param running whether a node works in it at this moment
 */
record Target(Path data, boolean running) {

    private static final long MOMENT_MS = 200;

    /** A folder of something else is not touched. One that a running node holds may be added to: it is laid out already. */
    static Target of(Path given, CommandSpec spec) throws IOException {
        var data = server(given);
        var opened = DataFolder.open(data);
        if (opened.value().isPresent()) opened.value().get().close();
        for (var finding : opened.findings()) {
            if (!finding.isError() || finding.what().equals("data.in-use")) continue;
            throw new ParameterException(spec.commandLine(),
                    FindingWords.in(Locale.SIMPLIFIED_CHINESE).what(finding) + " " + FindingWords.in(Locale.ENGLISH).what(finding));
        }
        return new Target(data, opened.value().isEmpty());
    }

    private static Path server(Path given) {
        var file = given.resolve(KitFounding.FILE);
        if (!Files.exists(file) || Files.exists(given.resolve("format"))) return given;
        return Kit.read(file).value().stream().flatMap(kit -> kit.servers().stream()).map(Member::name).map(given::resolve)
                .filter(folder -> Files.exists(folder.resolve("format"))).findFirst().orElse(given);
    }

    /** It has papers of the kit and not the authority that only servers hold. */
    boolean witness() {
        var papers = data.resolve("node").resolve("certificates");
        return Files.exists(papers.resolve("peer-key.pem")) && !Files.exists(papers.resolve("authority-key.pem"));
    }

    static Complaint refusal() {
        return new Complaint("import.witness", "这是见证机的数据目录，见证机不保存会议材料。请在任一台服务器上导入，另一台会自动得到。",
                "This is the witness's folder, and a witness keeps no papers. Import at one of the servers; the other has it from there.", new TreeMap<>(), List.of());
    }

    static Complaint lost(String packageId) {
        var facts = new TreeMap<String, String>();
        facts.put("package", packageId);
        return new Complaint("import.lost", "数据包在磁盘上已损坏，没有启用。请检查磁盘，然后重新导入一次。",
                "The package was damaged on the disk and is not used. Check the disk, then import it again.", facts, List.of());
    }

    /** Waits for a running node to have taken it in, or not longer than this. */
    State follow(String packageId, int seconds, PrintStream err) throws IOException {
        var state = Shelf.glance(data).state(packageId);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        if (running && state != State.IN && seconds > 0) err.println("正在等待运行中的节点纳入… Waiting for the running node to take it in…");
        try {
            while (running && (state == State.WAITING || state == State.BEGUN) && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(MOMENT_MS);
                state = Shelf.glance(data).state(packageId);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state;
    }
}
