package conclave.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where a node keeps everything, held by this process alone until it is closed.
 *
 * <pre>
 * format        the version of this layout, one line
 * lock          held by the process that uses the folder
 * node/         who this node is: id, keys, certificates
 * meetings/ID/  one meeting: key, evidence, signed roots
 * ledger/       the Raft logs
 * store/        sealed pages and attachments, by content
 * intake/       packages on their way in, sealed as they came
 * exports/      results on their way out, and the record of those that left
 * cards/        who made sign-in cards, when, how many
 * view/         tables for statistics; may be deleted at any time
 * run.json      what programs want to know about the running node
 * </pre>
 */
public final class DataFolder implements AutoCloseable {

    public static final int FORMAT = 1;
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Path root;
    private final FolderLock lock;

    private DataFolder(Path root, FolderLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens the folder, and lays it out where it is new or empty. */
    public static Checked<DataFolder> open(Path root) {
        try {
            var foreign = DataFormat.foreign(root);
            if (foreign.isPresent()) return Checked.refused(foreign.get());
            OwnFiles.makeFolder(root);
            var lock = FolderLock.take(root.resolve("lock"));
            if (lock.isEmpty()) return Checked.refused(inUse(root));
            return layOut(new DataFolder(root, lock.get()));
        } catch (IOException e) {
            return Checked.refused(FolderTrouble.of(root, e));
        }
    }

    private static Checked<DataFolder> layOut(DataFolder folder) throws IOException {
        var finding = DataFormat.readOrWrite(folder.root);
        if (finding.isPresent()) {
            folder.close();
            return Checked.refused(finding.get());
        }
        for (var part : List.of(folder.node(), folder.meetings(), folder.ledger(), folder.store(), folder.view())) {
            OwnFiles.makeFolder(part);
        }
        return Checked.of(folder, List.of());
    }

    public Path root() {
        return root;
    }

    public Path node() {
        return root.resolve("node");
    }

    public Path meetings() {
        return root.resolve("meetings");
    }

    /** One meeting's folder; it exists after this call. */
    public Path meeting(String id) throws IOException {
        if (!SAFE_NAME.matcher(id).matches()) throw new IllegalArgumentException("not a meeting's id: " + id);
        return OwnFiles.makeFolder(meetings().resolve(id));
    }

    public Path ledger() {
        return root.resolve("ledger");
    }

    public Path store() {
        return root.resolve("store");
    }

    public Path view() {
        return root.resolve("view");
    }

    public Path runFile() {
        return root.resolve("run.json");
    }

    /** False only for a folder in which no meeting was ever founded: there, and only there, missing keys may be made. */
    public boolean holdsMeetings() throws IOException {
        return OwnFiles.holdsSomething(meetings()) || OwnFiles.holdsSomething(ledger());
    }

    /** This node's lasting id among others; asks for a fresh one on the first start. */
    public String nodeId(Supplier<String> fresh) throws IOException {
        var file = node().resolve("id");
        var known = OwnFiles.readLine(file);
        if (known.isPresent()) return known.get();
        var id = fresh.get();
        OwnFiles.write(file, id + "\n");
        return id;
    }

    /** The id that an earlier start or the kit's founding has given; a blank folder has none. */
    public Optional<String> knownNodeId() throws IOException {
        return OwnFiles.readLine(node().resolve("id"));
    }

    /** Bytes that this process may still write on the folder's disk. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    public Optional<Finding> checkFreeSpace(long floor) throws IOException {
        long free = freeBytes();
        if (free >= floor) return Optional.empty();
        return Optional.of(Finding.error("data.space", "folder", root.toString(),
                "free", Long.toString(free), "floor", Long.toString(floor)));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Finding inUse(Path root) throws IOException {
        var holder = OwnFiles.readLine(root.resolve("lock")).orElse("?");
        return Finding.error("data.in-use", "folder", root.toString(), "process", holder);
    }
}
