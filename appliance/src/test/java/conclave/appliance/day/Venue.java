package conclave.appliance.day;

import static java.nio.charset.StandardCharsets.UTF_8;

import conclave.appliance.ChildNode;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The small meeting of these tests on a node of its own: one room, four experts, four applicants, the same each time. */
final class Venue implements AutoCloseable {

    private static final List<String> MEETING = List.of("--rooms", "1", "--experts", "4", "--applicants", "4", "--seed", "7");

    static {
        // Whatever way these tests end, nothing that they started stays: node, driver, browser.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    }

    private final ChildNode node;
    private final Json.Obj run;
    private final Trust trust;

    private Venue(ChildNode node, Json.Obj run) throws Exception {
        this.node = node;
        this.run = run;
        if (!run.has("caFile")) throw new IOException("the node did not start: " + CanonicalJson.text(run));
        this.trust = Trust.in(Path.of(run.text("caFile")));
    }

    static Venue open(Path data) throws Exception {
        return started(data, 0, MEETING);
    }

    /** Three nodes in three processes, and a fourth that watches over them. */
    static Venue openKit(Path data, Path settings) throws Exception {
        var more = new ArrayList<>(MEETING);
        more.addAll(List.of("--nodes", "3", "--config", settings.toString()));
        return started(data, 0, more);
    }

    /** The same under one name, behind which both servers stand. */
    static Venue openKit(Path data, URI origin) throws Exception {
        var more = new ArrayList<>(MEETING);
        more.addAll(List.of("--nodes", "3", "--origin", origin.toString()));
        return started(data, origin.getPort(), more);
    }

    /** The process that is this node of a kit at this moment. */
    static Optional<Long> pid(Path data, String name) throws IOException {
        return nodes(CanonicalJson.readObject(Files.readString(data.resolve("run.json")).strip().getBytes(UTF_8)))
                .filter(node -> node.text("name").equals(name)).map(node -> node.number("pid")).findFirst();
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
    }

    private static Stream<Json.Obj> nodes(Json.Obj run) {
        return run.list("nodes").stream().map(Json.Obj.class::cast);
    }

    /** The same meeting on the same address, after its node is gone. */
    Venue openedAgain(Path data) throws Exception {
        return started(data, origin().getPort(), List.of());
    }

    private static Venue started(Path data, int port, List<String> meeting) throws Exception {
        var arguments = new ArrayList<>(List.of("run", "--json", "--port", Integer.toString(port), "--data", data.toString()));
        arguments.addAll(meeting);
        var node = ChildNode.conclave(arguments.toArray(String[]::new));
        try {
            return new Venue(node, node.ready());
        } catch (Exception e) {
            node.close();
            throw e;
        }
    }

    URI origin() {
        return URI.create(run.text("baseUrl"));
    }

    /** Where this node of a kit answers by itself. */
    URI origin(String name) {
        return nodes(run).filter(node -> node.text("name").equals(name)).map(node -> URI.create(node.text("url"))).findFirst().orElseThrow();
    }

    /** Who watches over the processes of a kit, and starts again what has ended. */
    long supervisor() {
        return node.pid();
    }

    Trust trust() {
        return trust;
    }

    List<Card> cards(String role) {
        return run.list("people").stream().map(Json.Obj.class::cast).filter(person -> person.text("role").equals(role)).map(Card::of).toList();
    }

    Card card(String role) {
        return cards(role).getFirst();
    }

    /** A clean end: the exit code, and all that was said meanwhile. */
    String ended() throws IOException, InterruptedException {
        node.signal("TERM");
        return node.exit() + "\n" + node.complaints();
    }

    /** Power off for this node: no farewell, no last write. */
    void killed() throws IOException, InterruptedException {
        node.signal("KILL");
        node.exit();
    }

    @Override
    public void close() {
        node.close();
    }
}
