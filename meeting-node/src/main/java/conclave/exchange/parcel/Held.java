package conclave.exchange.parcel;

import conclave.exchange.AmendmentFile;
import conclave.exchange.AmendmentFolder;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Passage;
import conclave.exchange.tar.BadTar;
import conclave.seal.OwnerFiles;
import conclave.seal.SecretFiles;
import conclave.seal.container.Profile;
import conclave.seal.container.Refused;
import conclave.seal.container.Statement;
import conclave.seal.container.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A package that passed every step and waits for the server: its volumes as they came, the statement that was signed for them, and the
 * content key, kept like the node's other keys (decision 0023). Nothing of it lies in clear.
 */
public final class Held {

    private static final String STATEMENT = "statement.json";
    private static final String KEY = "key";

    private final Path folder;
    private final Statement statement;
    private final byte[] key;

    private Held(Path folder, Statement statement, byte[] key) {
        this.folder = folder;
        this.statement = statement;
        this.key = key;
    }

    /** The volumes lie in the folder already; durable when it returns. */
    static void keep(Path folder, Statement statement, byte[] key) throws IOException {
        OwnerFiles.write(folder.resolve(STATEMENT), statement.bytes());
        SecretFiles.write(folder.resolve(KEY), key);
    }

    static Held in(Path folder) throws IOException {
        return new Held(folder, Statement.read(Files.readAllBytes(folder.resolve(STATEMENT))), SecretFiles.read(folder.resolve(KEY)));
    }

    public Statement statement() {
        return statement;
    }

    /** Its files, opened as they pass by. */
    public Passage contents(Suites suites, Progress progress) {
        var volumes = statement.volumes().stream().map(volume -> folder.resolve(volume.name())).toList();
        return new Inside(volumes, statement, (_, _, _) -> key.clone(), suites, progress);
    }

    /** Empty where the disk has changed it since. */
    public Optional<MeetingFile> meeting(Suites suites, Progress progress) throws IOException {
        try {
            return MeetingFolder.read(contents(suites, progress),
                    statement.profile() == Profile.GM ? Optional.of(suites.of(Profile.GM)::digest) : Optional.empty()).meeting();
        } catch (Refused | BadTar | NoSuchFileException damaged) {
            return Optional.empty();
        }
    }

    /** The same of an amendment. */
    public Optional<AmendmentFile> amendment(Suites suites, Progress progress) throws IOException {
        try {
            return AmendmentFolder.read(contents(suites, progress),
                    statement.profile() == Profile.GM ? Optional.of(suites.of(Profile.GM)::digest) : Optional.empty()).amendment();
        } catch (Refused | BadTar | NoSuchFileException damaged) {
            return Optional.empty();
        }
    }

    /** Without the key the volumes are for nobody but their recipients. It is overwritten before its name is gone. */
    static void forget(Path folder) throws IOException {
        var file = folder.resolve(KEY);
        if (!Files.exists(file)) return;
        Files.write(file, new byte[(int) Math.min(Files.size(file), 1 << 12)], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.delete(file);
    }
}
