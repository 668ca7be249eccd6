package conclave.appliance.pack;

import conclave.appliance.Scratch;
import conclave.appliance.office.FromForms;
import conclave.exchange.office.Gathering.Gathered;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a package is built of: a folder as it stands, or one that is gathered of workbooks and scans for this and removed again. That one
 * lies where temporary files lie on this machine, and never on the stick.
 */
final class Ingredients implements AutoCloseable {

    private final Path folder;
    private final Optional<Scratch> scratch;
    private final Optional<Gathered> gathered;

    private Ingredients(Path folder, Optional<Scratch> scratch, Optional<Gathered> gathered) {
        this.folder = folder;
        this.scratch = scratch;
        this.gathered = gathered;
    }

    static Ingredients asTheyStand(Path folder) {
        return new Ingredients(folder, Optional.empty(), Optional.empty());
    }

    /** Where it cannot even be begun, that was said, and nothing was gathered. */
    static Ingredients of(Path workbooks, FromForms forms, Said said, PrintWriter err) throws IOException {
        var scratch = Scratch.named("build");
        try {
            var folder = scratch.folder().resolve("meeting");
            return new Ingredients(folder, Optional.of(scratch), forms.gather(workbooks, folder, said, err));
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** No bag, and at least one workbook. */
    static boolean areWorkbooks(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve("bagit.txt"), LinkOption.NOFOLLOW_LINKS)) return false;
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|xls|xlsm)"));
        }
    }

    Path folder() {
        return folder;
    }

    Optional<Gathered> gathered() {
        return gathered;
    }

    @Override
    public void close() {
        scratch.ifPresent(Scratch::close);
    }
}
