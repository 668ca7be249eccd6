package conclave.node;

import conclave.config.DataFolder;
import conclave.config.Limits;
import conclave.exchange.MeetingFile;
import conclave.ledger.Broken;
import conclave.ledger.Ledgers;
import conclave.ledger.MemoryLedgers;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.seal.NodeKeys;
import conclave.seal.bouncycastle.SwiftSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A house in a folder of the test, with everything real but the ledger's log and the clock. */
public final class TestHouse implements AutoCloseable {

    public final Path folder;
    public final DataFolder data;
    public final NodeKeys keys;
    public final Ledgers ledgers;
    public final AtomicLong now = new AtomicLong(1_790_000_000_000L);
    public final House house;
    public final SwiftSigner signer;
    public final List<Watcher> watchers = new ArrayList<>();

    public TestHouse(Path folder) throws IOException {
        this(folder, new MemoryLedgers((id, reason) -> {
            throw reason;
        }), Limits.DEFAULT);
    }

    /** One that screens documents where a meeting asks for it; without OCR, which is slow and not on every machine. */
    public static TestHouse screening(Path folder) throws IOException {
        return new TestHouse(folder, new MemoryLedgers((id, reason) -> {
            throw reason;
        }), Limits.DEFAULT, _ -> Company.NONE, broken -> {
            throw broken;
        }, true);
    }

    public TestHouse(Path folder, Ledgers ledgers, Limits limits) throws IOException {
        this(folder, ledgers, limits, Company.NONE);
    }

    public TestHouse(Path folder, Ledgers ledgers, Limits limits, Company company) throws IOException {
        this(folder, ledgers, limits, _ -> company, broken -> {
            throw broken;
        });
    }

    /** @param company whom this node stands with, once it has keys of its own */
    TestHouse(Path folder, Ledgers ledgers, Limits limits, Function<NodeKeys, Company> company, Consumer<Broken> alarm) throws IOException {
        this(folder, ledgers, limits, company, alarm, false);
    }

    private TestHouse(Path folder, Ledgers ledgers, Limits limits, Function<NodeKeys, Company> company, Consumer<Broken> alarm,
                      boolean screens) throws IOException {
        this.folder = folder;
        this.ledgers = ledgers;
        this.data = DataFolder.open(folder.resolve("data")).value().orElseThrow();
        this.keys = NodeKeys.at(data.node(), !data.holdsMeetings());
        this.signer = new SwiftSigner(keys.signing());
        this.house = new House(new House.Fittings("node-test", data, limits, ledgers, signer, keys.codeBook(), new TestDrawing(screens, folder.resolve("scratch")),
                (meeting, facts, after) -> watchers.forEach(w -> w.happened(meeting, facts, after)), now::get, alarm, company.apply(keys)));
        house.openAll();
    }

    /** A meeting that waits for its package. */
    public Hall found(boolean rehearsal) throws IOException {
        return house.found(rehearsal);
    }

    public Hall admit(int rooms, MeetingFile.Policy policy) throws IOException {
        return admit(rooms, policy, UnaryOperator.identity());
    }

    /** The small meeting, changed before it comes in. */
    public Hall admit(int rooms, MeetingFile.Policy policy, UnaryOperator<MeetingFile> changed) throws IOException {
        var source = Files.createTempDirectory(folder, "package");
        return new Admission(house).admit(changed.apply(SmallMeeting.in(source, rooms, policy)), source);
    }

    public Passes passes() {
        return new Passes(keys.stamp("cookie"), keys.stamp("request"));
    }

    /** The people of one role in one room, in the order of their seats. */
    public static List<Item.Person> people(Hall hall, Role role, String room) {
        var register = hall.register().orElseThrow();
        return register.people().values().stream()
                .filter(p -> p.grants().stream().anyMatch(g -> g.role() == role && g.room()
                        .map(r -> register.rooms().get(r).orElseThrow().code().equals(room)).orElse(room.isEmpty())))
                .sorted(Comparator.comparing(Item.Person::seat)).toList();
    }

    @Override
    public void close() throws IOException {
        house.close();
        ledgers.close();
        data.close();
    }
}
