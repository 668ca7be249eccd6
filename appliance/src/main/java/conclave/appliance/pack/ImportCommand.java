package conclave.appliance.pack;

import conclave.config.DataFolder;
import conclave.config.FindingWords;
import conclave.exchange.parcel.Desk;
import conclave.exchange.parcel.Import;
import conclave.exchange.parcel.Outcome;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Shelf;
import conclave.main.PackageRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package import}: 0 where the package is here, now or since before; 1 with a reason, and then nothing of it is. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
    "把会议数据包导入数据目录；下次启动时会议即可使用。", "Brings a meeting package into a data folder; the next start has the meeting."})
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Holding holding;

    @Mixin
    private Trusting trusting;

    @Parameters(paramLabel = "FILE", description = "数据包的第一卷（.mpkg）。The package's first volume.")
    private Path file;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "节点的数据目录。The node's data folder.")
    private Path data;

    @Option(names = "--meeting", paramLabel = "ID", description = "只接受这场会议的数据包。Takes packages of this meeting only.")
    private String meeting;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "本机时钟不可信时，由操作人确认的日期。The date, confirmed by you, where the clock is not trusted.")
    private LocalDate date;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        requireDataFolder();
        try (var shelf = Shelf.open(data); var meter = new Meter(System.err, System.console() != null)) {
            var opening = holding.opening().orElseThrow(() -> wrong("请用 --key 给出接收方私钥，或用 --passphrase-file 给出口令。Say how to open it: --key, or --passphrase-file."));
            var cryptography = PackageRoom.cryptography();
            var desk = new Desk(cryptography.check(), trusting.trust(data), opening, cryptography, day(), date != null, Optional.ofNullable(meeting));
            return say(said, new Import(file, shelf, desk, meter).run());
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
    }

    private int say(Said said, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Turned turned -> said.refused(turned.complaint());
            case Outcome.Known known -> {
                var lines = new ArrayList<>(Said.lines(known.signed().statement()));
                lines.add("✓ 这个数据包以前已经导入，未作任何改动。The package was imported before; nothing was changed.");
                yield said.done(lines, Said.fields(known.signed().statement()).put("already", true));
            }
            case Outcome.Taken taken -> taken(said, taken);
        };
    }

    private static int taken(Said said, Outcome.Taken taken) {
        said.findings(taken.warnings());
        var counts = taken.counts();
        var lines = new ArrayList<>(Said.lines(taken.signed().statement()));
        lines.add("签名人 Signed by     " + Said.signers(taken.signed()));
        lines.add("申报人 Applicants    " + counts.applicants());
        lines.add("人员 People          " + counts.people());
        lines.add("材料 Documents       " + counts.documents() + "，" + counts.bytes() + " 字节 bytes");
        lines.add("提示 Warnings        " + taken.warnings().size());
        lines.add("✓ 导入完成，数量与发送方一致。下次启动时会议即可使用。");
        lines.add("  Imported; the counts agree with the sender's. The next start has the meeting.");
        return said.done(lines, Said.fields(taken.signed().statement()).put("already", false).put("applicants", counts.applicants())
                .put("people", counts.people()).put("documents", counts.documents()).put("bytes", counts.bytes()).put("warnings", taken.warnings().size()));
    }

    /** A folder of something else is not touched. One that a running node holds may be added to: it is laid out already. */
    private void requireDataFolder() throws IOException {
        var opened = DataFolder.open(data);
        if (opened.value().isPresent()) opened.value().get().close();
        for (var finding : opened.findings()) {
            if (!finding.isError() || finding.what().equals("data.in-use")) continue;
            throw wrong(FindingWords.in(Locale.SIMPLIFIED_CHINESE).what(finding) + " " + FindingWords.in(Locale.ENGLISH).what(finding));
        }
    }

    /** Noon of the confirmed day, so that no time zone makes another day of it. */
    private Instant day() {
        return date == null ? Instant.now() : date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
