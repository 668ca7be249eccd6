package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.appliance.KitPorts;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that an expert sits before is gone in the midst of a sheet: the page goes on at the other one by itself. */
final class NextServerDayTest {

    private static final Map<String, String> SERVERS = Map.of("127.0.0.1", "a", "127.0.0.2", "b");

    @TempDir
    private Path folder;

    private final List<Laptop> laptops = new ArrayList<>();
    private Venue venue;

    @AfterEach
    void everybodyGoesHome() {
        try {
            laptops.forEach(Laptop::close);
        } finally {
            if (venue != null) venue.close();
        }
    }

    @Test
    void aLaptopGoesOnAtTheNextServerWithoutLosingAKeystroke() throws Exception {
        assumeTrue(NameOfTwo.possible(), "needs root, for a hosts file that only one browser sees");
        var data = folder.resolve("data");
        var origin = URI.create("https://conclave.test:" + KitPorts.from(0, List.of("127.0.0.1", "127.0.0.2", "127.0.0.3")).web());
        venue = Venue.openKit(data, origin);
        var cards = venue.cards("expert");
        var laptop = laptop("next-server");
        var late = laptop("next-server-late");
        var expert = new Expert(cards.getFirst(), laptop);
        try (var secretary = Caller.signedInAt("b", venue, venue.card("secretary"))) {
            Room.opensHalfDay(secretary, "morning");
            Visitor.signsIn(laptop, expert.card(), expert.card().code());
            for (var other : cards.subList(1, 4)) Caller.signedInAt("a", venue, other).close();
            Room.opensRound(secretary);
        }
        expert.begins();
        expert.scores("A-001", List.of("12.5", "13", "8.5"));
        expert.goesOn();
        expert.isShown("A-002");
        expert.fills(List.of("11", "9.5"));

        var first = server(laptop);
        // Nobody starts it again for now: whatever is answered from here on is answered by the other one.
        Venue.signal("STOP", venue.supervisor());
        Venue.signal("KILL", Venue.pid(data, first).orElseThrow());
        laptop.type("7");
        expert.submits(1);
        assertEquals(List.of("11", "9.5", "7"), expert.marks());
        assertFalse(server(laptop).equals(first), "the other server has answered");
        laptop.photograph("next-server-submitted");
        laptop.reload();
        expert.finds(List.of("11", "9.5", "7"));
        expert.showsReceipt();

        Visitor.signsIn(late, cards.get(1), cards.get(1).code());
        late.see("continue");
    }

    /** The name of the server that answered last. */
    private static String server(Laptop laptop) {
        return laptop.until("an answer to be heard", () -> {
            var answered = laptop.answeredBy();
            return answered.isEmpty() ? null : SERVERS.get(answered.getLast());
        });
    }

    private Laptop laptop(String owner) throws Exception {
        var laptop = Laptop.before(new NameOfTwo(folder, "conclave.test"), owner, folder.resolve("profiles"), venue);
        laptops.add(laptop);
        return laptop;
    }
}
