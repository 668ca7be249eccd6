package conclave.main;

import conclave.config.Checked;
import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.seal.KeyBox;
import conclave.seal.KeyShares;
import conclave.seal.KeyStick.Content;
import conclave.seal.KeyStick;
import conclave.seal.SecretFiles;
import conclave.seal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Seals the keys of a data folder that stands still, and takes the seal off again. Cut short, it is ended by saying it again. */
public final class KeySealing implements AutoCloseable {

    private final DataFolder data;
    private Optional<KeyBox> box;

    private KeySealing(DataFolder data, Optional<KeyBox> box) {
        this.data = data;
        this.box = box;
    }

    public static Checked<KeySealing> of(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("format"))) return Checked.refused(Finding.error("data.not-a-folder", "folder", folder.toString()));
        var opened = DataFolder.open(folder);
        if (opened.value().isEmpty()) return new Checked<>(Optional.empty(), opened.findings());
        var data = opened.value().get();
        try {
            return Checked.of(new KeySealing(data, KeyBox.of(data.root())), List.of());
        } catch (Unusable damaged) {
            data.close();
            return Checked.refused(Troubles.finding(damaged));
        }
    }

    /** Sealed wholly, partly after something was cut short, or not at all. */
    public enum State { OPEN, BEGUN, SEALED }

    public State state() {
        return box.isEmpty() ? State.OPEN : box.get().whole() ? State.SEALED : State.BEGUN;
    }

    public Optional<KeyBox> box() {
        return box;
    }

    /**
     * Draws a key, and lets it be carried away before anything is sealed under it.
     *
     * @param stick  takes the key, where there is one
     * @param shares told the three shares
     */
    public void begin(Optional<Path> stick, Consumer<List<String>> shares) throws IOException {
        var content = Content.fresh();
        if (stick.isPresent()) KeyStick.add(stick.get(), content);
        shares.accept(KeyShares.split(content));
        box = Optional.of(KeyBox.begin(data.root(), content));
    }

    /** The box is open. */
    public void seal() throws IOException {
        for (var file : secrets()) SecretFiles.seal(file);
        box = Optional.of(box.orElseThrow().wholeNow());
    }

    /** The box is open; afterwards there is none. */
    public void unseal() throws IOException {
        for (var file : secrets()) SecretFiles.unseal(file);
        box.orElseThrow().remove();
        box = Optional.empty();
    }

    /** What opens codes, cookies, signatures, papers, meetings and packages that wait; what browsers are shown stays open. */
    private List<Path> secrets() throws IOException {
        var files = new ArrayList<>(List.of(data.node().resolve("keys/pepper"), data.node().resolve("keys/cookies"), data.node().resolve("keys/signing.p8"),
                data.node().resolve("certificates/authority-key.pem"), data.node().resolve("certificates/peer-key.pem")));
        for (var folder : List.of(data.meetings(), data.root().resolve("intake/meetings"))) {
            if (!Files.isDirectory(folder)) continue;
            try (var meetings = Files.list(folder)) {
                meetings.map(meeting -> meeting.resolve("key")).forEach(files::add);
            }
        }
        return files.stream().filter(Files::exists).toList();
    }

    @Override
    public void close() throws IOException {
        box.ifPresent(KeyBox::close);
        data.close();
    }
}
