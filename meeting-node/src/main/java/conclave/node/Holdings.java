package conclave.node;

import conclave.config.DataFolder;
import conclave.ledger.Holding;
import conclave.ledger.LedgerId;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What a node that stands still holds of each meeting. */
public final class Holdings {

    private Holdings() {
    }

    /** How many entries a ledger has here. */
    @FunctionalInterface
    public interface Entries {
        long of(LedgerId ledger) throws IOException;
    }

    public static List<Holding> in(DataFolder data, Entries entries) throws IOException {
        var held = new ArrayList<Holding>();
        try (var folders = Files.list(data.meetings())) {
            for (var folder : folders.filter(f -> Founding.finished(f) || Founding.taken(f)).sorted().toList()) {
                var founding = Founding.read(folder);
                held.add(Holding.in(folder, founding.meeting().value(), entries.of(founding.ledger())));
            }
        }
        return held;
    }
}
