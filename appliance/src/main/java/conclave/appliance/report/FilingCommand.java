package conclave.appliance.report;

import conclave.exchange.office.ObjectionBook;
import conclave.exchange.result.ResultFolder.NoResult;
import conclave.meeting.event.Item;
import conclave.report.FilingForm;
import conclave.report.Held;
import conclave.report.Objections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conclave package filing}: what is handed in after the publicity period, with what objections came to. */
@Command(name = "filing", mixinStandardHelpOptions = true, description = {
    "公示期满后生成备案表；异议登记表中成立的不予备案，未办结的暂缓。",
    "Makes the filing form after publication; an objection that was upheld or is open keeps its applicant out."})
public final class FilingCommand implements Callable<Integer> {

    private static final long LARGEST = 20L << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Subject subject;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "要生成的文件夹，须不存在。The folder to make; it must not exist yet.")
    private Path out;

    @Option(names = "--objections", paramLabel = "FILE", description = "填好的异议登记表（.xlsx）。The workbook of objections, filled in.")
    private Path objections;

    @Option(names = "--rehearsal", description = "演练会议也生成，表上注明“演练”。Also of a rehearsal; the form says so.")
    private boolean rehearsal;

    @Option(names = "--no-objections", description = "公示期满，没有异议。The list has hung out, and nobody objected.")
    private boolean none;

    @Override
    public Integer call() throws IOException {
        try {
            var held = subject.held(spec);
            var known = read(held);
            if (known.isEmpty()) {
                return subject.said(spec).refused("filing.objections", "异议登记表有错误，没有生成备案表：请改正后再做一次。", "The workbook of objections has errors: correct it and try again.");
            }
            if (held.rehearsal() && !rehearsal) {
                return subject.said(spec).refused("filing.rehearsal", "这是演练会议，不能备案，没有生成备案表；只为练习的，请加 --rehearsal。",
                        "This was a rehearsal and is not filed; for practice add --rehearsal.");
            }
            return Sheaf.write(List.of(FilingForm.of(held, known)), Map.of(), subject.types(spec), out, subject.said(spec),
                    spec.commandLine().getErr());
        } catch (NoResult e) {
            return subject.none(spec, e);
        }
    }

    private Optional<Objections> read(Held held) throws IOException {
        if (none == (objections != null)) {
            throw new ParameterException(spec.commandLine(), "请用 --objections 给出异议登记表，或用 --no-objections 说明公示期满没有异议，二者取其一。"
                    + "Give the workbook of objections, or say that there were none: one of both.");
        }
        if (none) return Optional.of(Objections.NONE);
        if (!Files.isRegularFile(objections) || Files.size(objections) > LARGEST) {
            throw new ParameterException(spec.commandLine(), objections + " 不是异议登记表。This is no workbook of objections.");
        }
        var codes = held.end().walk().register().applicants().values().stream().map(Item.Applicant::code).toList();
        var read = ObjectionBook.read(Files.readAllBytes(objections), codes);
        read.findings().forEach(finding -> spec.commandLine().getErr().println(finding.sentence()));
        return read.objections();
    }
}
