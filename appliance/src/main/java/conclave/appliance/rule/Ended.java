package conclave.appliance.rule;

import conclave.exchange.workbook.CellFinding;
import java.util.List;
import java.util.function.IntSupplier;
import picocli.CommandLine.Model.CommandSpec;

/** How these commands end: 0, or 1 with a sentence. */
final class Ended {

    private Ended() {
    }

    /** What could not be written is said, without a stack of calls. */
    static int in(CommandSpec spec, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (OutFile.Unwritten e) {
            return with(spec, e.getMessage());
        }
    }

    static int with(CommandSpec spec, String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 1;
    }

    static void say(CommandSpec spec, List<CellFinding> findings) {
        findings.forEach(finding -> spec.commandLine().getErr().println(finding.sentence()));
    }
}
