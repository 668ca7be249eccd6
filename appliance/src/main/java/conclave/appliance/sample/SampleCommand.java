package conclave.appliance.sample;

import conclave.exchange.MeetingFile.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conclave package sample}: exit code 0 when the folder stands, 1 when it could not be made, 2 for wrong options. */
@Command(name = "sample", mixinStandardHelpOptions = true,
        description = "Makes a sample meeting folder: invented people, real PDFs, the same for the same options.")
public final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder to make; it must not exist yet")
    private Path out;

    @Option(names = "--rooms", defaultValue = "2", description = "rooms, 1 to 20 (default ${DEFAULT-VALUE})")
    private int rooms;

    @Option(names = "--experts", defaultValue = "4", description = "experts in each room, 1 to 20 (default ${DEFAULT-VALUE})")
    private int experts;

    @Option(names = "--applicants", defaultValue = "12", description = "applicants in all, up to 2000 (default ${DEFAULT-VALUE})")
    private int applicants;

    @Option(names = "--seed", defaultValue = "1", description = "another seed makes other people (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--mode", defaultValue = SampleOptions.USUAL_MODE,
            description = "one of the modes that come with the program (default ${DEFAULT-VALUE}): by which stages the rooms walk")
    private String mode;

    @Option(names = "--alternates", defaultValue = "0", description = "experts in each room who wait for a free seat, up to 3 (default ${DEFAULT-VALUE})")
    private int alternates;

    @Option(names = "--kind", defaultValue = "rehearsal", description = "rehearsal or real (default ${DEFAULT-VALUE})")
    private String kind;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "first day of the meeting (default today)")
    private LocalDate date;

    @Override
    public Integer call() {
        try {
            var made = Sample.make(options());
            spec.commandLine().getOut().printf(Locale.ROOT, "%s: %d people, %d applicants, %d documents, %d pages, %d MB%n", out,
                    made.people(), made.applicants(), made.documents(), made.pages(), made.bytes() >> 20);
            return 0;
        } catch (IllegalArgumentException e) {
            return say(e.getMessage(), 2);
        } catch (FileAlreadyExistsException e) {
            return say("There is something already at " + out + "; choose another folder or remove it.", 1);
        } catch (IOException e) {
            return say(e instanceof TypeCase.FontsMissing ? e.getMessage() : "The sample could not be written: " + e.getMessage(), 1);
        }
    }

    private SampleOptions options() {
        var word = kind.toUpperCase(Locale.ROOT);
        if (!word.equals("REHEARSAL") && !word.equals("REAL")) throw new IllegalArgumentException("kind must be rehearsal or real, not " + kind);
        return new SampleOptions(rooms, experts, alternates, applicants, seed, Kind.valueOf(word), mode, date == null ? LocalDate.now() : date, out);
    }

    private int say(String sentence, int exit) {
        spec.commandLine().getErr().println(sentence);
        return exit;
    }
}
