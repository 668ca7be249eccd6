package conclave.appliance.office;

import conclave.appliance.Scratch;
import conclave.appliance.pack.Said;
import conclave.appliance.pack.WallClock;
import conclave.appliance.plan.Stop;
import conclave.appliance.report.OnPaper;
import conclave.codec.BadJson;
import conclave.document.render.Conversion;
import conclave.document.render.Limits;
import conclave.exchange.Mishap;
import conclave.exchange.office.CompletenessReport.Origin;
import conclave.exchange.office.CountingChild;
import conclave.exchange.office.DishonestyList;
import conclave.exchange.office.Gathering;
import conclave.exchange.office.Gathering.Gathered;
import conclave.exchange.office.Mapping;
import conclave.exchange.office.PageCounting;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Workbooks and scans become a meeting folder, for whichever command wants one. */
public final class FromForms {

    private static final int LARGEST_MAPPING = 8 << 20;
    private static final int LARGEST_LIST = (64 << 20) + 1;

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

    /** Empty where it could not be begun or did not come to its end, which was said; reports and copies are written either way. */
    public Optional<Gathered> gather(Path folder, Path out, Said said, PrintWriter err) {
        if (!Files.isDirectory(folder)) return failed(said, "没有文件夹“" + folder + "”，请核对路径。", "There is no such folder.");
        if (files.isPresent() && !Files.exists(files.get())) return failed(said, "没有“" + files.get() + "”，请核对 --files。", "There are no such files.");
        if (marked.isPresent() && same(marked.get(), folder)) {
            return failed(said, "副本不能写进原来的文件夹，请换一个。", "Copies must not lie beside their originals; choose another folder.");
        }
        try (var scratch = Scratch.named("gather")) {
            var names = mapping.isPresent() ? mapping(mapping.get(), said) : Optional.of(Mapping.none());
            if (names.isEmpty()) return Optional.empty();
            var list = dishonesty.isPresent() ? list(dishonesty.get(), said, err) : Optional.<DishonestyList>empty();
            if (dishonesty.isPresent() && list.isEmpty()) return Optional.empty();
            var gathered = screened(gathered(folder, out, names.get(), scratch.folder()), list);
            write(gathered, folder, err);
            return Optional.of(gathered);
        } catch (InterruptedIOException e) {
            return failed(said, "已停止，会议文件夹没有写出。", "Stopped; no meeting folder was made.");
        } catch (IOException e) {
            var mishap = Mishap.of(e);
            return failed(said, "会议文件夹没有写出，读写文件时出错：" + mishap.chinese(), "No meeting folder was made; a file could not be read or written: " + mishap.english());
        }
    }

    /** Stopped by somebody, it ends before the next document, and what was begun is taken back. */
    private Gathered gathered(Path folder, Path out, Mapping names, Path scratch) throws IOException {
        try (var stop = new Stop(); var memory = Scratch.inMemory("office");
                var child = new CountingChild(scratch, () -> Conversion.onThisMachine(memory.folder(), Limits.usual()))) {
            PageCounting counting = (size, content) -> {
                stop.check();
                return child.pages(size, content);
            };
            return Gathering.gather(new Gathering.Order(folder, files, names, out, LocalDate.now(), counting));
        }
    }

    private static Gathered screened(Gathered gathered, Optional<DishonestyList> list) {
        if (list.isEmpty() || gathered.meeting().isEmpty()) return gathered;
        return gathered.with(list.get().hits(gathered.meeting().get().applicants()));
    }

    private void write(Gathered gathered, Path folder, PrintWriter err) throws IOException {
        if (report.isPresent()) {
            var origin = new Origin(List.of("资料来源：工作簿文件夹 " + folder.toAbsolutePath().normalize().getFileName() + "，尚未制成数据包",
                    "核对时间：" + WallClock.said(Instant.now()) + "，由 conclave package gather 或 build 核对"));
            var content = OnPaper.of(report.get(), () -> gathered.report(origin), () -> gathered.form(origin), err);
            if (content.isPresent()) Whole.write(report.get(), content.get());
        }
        if (marked.isEmpty()) return;
        Files.createDirectories(marked.get());
        for (var copy : gathered.marked().entrySet()) Whole.write(marked.get().resolve(copy.getKey()), copy.getValue());
    }

    private static Optional<Mapping> mapping(Path file, Said said) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(Mapping.read(in.readNBytes(LARGEST_MAPPING)));
        } catch (BadJson e) {
            failed(said, "对应关系文件不符合格式（" + MappingTrouble.chinese(e) + "）。请按 docs/formats/mapping.md 改正。",
                    "The mapping does not follow its format; see docs/formats/mapping.md.");
            return Optional.empty();
        }
    }

    /** A list that cannot be read to its end stops everything: nobody would know whom it names. */
    private static Optional<DishonestyList> list(Path file, Said said, PrintWriter err) throws IOException {
        if (!Files.isRegularFile(file)) {
            failed(said, "没有失信名单文件“" + file + "”，请核对 --dishonesty。", "There is no such list.");
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var read = DishonestyList.read(String.valueOf(file.getFileName()), in.readNBytes(LARGEST_LIST));
            read.findings().forEach(it -> err.println(it.sentence()));
            if (read.list().isEmpty()) failed(said, "失信名单不能用，会议文件夹没有写出。请按以上提示改正名单。", "The list cannot be used; no meeting folder was made.");
            return read.list();
        }
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static Optional<Gathered> failed(Said said, String chinese, String english) {
        said.refused("forms.not-gathered", chinese, english);
        return Optional.empty();
    }
}
