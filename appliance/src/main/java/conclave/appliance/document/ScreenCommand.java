package conclave.appliance.document;

import conclave.document.ocr.ScanReader;
import conclave.document.screen.Known;
import conclave.document.screen.Sieve;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave screen}: 0 where everything was looked through, whatever was found; 1 where something was not. */
@Command(name = "screen", mixinStandardHelpOptions = true, description = {
    "筛查文件中能看出申报人身份的内容：证件号、电话、邮箱、账号、证书编号，以及词典中的姓名和单位。默认不显示具体内容。",
    "Finds in files what says who somebody is, by patterns and by a dictionary. What it says is not shown unless asked for."})
public final class ScreenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "文件或文件夹。Files or folders.")
    private List<Path> paths;

    @Option(names = "--dictionary", paramLabel = "FILE",
            description = "词典（JSON），写法见 formats/person-dictionary.md。What is known of the persons.")
    private Optional<Path> dictionary = Optional.empty();

    @Option(names = "--json", description = "供程序读取：命中的列表。For programs: a list of hits.")
    private boolean json;

    @Option(names = "--show-values", description = "显示命中的具体内容。Shows what was found.")
    private boolean values;

    @Option(names = "--must-be-clean", description = "有任何命中时退出码为 1。Ends with 1 where anything was found.")
    private boolean mustBeClean;

    @Option(names = "--no-ocr", description = "不识别扫描页，只求快；这些页逐一列出，仍需筛查。Quick: scans are not read, only named.")
    private boolean noOcr;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var known = List.<Known>of();
        if (dictionary.isPresent()) {
            try {
                known = DictionaryFile.read(dictionary.get());
            } catch (DictionaryFile.Unusable e) {
                err.println("✗ " + e.getMessage());
                err.println("  " + e.english() + " (" + e.code() + ")");
                return 1;
            }
        }
        var findings = new Findings(out, err, json, values);
        findings.begin();
        try (var readings = new DocumentReadings(scans(err))) {
            var screening = new Screening(Sieve.of(known), Sieve.forPictures(known), readings, findings);
            paths.forEach(screening::path);
        } finally {
            findings.end();
        }
        return findings.whole() && !(mustBeClean && !findings.clean()) ? 0 : 1;
    }

    private Optional<Scans> scans(PrintWriter err) throws InterruptedException {
        return noOcr ? Optional.empty() : Optional.of(new Scans(ScanReader.onThisMachine(), new Pace(err, System::nanoTime)));
    }
}
