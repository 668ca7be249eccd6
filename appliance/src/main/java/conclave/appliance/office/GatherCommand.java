package conclave.appliance.office;

import conclave.appliance.plan.Stop;
import conclave.appliance.report.OnPaper;
import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.office.CountingChild;
import conclave.exchange.office.DishonestyList;
import conclave.exchange.office.Gathering;
import conclave.exchange.office.Gathering.Gathered;
import conclave.exchange.office.Mapping;
import conclave.exchange.office.OfficeFinding;
import conclave.exchange.office.PageCounting;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package gather}: 0 where the meeting folder stands, warnings or not; 1 where something must be mended first. */
@Command(name = "gather", mixinStandardHelpOptions = true,
        description = "把填好的工作簿和扫描件汇总成会议文件夹；有错误就逐格、逐个文件说明，不写出。Gathers workbooks and scans into a meeting folder.")
public final class GatherCommand implements Callable<Integer> {

    private static final int LARGEST_MAPPING = 8 << 20;
    private static final int LARGEST_LIST = (64 << 20) + 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "工作簿所在的文件夹。The folder of the workbooks.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "写出的会议文件夹，不能已经存在。The meeting folder to make; it must not exist.")
    private Path out;

    @Option(names = "--files", paramLabel = "DIR|ZIP", description = "扫描件所在的文件夹或 zip；不写就在工作簿的文件夹里找。Where the scans are (DIR).")
    private Optional<Path> files = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "平台的对应关系文件（JSON）。The mapping of the platform's columns.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "写出数据完整性核对报告（.xlsx 或 .pdf）。A completeness report as a workbook or a PDF.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--dishonesty", paramLabel = "FILE", description = "失信人员名单（.xlsx、.xls 或 .csv），相符的逐人提示。The list of dishonest persons; hits are told by name.")
    private Optional<Path> dishonesty = Optional.empty();

    @Option(names = "--marked", paramLabel = "DIR", description = "写出标红并附批注的工作簿副本。Copies of the workbooks with red cells.")
    private Optional<Path> marked = Optional.empty();

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) return failed("没有文件夹“" + folder + "”。", "There is no such folder.");
        if (files.isPresent() && !Files.exists(files.get())) return failed("没有“" + files.get() + "”。", "There are no such files.");
        if (marked.isPresent() && same(marked.get(), folder)) return failed("副本不能写进原来的文件夹，请换一个。", "Copies must not lie beside their originals; choose another folder.");
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("conclave-gather");
            var names = mapping.isPresent() ? mapping(mapping.get()) : Optional.of(Mapping.none());
            if (names.isEmpty()) return 1;
            var list = dishonesty.isPresent() ? list(dishonesty.get()) : Optional.<DishonestyList>empty();
            if (dishonesty.isPresent() && list.isEmpty()) return 1;
            return ended(screened(gathered(names.get(), scratch), list));
        } catch (InterruptedIOException e) {
            return failed("已停止，会议文件夹没有写出。", "Stopped; no meeting folder was made.");
        } catch (IOException e) {
            return failed("读写失败：" + e.getMessage() + "。会议文件夹没有写出，请检查介质、空间和权限。", "Reading or writing failed, and no meeting folder was made; check the medium, space and rights.");
        } finally {
            if (scratch != null) remove(scratch);
        }
    }

    /** Stopped by somebody, it ends before the next document, and what was begun is taken back. */
    private Gathered gathered(Mapping names, Path scratch) throws IOException {
        try (var stop = new Stop(); var child = new CountingChild(scratch)) {
            PageCounting counting = (size, content) -> {
                stop.check();
                return child.pages(size, content);
            };
            return Gathering.gather(new Gathering.Order(folder, files, names, out, LocalDate.now(), counting));
        }
    }

    private Optional<Mapping> mapping(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(Mapping.read(in.readNBytes(LARGEST_MAPPING)));
        } catch (BadJson e) {
            failed("对应关系文件不符合格式（" + e.getMessage() + (e.line() > 0 ? "，第 " + e.line() + " 行" : "") + "）。请按 docs/formats/mapping.md 改正。",
                    "The mapping does not follow its format; see docs/formats/mapping.md.");
            return Optional.empty();
        }
    }

    /** A list that cannot be read to its end stops everything: nobody would know whom it names. */
    private Optional<DishonestyList> list(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            failed("没有失信名单文件“" + file + "”。", "There is no such list.");
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var read = DishonestyList.read(String.valueOf(file.getFileName()), in.readNBytes(LARGEST_LIST));
            read.findings().forEach(it -> spec.commandLine().getErr().println(it.sentence()));
            if (read.list().isEmpty()) failed("失信名单不能用，会议文件夹没有写出。", "The list cannot be used; no meeting folder was made.");
            return read.list();
        }
    }

    private static Gathered screened(Gathered gathered, Optional<DishonestyList> list) {
        if (list.isEmpty() || gathered.meeting().isEmpty()) return gathered;
        return gathered.with(list.get().hits(gathered.meeting().get().applicants()));
    }

    private int ended(Gathered gathered) throws IOException {
        if (report.isPresent()) written(report.get(), gathered);
        if (marked.isPresent()) {
            Files.createDirectories(marked.get());
            for (var copy : gathered.marked().entrySet()) Whole.write(marked.get().resolve(copy.getKey()), copy.getValue());
        }
        var errors = gathered.findings().stream().filter(OfficeFinding::error).count();
        var hints = gathered.findings().size() - errors;
        if (json) {
            var all = Json.array(gathered.findings().stream().map(OfficeFinding::json).toList());
            spec.commandLine().getOut().println(CanonicalJson.text(Json.object().with("made", new Json.Bool(gathered.meeting().isPresent()))
                    .with("errors", errors).with("warnings", hints).with("findings", all)));
            return gathered.meeting().isPresent() ? 0 : 1;
        }
        gathered.findings().forEach(it -> spec.commandLine().getErr().println(it.sentence()));
        if (gathered.meeting().isEmpty()) {
            return failed("有 " + errors + " 个错误、" + hints + " 个提示，会议文件夹没有写出。请改正后再运行一次。", errors + " errors, " + hints + " warnings: no meeting folder was made. Mend them and run this again.");
        }
        var expected = gathered.meeting().get().meeting().expected();
        spec.commandLine().getOut().println("会议文件夹已写出：" + out + "（人员 " + expected.people() + "，申报人 " + expected.applicants() + "，材料 " + expected.documents()
                + " 份，" + expected.bytes() + " 字节）" + (hints > 0 ? "，另有 " + hints + " 个提示请核对" : "") + "。接着用 conclave package build 打包。");
        spec.commandLine().getOut().println("The meeting folder stands; go on with conclave package build.");
        return 0;
    }

    private void written(Path file, Gathered gathered) throws IOException {
        if (!OnPaper.wanted(file)) {
            Whole.write(file, gathered.report());
            return;
        }
        var paper = OnPaper.of(gathered.form(), spec.commandLine().getErr());
        if (paper.isPresent()) Whole.write(file, paper.get());
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private int failed(String chinese, String english) {
        spec.commandLine().getErr().println(chinese + System.lineSeparator() + english);
        return 1;
    }

    /** What the counting child left: never anything but its own files. */
    private static void remove(Path scratch) {
        try (var all = Files.walk(scratch)) {
            all.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        } catch (IOException e) {
            scratch.toFile().deleteOnExit();
        }
    }
}
