package conclave.main;

import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.FindingWords;
import conclave.seal.KeyBox;
import conclave.seal.KeyStick;
import conclave.seal.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the key box before anything else of a start: with what systemd hands over (from the TPM), with the stick, and where
 * neither is there it waits, for the stick to be plugged in or for two persons to enter their shares.
 */
final class KeyRelease {

    /** Under this name systemd lays the credential into the folder that it tells. */
    static final String CREDENTIAL = "conclave-keybox";
    private static final Logger LOG = LoggerFactory.getLogger(KeyRelease.class);
    private static final long LOOK_EVERY_MS = 500;

    private final KeyBox box;
    private final List<Path> sticks = new ArrayList<>();

    private KeyRelease(KeyBox box, Optional<Path> stick) {
        this.box = box;
        Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(folder -> Path.of(folder, CREDENTIAL)).ifPresent(sticks::add);
        stick.ifPresent(sticks::add);
    }

    /** @param waits told once where a person is needed; what it hands back is closed when the box is open */
    static Optional<KeyBox> open(DataFolder data, Optional<Path> stick, Waits waits) throws IOException, InterruptedException {
        var box = KeyBox.of(data.root());
        if (box.isEmpty() || box.get().isOpen()) return box;
        var began = System.nanoTime();
        var how = new KeyRelease(box.get(), stick).open(waits, data);
        LOG.info("the key box was opened by {}, {} ms after it was looked at", how, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        return box;
    }

    /** Who is told that the start stands still. */
    @FunctionalInterface
    interface Waits {
        AutoCloseable begin(Finding why) throws IOException;
    }

    private String open(Waits waits, DataFolder data) throws IOException, InterruptedException {
        var why = new Said();
        if (byStick(why)) return why.how;
        why.aloud();
        try (var counter = KeyCounter.open(data.node()); var _ = waits.begin(why.finding)) {
            while (true) {
                if (counter.handed(box, LOOK_EVERY_MS)) return "two shares";
                if (byStick(why)) return why.how;
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the page that says that keys are waited for did not close", e);
        }
    }

    private boolean byStick(Said why) throws IOException {
        Finding trouble = null;
        for (var stick : sticks) {
            try {
                var key = KeyStick.keyFor(box.id(), stick);
                if (key.isPresent()) {
                    box.open(key.get());
                    why.how = stick.endsWith(CREDENTIAL) ? "systemd's credential" : "the stick";
                    return true;
                }
                if (trouble == null) trouble = Finding.error("key.stick-absent", "file", stick.toString());
            } catch (Unusable unusable) {
                trouble = Troubles.finding(unusable);
            }
        }
        why.now(trouble != null ? trouble : Finding.error("key.box-closed", "folder", box.folder().toString()));
        return false;
    }

    /** The last word about it, said again only when it is another. */
    private static final class Said {
        private Finding finding;
        private String how = "";
        private boolean loud;

        void now(Finding found) {
            var other = !found.equals(finding);
            finding = found;
            if (other && loud) tell();
        }

        void aloud() {
            loud = true;
            tell();
        }

        private void tell() {
            for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                var words = FindingWords.in(language);
                LOG.warn("{} {}", words.what(finding), words.fix(finding));
            }
        }
    }
}
