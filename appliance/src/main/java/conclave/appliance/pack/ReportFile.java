package conclave.appliance.pack;

import conclave.appliance.report.OnPaper;
import conclave.exchange.MeetingFolder.Reading;
import conclave.exchange.office.CompletenessReport;
import conclave.exchange.office.CompletenessReport.Origin;
import conclave.seal.OwnerFiles;
import conclave.seal.container.SignedStatement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** 数据完整性核对报告 of a package, for whoever asks for it: it names people, so only its owner can read it. */
final class ReportFile {

    @Option(names = "--report", paramLabel = "FILE", description = "写出数据完整性核对报告（.xlsx 或 .pdf），含姓名，请妥善保管。A completeness report as a workbook or a PDF; it names people.")
    private Optional<Path> file = Optional.empty();

    /** A report that cannot be written is said, and changes nothing else. */
    void write(Reading reading, SignedStatement signed, String command, PrintWriter err) {
        if (file.isEmpty()) return;
        var origin = origin(signed, command);
        try {
            var content = OnPaper.of(file.get(), () -> CompletenessReport.of(reading, origin), () -> CompletenessReport.form(reading, origin), err);
            if (content.isPresent()) OwnerFiles.write(file.get().toAbsolutePath(), content.get());
        } catch (IOException e) {
            err.println("核对报告没有写出，请检查路径、权限和磁盘空间：" + file.get() + "。The report could not be written; look at path, rights and space.");
        }
    }

    /** Of which package it is, who made that, and when it was looked through. */
    private static Origin origin(SignedStatement signed, String command) {
        var statement = signed.statement();
        return new Origin(List.of("数据包：" + statement.packageId() + "（" + Facing.kind(statement.type()) + "，第" + statement.sequence() + "个），会议 " + statement.meeting(),
                "制作和签名：" + String.join("、", Facing.signers(signed)),
                "核对时间：" + WallClock.said(Instant.now()) + "，由 conclave package " + command + " 核对"));
    }
}
