package conclave.appliance.prepare;

import conclave.appliance.pack.Meter;
import conclave.appliance.pack.Said;
import conclave.codec.JsonFields;
import conclave.exchange.MeetingFile.Screening;
import conclave.exchange.parcel.MeetingAtHand;
import conclave.exchange.parcel.Order;
import conclave.main.Crew;
import conclave.main.PrepareRoom;
import conclave.presence.SharedTasks;
import conclave.seal.Damaged;
import conclave.workshop.Job;
import conclave.workshop.NotAWorkshop;
import conclave.workshop.Preparing;
import conclave.workshop.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave prepare}: 0 where everything is prepared (and packed, where a package was asked for); 1 with a reason, and what is done stays. */
@Command(name = "prepare", mixinStandardHelpOptions = true, description = {
    "会前备页：在办公室把会议材料逐页绘制、识别、制订遮盖方案，随数据包带到会场。可随时中断，下次接着做；几台电脑可以同时做。",
    "Prepares a meeting's pages at the office, days before: drawn, read, screened, to travel in its package. Stopped, it goes on where it was."})
public final class PrepareCommand implements Callable<Integer> {

    private static final int MOST_HANDS = 64;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Sealed sealed;

    @Mixin
    private NewPackage next;

    @Parameters(paramLabel = "PACKAGE", description = "会议文件夹，或会议数据包的第一卷（.mpkg）。The meeting's folder, or its package's first volume.")
    private Path source;

    @Option(names = "--work", paramLabel = "DIR", description = "工作文件夹，存放已备好的页面；默认在旁边，名为 PACKAGE.prepare。几台电脑同时做的，放在共享文件夹。"
            + "Where prepared pages are kept (PACKAGE.prepare beside it); on a share where several machines work.")
    private Path work;

    @Option(names = "--threads", paramLabel = "N", description = "同时处理几份材料；默认与处理器核数相同。每份约用 1 GB 内存。How many documents at once (one a core); each takes some 1 GB.")
    private Integer threads;

    @Option(names = "--address", paramLabel = "HOST:PORT", description = "本机供其他电脑联络的地址和端口；给出后与共用同一工作文件夹的电脑分工。"
            + "Where other machines reach this one: then those that share the folder divide the work.")
    private String address;

    @Option(names = "--forms", paramLabel = "DIR", description = "表格模板文件夹，须与会场的相同。Form templates, the same as at the venue.")
    private Optional<Path> forms = Optional.empty();

