package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "prepare", mixinStandardHelpOptions = true, description = "由实测速度推算大型会议的会前备页：小时数和字节数。"
        + "The preparation of a large meeting, projected from measured rates: hours and bytes.")
final class ProjectionCase implements Callable<Integer> {

    private static final List<Integer> CORES = List.of(2, 8, 16);
    private static final double MOVED_BYTES = 200e9;
    private static final double GIGABIT = 118e6;
    private static final double TERABYTE = 1e12;
    private static final int ROOMS = 20;
    private static final double LONGEST_WAIT_SECONDS = 10;
    private static final double LONGEST_MOVE_HOURS = 24;

    @Mixin
    private CaseOptions options;

    @Option(names = "--pages", defaultValue = "10", paramLabel = "N", description = "每种页面实测几页。Pages measured of each kind (${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--scans", defaultValue = "6", paramLabel = "N", description = "识别几页扫描件。Scans that are read (${DEFAULT-VALUE}).")
    private int scans;

    @Option(names = "--applicants", defaultValue = "3000", paramLabel = "N", description = "申报人数。Applicants (${DEFAULT-VALUE}).")
    private int applicants;

    @Option(names = "--meeting-pages", defaultValue = "150000", paramLabel = "N", description = "会议总页数。Pages of the meeting (${DEFAULT-VALUE}).")
    private long all;

    /** All that is measured, once. */
    private record Run(OfficeRates.Drawing drawing, OptionalDouble ocr, double moving, double showing) {

        Projection projection() {
            return new Projection(drawing.pages(), drawing.bytes(), ocr.orElse(1), moving);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = new Report("prepare", System.out);
        try (var stand = options.stand(); var rates = new OfficeRates(stand.folder(), pages)) {
            var runs = new ArrayList<Run>();
            for (int i = 0; i < options.runs(); i++) runs.add(new Run(rates.drawing(), rates.reading(scans), rates.moving(), rates.showing(ROOMS)));
            measured(report, runs);
            project(report, runs);
            free(report, Files.getFileStore(stand.folder()).getUsableSpace());
        }
        options.keep(report);
        return 0;
    }

    private static Figure figure(List<Run> runs, String variant, String metric, String unit, ToDoubleFunction<Run> value) {
        return Figure.of(variant, metric, unit, runs.stream().mapToDouble(value).toArray());
    }

    private static void measured(Report report, List<Run> runs) {
        report.say("一、实测（一个核）。Measured, one core.");
        var kinds = runs.getFirst().drawing().pages().keySet().stream().sorted().toList();
        for (var kind : kinds) report.add(figure(runs, kind.shown(), "measured: drawn, one core", "pages/s", run -> run.drawing().pages().get(kind)));
        for (var kind : kinds) report.add(figure(runs, kind.shown(), "measured: picture", "KB", run -> run.drawing().bytes().get(kind) / 1e3));
        if (reads(runs)) report.add(figure(runs, "noisy scan", "measured: read, one core", "pages/s", run -> run.ocr().getAsDouble()));
        else report.say("本机没有安装识别程序，未测识别。No OCR on this machine: not measured.");
        report.add(figure(runs, "store to store, one disk", "measured: moved", "MB/s", run -> run.moving() / 1e6));
        report.add(figure(runs, "prepared, 400 KB each", "measured: wait, last of " + ROOMS + " rooms at once", "s", Run::showing));
    }

    private static boolean reads(List<Run> runs) {
        return runs.stream().allMatch(run -> run.ocr().isPresent());
    }

    private void project(Report report, List<Run> runs) {
        var whole = applicants + " applicants, " + all + " pages";
        report.say("二、推算：" + whole + "。假定：核数加倍时间减半；" + percent(Projection.MASKED) + " 的页要遮盖，画两次；页面种类按 bench pages 的比例。"
                + "Projected; assumed: cores add up, " + percent(Projection.MASKED) + " of the pages are masked and drawn twice, kinds as in bench pages.");
        for (int cores : CORES) {
            report.add(figure(runs, cores + " cores", "projected: drawing", "h", run -> run.projection().drawingHours(all, cores)));
            if (reads(runs)) report.add(figure(runs, cores + " cores", "projected: OCR", "h", run -> run.projection().ocrHours(all, cores)));
        }
        report.add(figure(runs, "one disk", "projected: sealing", "h", run -> run.projection().sealingHours(all)));
        report.add(figure(runs, "prepared pages", "projected: bytes", "GB", run -> run.projection().pictureBytes(all) / 1e9));
        people(report);
        stores(report, runs);
        waiting(report, runs);
    }

    private void people(Report report) {
        double hours = Projection.personHours(all);
        report.say("三、人工放行，全部为假定，没有实测：" + percent(Projection.MARKED) + " 的页须逐页查看，两人各 " + Projection.SECONDS_MARKED + " 秒；其余成批查看，每页 "
                + Projection.SECONDS_CLEAN + " 秒。Release by people, assumed and not measured.");
        report.add(Figure.of("all together", "assumed: release", "person-hours", hours));
        report.add(Figure.of(ROOMS + " screeners", "assumed: release", "h", hours / ROOMS));
    }

    private static void stores(Report report, List<Run> runs) {
        var disk = report.add(figure(runs, "200 GB, one disk", "projected: moved", "h", run -> MOVED_BYTES / run.moving() / 3600));
        var wire = report.add(figure(runs, "200 GB, gigabit link", "projected: moved", "h", run -> MOVED_BYTES / Math.min(run.moving(), GIGABIT) / 3600));
        if (Math.max(disk.max(), wire.max()) > LONGEST_MOVE_HOURS) report.say("！超过 24 小时。More than 24 hours.");
    }

    /** One process draws, one page after the other: the last of those who ask at once waits for all before. */
    private static void waiting(Report report, List<Run> runs) {
        var last = report.add(figure(runs, "drawn when asked for", "projected: wait, last of " + ROOMS + " rooms at once", "s",
                run -> run.drawing().slowestSeconds() * ROOMS));
        if (last.max() > LONGEST_WAIT_SECONDS) report.say("！没有备好的页面，高峰等待超过 10 秒。Pages that are not prepared make people wait for more than 10 s.");
    }

    private static void free(Report report, long bytes) {
        report.add(Figure.of("this disk", "measured: free", "GB", bytes / 1e9));
        if (bytes < TERABYTE) report.say("！磁盘可用空间不足 1 TB：作为存储会议材料的服务器请换用更大的磁盘。Less than 1 TB is free: too little for a server that stores a large meeting.");
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
