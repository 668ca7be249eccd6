package conclave.appliance.faults;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.Kit;
import conclave.main.KitFounding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Two servers and a witness that run, as seen from outside: folders, processes, addresses. Who keeps them up is another matter. */
final class Trio {

    static final List<String> NAMES = List.of("a", "b", "w");
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path folder;
    private final Ground ground;
    private final Set<String> keys = new HashSet<>();
    private Process supervisor;

    private Trio(Ground ground) {
        this.ground = ground;
        this.folder = ground.folder();
    }

    /** One node's folder; what its process is called and where it is reached changes with every start. */
    record Node(String name, Path data) {

        Optional<Json.Obj> run() {
            try {
                var file = data.resolve("run.json");
                return Files.exists(file) ? Optional.of(CanonicalJson.readObject(Files.readAllBytes(file))) : Optional.empty();
            } catch (IOException | BadJson beingWritten) {
                return Optional.empty();
            }
        }

        private Optional<Json.Obj> self() {
            return run().map(said -> (Json.Obj) said.list("nodes").getFirst());
        }

        /** Only of a process that lives; the file of an earlier life names another one. */
        Optional<Long> pid() {
            return self().map(said -> said.number("pid")).filter(pid -> ProcessHandle.of(pid).isPresent());
        }

        Optional<URI> address() {
            return self().map(said -> said.text("url")).filter(url -> !url.isEmpty()).map(URI::create);
        }

        /** The record of the one meeting there is. */
        byte[] evidence() throws IOException {
            try (var meetings = Files.list(data.resolve("meetings"))) {
                var files = meetings.map(meeting -> meeting.resolve("evidence.jsonl")).filter(Files::exists).toList();
                return files.isEmpty() ? new byte[0] : Files.readAllBytes(files.getFirst());
            } catch (java.nio.file.NoSuchFileException blank) {
                return new byte[0];
            }
        }

        /** And is gone when this returns: its file must not speak for it any more. */
        void kill() throws IOException, InterruptedException {
            var pid = pid();
            if (pid.isEmpty()) return;
            signal("KILL", pid.get());
            Patience.of(PATIENCE).until(() -> pid().isEmpty());
        }

        static void signal(String name, long pid) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
    }

    /** By the kit's own supervisor. */
    static Trio start(Ground ground) throws Exception {
        var trio = new Trio(ground);
        trio.startUp();
        return trio;
    }

    /** Where somebody else keeps the nodes up. */
    static Trio awaited(Ground ground, BooleanSupplier alive) throws Exception {
        var trio = new Trio(ground);
        trio.awaitStart(alive);
        return trio;
    }

    /** Also again, after all was lost but the folders. */
    void startUp() throws Exception {
        var arguments = new ArrayList<>(List.of("run", "--nodes", "3", "--port", "0", "--data", folder.toString()));
        if (!Files.exists(cluster())) arguments.addAll(List.of(Ground.SAMPLE));
        supervisor = ground.stand().start(ground.through(), arguments.toArray(String[]::new));
        awaitStart(supervisor::isAlive);
    }

    private void awaitStart(BooleanSupplier alive) throws Exception {
        if (!Patience.of(PATIENCE).until(() -> !alive.getAsBoolean() || whole()) || !alive.getAsBoolean()) {
            throw new IOException("the kit did not start; it said last: " + ground.stand().saidLast());
        }
        learnKeys();
    }

    /** All of it at once, without a farewell; the supervisor first, so that it starts nobody again. */
    void killAll() throws IOException, InterruptedException {
        supervisor.destroyForcibly().waitFor();
        for (var node : nodes()) node.kill();
    }

    private boolean whole() {
        return nodes().stream().allMatch(node -> node.pid().isPresent());
    }

    List<Node> nodes() {
        return NAMES.stream().map(this::node).toList();
    }

    List<Node> servers() {
        return nodes().subList(0, 2);
    }

    Node node(String name) {
        return new Node(name, folder.resolve(name));
    }

    Path folder() {
        return folder;
    }

    Path cluster() {
        return folder.resolve(KitFounding.FILE);
    }

    Json.Obj run() {
        return node(NAMES.getFirst()).run().orElseThrow();
    }

    /** Who signs now; what signed before is remembered, because its receipts are as good. */
    void learnKeys() {
        Kit.read(cluster()).value().ifPresent(kit -> kit.members().forEach(member -> keys.add(member.key())));
    }

    List<byte[]> keys() {
        return keys.stream().map(key -> Base64.getUrlDecoder().decode(key)).toList();
    }

    /** All processes there, and each has come as far in its record as any had when this was asked. */
    boolean awaitWhole() throws IOException, InterruptedException {
        return awaitWhole(PATIENCE);
    }

    boolean awaitWhole(Duration patience) throws IOException, InterruptedException {
        long furthest = 0;
        for (var node : nodes()) furthest = Math.max(furthest, node.evidence().length);
        long goal = furthest;
        return Patience.of(patience).until(() -> {
            for (var node : nodes()) {
                if (node.pid().isEmpty() || node.evidence().length < goal) return false;
            }
            return true;
        });
    }
}
