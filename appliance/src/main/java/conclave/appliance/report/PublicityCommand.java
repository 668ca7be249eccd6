package conclave.appliance.report;

import conclave.exchange.office.ObjectionBook;
import conclave.exchange.result.ResultFolder.NoResult;
import conclave.report.Period;
import conclave.report.Publicity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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

/** {@code conclave package publicity}: the list that is put up, and the workbook in which objections to it are noted. */
@Command(name = "publicity", mixinStandardHelpOptions = true, description = {
    "生成公示名单（只含通过人员的姓名、单位、专业和职称）和空白的异议登记表。",
    "Makes the list for publication (who passed: name, unit, specialty, title) and an empty workbook for objections."})
public final class PublicityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Subject subject;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "要生成的文件夹，须不存在。The folder to make; it must not exist yet.")
    private Path out;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "公示第一天；不给则留空手填。First day of publication; left open if not given.")
    private LocalDate from;

    @Option(names = "--days", defaultValue = "5", paramLabel = "N", description = "公示几个工作日，至少 5（默认 ${DEFAULT-VALUE}）。Working days, at least 5.")
    private int days;

    @Option(names = "--off", paramLabel = "YYYY-MM-DD", description = "周末以外的放假日，可多次使用。A day off beside weekends; may be repeated.")
    private List<LocalDate> off = List.of();

    @Option(names = "--workday", paramLabel = "YYYY-MM-DD", description = "调休上班的周末，可多次使用。A weekend day on which people work; may be repeated.")
    private List<LocalDate> workdays = List.of();

    @Override
    public Integer call() throws IOException {
        try {
            var held = subject.held(spec);
            if (!held.roll().named()) throw wrong("公示名单须有姓名：请用 --names 给出名册。A list for publication has names: give --names.");
            var form = Publicity.of(held, period());
            if (form.isEmpty()) {
                return subject.said(spec).refused("publicity.none", "会议尚未封存，或只是演练，不生成公示名单。请在会议封存、导出以后再做。",
                        "The meeting is not sealed, or was a rehearsal: there is nothing to publish.");
            }
            return Sheaf.write(List.of(form.get()), Map.of("objections.xlsx", ObjectionBook.empty()), subject.types(spec), out, subject.said(spec),
                    spec.commandLine().getErr());
        } catch (NoResult e) {
            return subject.none(spec, e);
        }
    }

    private Optional<Period> period() {
        if (days < Period.FEWEST) throw wrong("公示不少于 " + Period.FEWEST + " 个工作日。A publication lasts at least " + Period.FEWEST + " working days.");
        if (from == null) return Optional.empty();
        try {
            return Optional.of(Period.of(from, days, off, workdays));
        } catch (IllegalArgumentException e) {
            throw wrong("公示期过长，或放假日过多，请核对。The period is too long: see the days that were given.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
