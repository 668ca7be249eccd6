package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.MeetingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * 销毁: the meeting's key goes, and with it everything personal that this node keeps of it; the evidence stays and names nobody.
 * Allowed when the platform has accepted every item, and two persons want it.
 */
public final class Erasure {

    private static final String KEY = "key";
    private static final String FORMAT = "conclave-wipe/1";

    private Erasure() {
    }

    /** Why nothing may be erased yet. Names that programs read; they never change. */
    public enum Hindrance { OPEN_ITEMS, TWO_PERSONS_NEEDED, OTHER_MEETING, UNSIGNED, NOT_SEALED, SUPERSEDED }

    /**
     * Whether this result can be the one on which a key is destroyed.
     *
     * @param signed  whether somebody who may has signed for every answer to it
     * @param edition of the result to which the evidence of this node leads by now
     */
    public static Optional<Hindrance> hindrance(ResultItems result, boolean signed, long edition) {
        if (!result.sealed()) return Optional.of(Hindrance.NOT_SEALED);
        if (edition != result.edition()) return Optional.of(Hindrance.SUPERSEDED);
        return signed ? Optional.empty() : Optional.of(Hindrance.UNSIGNED);
    }

    public static Optional<Hindrance> hindrance(Reconciliation reconciliation, List<String> persons, String meeting) {
        if (!reconciliation.meeting().equals(meeting)) return Optional.of(Hindrance.OTHER_MEETING);
        if (!reconciliation.settled()) return Optional.of(Hindrance.OPEN_ITEMS);
        var different = new TreeSet<String>();
        persons.stream().map(Erasure::plain).filter(person -> !person.isEmpty()).forEach(different::add);
        return different.size() < 2 ? Optional.of(Hindrance.TWO_PERSONS_NEEDED) : Optional.empty();
    }

    /** A blank, a sign that nobody sees or a wide letter makes no second person of the first. */
    private static String plain(String person) {
        return Normalizer.normalize(person, Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * What was destroyed on one node, for the file that outlives it.
     *
     * @param receipt number of the platform's last receipt
     * @param witness this node never held the key: there was nothing to destroy
     */
    public record Certificate(String meeting, String result, long receipt, List<String> persons, long at, long bytes, boolean witness) {

        public Certificate {
            persons = List.copyOf(persons);
        }

        /** What a purge has written; {@link BadJson} for anything else. */
        public static Certificate read(byte[] bytes) {
            var json = CanonicalJson.readObject(bytes);
            if (!json.text("format").equals(FORMAT)) throw new BadJson("not a certificate of erasure");
            var persons = ((Json.Arr) json.get("persons")).items().stream().map(person -> ((Json.Str) person).value()).toList();
            return new Certificate(json.text("meeting"), json.text("result"), json.number("receipt"), persons, json.number("at"), json.number("bytes"),
                    json.get("absent").equals(new Json.Bool(true)));
        }

        public byte[] json() {
            return CanonicalJson.bytes(new JsonFields().put("format", FORMAT).put("meeting", meeting).put("result", result)
                    .put("receipt", receipt).list("persons", persons, Json::text).put("at", at).put("destroyed", witness ? "" : KEY)
                    .put("bytes", bytes).put("absent", witness).end());
        }
    }

    /** Overwritten, forced, deleted, forced; looked at once more before it is certified. A node that has none says just that. */
    public static Certificate erase(Path meeting, Reconciliation reconciliation, List<String> persons, long now) throws IOException {
        var name = meeting.toAbsolutePath().normalize().getFileName().toString();
        var hindrance = hindrance(reconciliation, persons, name);
        if (hindrance.isPresent()) throw new IllegalStateException("may not be erased: " + hindrance.get());
        var key = meeting.resolve(KEY);
        var held = Files.exists(key, LinkOption.NOFOLLOW_LINKS);
        var bytes = held ? Files.size(key) : 0;
        if (held) MeetingKey.destroy(key);
        if (Files.exists(key, LinkOption.NOFOLLOW_LINKS)) throw new IOException("the key is still there: " + key);
        return new Certificate(name, reconciliation.result(), reconciliation.number(), persons, now, bytes, !held);
    }
}
