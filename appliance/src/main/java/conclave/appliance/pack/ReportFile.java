package conclave.appliance.pack;

import conclave.appliance.report.OnPaper;
import conclave.exchange.MeetingFolder.Reading;
import conclave.exchange.office.CompletenessReport;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** 数据完整性核对报告 of a package, for whoever asks for it: it names people, so only its owner can read it. */
final class ReportFile {

    @Option(names = "--report", paramLabel = "FILE", description = "写出数据完整性核对报告（.xlsx 或 .pdf），含姓名，请妥善保管。A completeness report as a workbook or a PDF; it names people.")
    private Optional<Path> file = Optional.empty();

    /** A report that cannot be written is said, and changes nothing else. */
    void write(Reading reading, PrintWriter err) {
        if (file.isEmpty()) return;
        try {
            var content = OnPaper.of(file.get(), () -> CompletenessReport.of(reading), () -> CompletenessReport.form(reading), err);
            if (content.isPresent()) OwnerFiles.write(file.get().toAbsolutePath(), content.get());
        } catch (IOException e) {
            err.println("核对报告没有写出，请检查路径、权限和磁盘空间：" + file.get() + "。The report could not be written; look at path, rights and space.");
        }
    }
}
