package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "pages", mixinStandardHelpOptions = true, description = "页面的绘制、遮盖和编码，与 pdftoppm 加 cwebp 相比。"
        + "Drawing, masking and writing pages, beside pdftoppm and cwebp on the same pages.")
final class PagesCase implements Callable<Integer> {

    private static final int CORES = 2;
    private static final String RIVAL = "pdftoppm + cwebp";
    /** The same sizes, the same quality and patience; one page a process, two at a time. */
    private static final String LINE = "xargs -P " + CORES + " -n 2 bash -c 'pdftoppm -f $1 -l $1 -scale-to-x 1600 -scale-to-y -1 $0 > out/$$.ppm"
            + " && cwebp -quiet -m 2 -q 80 out/$$.ppm -o out/$(basename $0)-$1.webp && cwebp -quiet -m 2 -q 80 -resize 200 0 out/$$.ppm"
            + " -o out/$(basename $0)-$1.thumb.webp && rm out/$$.ppm' < pages.txt";

    @Mixin
    private CaseOptions options;

    @Option(names = "--pages", defaultValue = "1000", paramLabel = "N", description = "页数。How many pages (${DEFAULT-VALUE}).")
    private int pages;

    private record Run(Painters.Pass cold, Painters.Pass warm, double rival, long rivalBytes) {
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = new Report("pages", System.out);
        try (var stand = options.stand()) {
            var runs = new EnumMap<PageKind, List<Run>>(PageKind.class);
            var binder = new Binder(stand.folder());
            var volumes = new EnumMap<PageKind, List<Binder.Volume>>(PageKind.class);
            for (var kind : PageKind.values()) {
                var bound = binder.bind(kind, kind.pagesOf(pages));
                if (bound.isPresent()) volumes.put(kind, bound.get());
                else report.say(kind.shown() + ": 本机不能生成，未测。This machine cannot make any (libopenjp2-tools): not measured.");
            }
            for (int i = 0; i < options.runs(); i++) {
                try (var painters = new Painters(stand.folder().resolve("scratch"), CORES)) {
                    var cold = new EnumMap<PageKind, Painters.Pass>(PageKind.class);
                    for (var kind : volumes.keySet()) cold.put(kind, painters.paint(volumes.get(kind)));
                    for (var kind : volumes.keySet()) {
                        var warm = painters.paint(volumes.get(kind));
                        runs.computeIfAbsent(kind, _ -> new ArrayList<>()).add(beside(stand.folder(), volumes.get(kind), cold.get(kind), warm));
                    }
                }
            }
            runs.forEach((kind, all) -> tell(report, kind.shown(), all));
            tell(report, "mixed", mixed(runs));
        }
        options.keep(report);
        return 0;
    }

    private static Run beside(Path folder, List<Binder.Volume> volumes, Painters.Pass cold, Painters.Pass warm) throws IOException, InterruptedException {
        var shell = new Shell(folder);
        shell.fresh(folder.resolve("out"));
        var lines = new StringBuilder();
        for (var volume : volumes) {
            for (int page = 1; page <= volume.pages(); page++) lines.append(volume.file()).append(' ').append(page).append('\n');
        }
        Files.writeString(folder.resolve("pages.txt"), lines);
        double seconds = shell.seconds(LINE);
        long bytes = 0;
        try (var made = Files.newDirectoryStream(folder.resolve("out"), file -> !file.toString().endsWith(".thumb.webp"))) {
            for (var file : made) bytes += Files.size(file);
        }
        return new Run(cold, warm, seconds, bytes);
    }

    /** All kinds after one another, as a batch of applications comes. */
    private static List<Run> mixed(EnumMap<PageKind, List<Run>> runs) {
        var mixed = new ArrayList<Run>();
        for (int i = 0; i < runs.values().iterator().next().size(); i++) {
            int run = i;
            mixed.add(runs.values().stream().map(all -> all.get(run)).reduce((a, b) -> new Run(sum(a.cold, b.cold), sum(a.warm, b.warm),
                    a.rival + b.rival, a.rivalBytes + b.rivalBytes)).orElseThrow());
        }
        return mixed;
    }

    private static Painters.Pass sum(Painters.Pass a, Painters.Pass b) {
        return new Painters.Pass(a.seconds() + b.seconds(), a.pages() + b.pages(), a.bytes() + b.bytes(), a.refused() + b.refused());
    }

    private static void tell(Report report, String variant, List<Run> runs) {
        int refused = runs.stream().mapToInt(run -> run.warm.refused()).max().orElse(0);
        if (refused > 0) report.say(variant + ": " + refused + " 页未能画出或不完整。pages could not be drawn, or not wholly.");
        if (runs.stream().anyMatch(run -> run.warm.pages() == 0)) return;
        int count = runs.getFirst().warm.pages();
        var rival = Figure.of(variant, RIVAL, "pages/s", runs.stream().mapToDouble(run -> count / run.rival).toArray());
        report.add(rival);
        report.add(Figure.of(variant, "cold", "pages/s", runs.stream().mapToDouble(run -> run.cold.pages() / run.cold.seconds()).toArray()).against(RIVAL, rival));
        report.add(Figure.of(variant, "warm", "pages/s", runs.stream().mapToDouble(run -> count / run.warm.seconds()).toArray()).against(RIVAL, rival));
        report.add(Figure.of(variant, "picture", "KB", runs.stream().mapToDouble(run -> run.warm.bytes() / 1e3 / count).toArray())
                .against(RIVAL, Figure.of(variant, "", "KB", runs.stream().mapToDouble(run -> run.rivalBytes / 1e3 / count).toArray())));
    }
}
