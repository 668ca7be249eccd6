package conclave.exchange.parcel;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * 制卡记录: who made sign-in cards of a meeting here, when, and how many; {@code cards/MEETING.jsonl} of the data folder, each line naming the
 * one before by its digest. A line is there before the cards are, so that no card exists of which nothing is written. It holds no code and no
 * name of whoever is on a card.
 */
public final class CardJournal implements AutoCloseable {

    private static final int MOST_BY = 20;

    /** @param failed whether the file could not be written, so that these cards never were */
    public record Print(String at, List<String> by, long cards, String sha256, boolean failed) {
        public Print {
            by = List.copyOf(by);
        }
    }

    private final LineLog log;
    private final FileChannel lock;
    private final List<Print> prints = new ArrayList<>();
    private String before = "";

    private CardJournal(LineLog log, FileChannel lock) {
        this.log = log;
        this.lock = lock;
    }

    /** One process at a time makes cards. */
    public static CardJournal open(Path data, String meeting) throws IOException {
        var folder = data.resolve("cards");
        OwnerFiles.makeFolder(folder);
        var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var journal = new CardJournal(new LineLog(folder.resolve(meeting + ".jsonl")), lock);
        try {
            if (!held(lock)) throw Stopped.by(Obstacle.CARDS_BUSY);
            journal.read();
            return journal;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean held(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void read() throws IOException {
        int number = 0;
        try {
            for (var line : log.read()) {
                number++;
                if (!line.text("before").equals(before)) throw new BadJson("it does not follow the line before");
                enter(line);
            }
        } catch (BadJson | Stopped e) {
            throw Stopped.by(Obstacle.CARDS_JOURNAL, "line", Integer.toString(Math.max(1, number)));
        }
    }

    private void enter(Json.Obj line) {
        before = Digests.hex(Digests.sha256(CanonicalJson.bytes(line)));
        if (line.text("what").equals("failed")) {
            if (prints.isEmpty()) throw new BadJson("nothing was made that could fail");
            var last = prints.removeLast();
            prints.add(new Print(last.at, last.by, last.cards, last.sha256, true));
            return;
        }
        var by = line.list("by").stream().limit(MOST_BY).map(one -> one instanceof Json.Str(var text) ? text : "").toList();
        prints.add(new Print(line.text("at"), by, line.number("cards"), line.text("sha256"), false));
    }

    /** Those that were made before, in their order. */
    public List<Print> made() {
        return prints.stream().filter(one -> !one.failed).toList();
    }

    /** Durable before anybody has a card. */
    public void making(Instant at, List<String> by, long cards, byte[] file) throws IOException {
        add(new JsonFields().put("what", "made").put("at", at.toString()).list("by", by, Json.Str::new).put("cards", cards)
                .put("sha256", Digests.hex(Digests.sha256(file))));
    }

    public void failed(Instant at) throws IOException {
        add(new JsonFields().put("what", "failed").put("at", at.toString()));
    }

    private void add(JsonFields fields) throws IOException {
        var line = fields.put("before", before).end();
        log.add(line);
        enter(line);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
