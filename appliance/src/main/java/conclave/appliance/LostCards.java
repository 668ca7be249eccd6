package conclave.appliance;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.main.ConclaveNode;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.node.FreshCard;
import conclave.node.Reply;
import conclave.seal.Digests;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 补发登录卡 at the server: what {@code conclave meeting cards --again} has laid into the data folder becomes an order of the house, once for each
 * file however often the node falls over it, and is answered beside it. Only the folder's owner can write there.
 */
final class LostCards {

    static final String FOLDER = "cards/wanted";
    static final String WISH = ".json";
    static final String ANSWER = ".answer";
    static final String DONE = "done";
    private static final int MOST = 100;
    private static final long LARGEST = 16 << 10;
    private static final Duration STALE = Duration.ofMinutes(10);

    private final ConclaveNode node;

    LostCards(ConclaveNode node) {
        this.node = node;
    }

    void look() throws IOException {
        var folder = node.data().root().resolve(FOLDER);
        if (!Files.isDirectory(folder)) return;
        for (var file : inside(folder)) {
            var name = file.getFileName().toString();
            if (name.endsWith(WISH)) attempt(file);
            // Whoever asked has gone away.
            else if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(STALE))) Files.deleteIfExists(file);
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).limit(MOST).sorted().toList();
        }
    }

    private void attempt(Path file) throws IOException {
        var said = answer(file);
        if (said.isEmpty()) return;
        var name = file.getFileName().toString();
        OwnerFiles.write(file.resolveSibling(name.substring(0, name.length() - WISH.length()) + ANSWER), said.get().getBytes(StandardCharsets.UTF_8));
        Files.deleteIfExists(file);
    }

    /** Nothing, where it may be tried again. */
    private Optional<String> answer(Path file) throws IOException {
        if (Files.size(file) > LARGEST) return Optional.of("unreadable");
        var bytes = Files.readAllBytes(file);
        try {
            var wish = CanonicalJson.readObject(bytes);
            var by = wish.list("by").stream().map(one -> one instanceof Json.Str(var text) ? text : "").collect(Collectors.joining("、"));
            var hall = node.house().hall(new MeetingId(wish.text("meeting")));
            var order = hall.flatMap(one -> FreshCard.order(one, node.house().codes(), new PersonId(wish.text("person")), Optional.of(by)));
            if (order.isEmpty()) return Optional.of("unknownPerson");
            var key = Digests.hex(Digests.sha256(bytes)).substring(0, 32);
            return said(hall.get().chamber().submit(new Order(key, key, PersonId.HOUSE, node.house().clock().getAsLong(), order.get())).join());
        } catch (BadJson | IllegalArgumentException e) {
            return Optional.of("unreadable");
        }
    }

    private static Optional<String> said(Reply reply) {
        return switch (reply) {
            case Reply.Done _ -> Optional.of(DONE);
            case Reply.Refused refused -> Optional.of(Codec.name(refused.refusal().code()));
            case Reply.NotNow _ -> Optional.empty();
        };
    }
}
