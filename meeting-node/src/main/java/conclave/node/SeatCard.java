package conclave.node;

import conclave.meeting.event.Item;
import conclave.seal.Digests;
import conclave.seal.MeetingKey;
import conclave.seal.Words;
import java.util.List;

/** What is printed for a person's seat: the code to sign in with, and the words by which they know the page is ours. */
public record SeatCard(String name, String seat, String code, List<String> words, List<String> wordsEn) {

    public static SeatCard of(Hall hall, Item.Person person) {
        return of(hall.key(), hall.faces(), person);
    }

    /** The same for whoever holds the meeting's key and serves nobody. */
    public static SeatCard of(MeetingKey key, Faces faces, Item.Person person) {
        var identity = faces.identity(person);
        var seed = Digests.hex(key.derive("seat words/" + person.id().value()));
        return new SeatCard(identity.name(), person.seat(), identity.code(), Words.CHINESE.fourFor(seed), Words.ENGLISH.fourFor(seed));
    }

    @Override
    public String toString() {
        return "SeatCard(not shown)";
    }
}
