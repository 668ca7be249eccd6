package conclave.appliance.pack;

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

    @Option(names = "--report", paramLabel = "FILE", description = "写出数据完整性核对报告（.xlsx），含姓名，请妥善保管。A completeness report as a workbook; it names people.")
    private Optional<Path> file = Optional.empty();

    /** A report that cannot be written is said, and changes nothing else. */
    void write(Reading reading, PrintWriter err) {
        if (file.isEmpty()) return;
        try {
            OwnerFiles.write(file.get().toAbsolutePath(), CompletenessReport.of(reading));
        } catch (IOException e) {
            err.println("核对报告没有写出，请检查路径、权限和磁盘空间：" + file.get() + "。The report could not be written; look at path, rights and space.");
        }
    }
}
