package conclave.appliance;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.OwnerFiles;
import conclave.seal.RandomIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/** 补发登录卡, on the side of the command: the running node is asked for another code, and then the card is the new one. */
final class LostCard {

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long A_MOMENT_MS = 200;

    private final Path folder;
    private final String name;

    private LostCard(Path data) throws IOException {
        this.folder = data.resolve(LostCards.FOLDER);
        this.name = RandomIds.next();
        OwnerFiles.makeFolder(data.resolve("cards"));
        OwnerFiles.makeFolder(folder);
    }

    /** The same person with another code: the old one has ended when this returns. */
    static Guest renewed(MeetingHeld held, CommandSpec spec, Guest old, List<String> by) throws IOException {
        if (!Files.isRegularFile(held.data().resolve("run.json"))) throw new CardTrouble(CardTrouble.Kind.NODE_STANDS);
        var card = new LostCard(held.data());
        card.ask(old, by);
        card.answered();
        return card.read(held, spec, old);
    }

    private void ask(Guest guest, List<String> by) throws IOException {
        var wish = new JsonFields().put("meeting", guest.meeting()).put("person", guest.id().value()).list("by", by, Json.Str::new).put("wish", name).end();
        OwnerFiles.write(folder.resolve(name + LostCards.WISH), CanonicalJson.bytes(wish));
    }

    private void answered() throws IOException {
        var answer = folder.resolve(name + LostCards.ANSWER);
        long end = System.nanoTime() + PATIENCE_NS;
        while (!Files.exists(answer)) {
            if (System.nanoTime() > end || !rested()) {
                // What nobody has taken up is taken back; what is being done just now may still come to pass.
                var untouched = Files.deleteIfExists(folder.resolve(name + LostCards.WISH));
                throw new CardTrouble(untouched ? CardTrouble.Kind.NODE_SILENT : CardTrouble.Kind.UNKNOWN);
            }
        }
        var said = Files.readString(answer);
        Files.deleteIfExists(answer);
        if (!said.equals(LostCards.DONE)) throw new CardTrouble(CardTrouble.Kind.NOT_RENEWED, "code", said);
    }

    /** The record of this machine may learn of it a moment later than the one that decides. */
    private Guest read(MeetingHeld held, CommandSpec spec, Guest old) throws IOException {
        long end = System.nanoTime() + PATIENCE_NS;
        do {
            var now = held.guests(spec).flatMap(all -> all.stream().filter(one -> one.id().equals(old.id())).findFirst());
            var other = now.filter(one -> !one.code().equals(old.code()));
            if (other.isPresent()) return other.get();
        } while (System.nanoTime() < end && rested());
        throw new CardTrouble(CardTrouble.Kind.UNKNOWN);
    }

    private static boolean rested() {
        try {
            Thread.sleep(A_MOMENT_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Exactly one person is meant. */
    static Guest only(List<Guest> chosen) throws CardTrouble {
        return Optional.of(chosen).filter(all -> all.size() == 1).map(List::getFirst).orElseThrow(() -> new CardTrouble(CardTrouble.Kind.SEVERAL));
    }
}