    @Option(names = "--no-ocr", description = "不识别扫描页；这些页由会场识别。Scans are not read here, but at the venue.")
    private boolean noOcr;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var said = new Said(spec, json);
        if (threads != null && (threads < 1 || threads > MOST_HANDS)) throw wrong("--threads 请填 1 至 " + MOST_HANDS + "。It is 1 to " + MOST_HANDS + ".");
        var place = CrewAddress.of(address, spec);
        next.check(spec);
        if (!Files.exists(source)) throw new NoSuchFileException(source.toString());
        try {
            var meeting = atHand();
            var jobs = Job.of(meeting.meeting());
            var order = next.order(spec, source, meeting, sealed);
            try (var workshop = Workshop.open(folder()); var crew = place.isEmpty() ? SharedTasks.ALONE : crew(workshop, place.get())) {
                var prepared = prepared(meeting, jobs, workshop, crew);
                if (prepared.outcome().stopped()) return stopped();
                return told(said, meeting, workshop, prepared, order);
            }
        } catch (NotAWorkshop other) {
            spec.commandLine().getErr().println("✗ " + other.getMessage() + " 是别的文件夹，没有改动。请用 --work 另选一个空文件夹。");
            spec.commandLine().getErr().println("  It is another folder and was left as it is: choose an empty one with --work. (prepare.not-a-workshop)");
            return Said.NOT_DONE;
        } catch (IOException reason) {
            return said.refused(Hindered.by(reason));
        }
    }

    record Prepared(Preparing.Outcome outcome, Watching watched, long seconds) {
    }

    private MeetingAtHand atHand() throws IOException {
        if (Files.isDirectory(source)) return MeetingAtHand.inFolder(source);
        try (var meter = new Meter(System.err, System.console() != null)) {
            return MeetingAtHand.inPackage(source, sealed.desk(spec), meter);
        }
    }

    private Path folder() {
        var name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
        return work != null ? work : source.toAbsolutePath().normalize().resolveSibling(name + ".prepare");
    }

    private SharedTasks crew(Workshop workshop, CrewAddress place) throws IOException {
        try {
            return Crew.join(workshop, place.host(), place.port());
        } catch (Exception e) {
            spec.commandLine().getErr().println("! 未能与其他电脑联络，本机单独进行。请核对 --address 的地址和端口。The others are not reached, this machine works by itself: " + e.getMessage());
            return SharedTasks.ALONE;
        }
    }

    private Prepared prepared(MeetingAtHand meeting, List<Job> jobs, Workshop workshop, SharedTasks crew) throws IOException, InterruptedException {
        boolean screened = meeting.meeting().meeting().screening().filter(Screening.REQUIRED::equals).isPresent();
        long begun = System.nanoTime();
        try (var room = PrepareRoom.open(forms, meeting.forms(), !noOcr); var watching = new Watching(spec.commandLine().getErr(), System.console() != null)) {
            room.missing().forEach(missing -> spec.commandLine().getErr().println("! 本机缺少 " + missing + "，扫描页不在这里识别。It is not installed: scans are not read here."));
            long office = room.prints() ? 0 : jobs.stream().filter(Job::isOffice).count();
            if (office > 0) {
                spec.commandLine().getErr().println("! 本机没有 LibreOffice，" + office + " 份 Office 文件留给会场处理。Without LibreOffice " + office
                        + " office files are left to the venue: install libreoffice-writer-nogui and libreoffice-calc-nogui. (prepare.no-office)");
            }
            var preparing = new Preparing(workshop, room.tools(), screened, crew, watching);
            watching.begin(preparing);
            var outcome = preparing.run(jobs, meeting.files(), threads == null ? Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_HANDS) : threads);
            return new Prepared(outcome, watching, (System.nanoTime() - begun) / 1_000_000_000);
        }
    }

    private int stopped() {
        spec.commandLine().getErr().println("已停止。已备好的页面都保留，再次执行即接着做。Stopped; what is prepared stays, run it again to go on. (prepare.stopped)");
        spec.commandLine().getErr().flush();
        return Said.NOT_DONE;
    }

    private int told(Said said, MeetingAtHand meeting, Workshop workshop, Prepared prepared, Optional<Order> order) throws IOException {
        var sum = Summary.of(workshop, prepared.outcome().ids());
        var state = prepared.watched().state();
        var lines = new ArrayList<>(List.of("✓ 已备好 " + sum.documents() + " 份材料、" + sum.pages() + " 页，其中 " + sum.marked() + " 页需人工查看；共 " + Meter.size(sum.bytes()) + "。",
                "  Prepared: " + sum.documents() + " documents, " + sum.pages() + " pages; " + sum.marked() + " of them a person has to look at."));
        var fields = new JsonFields().put("documents", sum.documents()).put("pages", sum.pages()).put("marked", sum.marked()).put("bytes", sum.bytes())
                .put("here", state.here()).put("seconds", prepared.seconds()).list("findings", prepared.watched().findings(), finding -> finding);
        if (order.isEmpty()) {
            lines.add("  尚未制成数据包：再次执行并加上 --out 和签名私钥即可。No package was made yet: run it again with --out and the key that signs.");
            return said.done(lines, fields.put("package", false));
        }
        try (var meter = new Meter(System.err, System.console() != null)) {
            var statement = next.packed(order.get(), source, meeting, sum.files(), meter);
            lines.add("✓ 数据包已制成并签名：" + next.first(source) + "（编号 " + statement.packageId() + "）。请连同各卷和 .p7s 文件一起交付。");
            lines.add("  The package stands, with the prepared pages in it. Hand on all its volumes together with the .p7s file.");
            return said.done(lines, fields.put("file", next.first(source).toString()).put("package", statement.packageId()));
        } catch (Damaged spoiled) {
            return said.refused(Hindered.spoiled(workshop.mend(prepared.outcome().ids())));
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
