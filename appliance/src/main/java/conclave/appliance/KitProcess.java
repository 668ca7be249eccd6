package conclave.appliance;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.Checked;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Origin;
import conclave.main.KitFounding;
import conclave.main.KitFounding.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A whole kit on this machine: two servers and a witness, three processes with three data folders, watched over by this one. */
final class KitProcess {

    private static final int WHOLE = 3;
    private static final long MOMENT_MS = 50;
    private static final long PATIENCE_SECONDS = 25;
    private static final int DEFAULT_PORT = 8443;
    private static final List<String> ADDRESSES = List.of("127.0.0.1", "127.0.0.2", "127.0.0.3");

    private final NodeOptions options;
    private final List<String> wishes;
    private final List<KitNode> nodes = new CopyOnWriteArrayList<>();
    private volatile Json.Obj told = Json.object();

    /** @param wishes options of the sample meeting */
    KitProcess(NodeOptions options, List<String> wishes) {
        this.options = options;
        this.wishes = List.copyOf(wishes);
    }

    /** Where a kit was run once, it goes on as a kit. */
    static boolean wanted(Path folder, Integer nodes) {
        return nodes != null && nodes > 1 || Files.exists(folder.resolve(KitFounding.FILE));
    }

    int run(Integer wanted) throws Exception {
        var folder = options.folder();
        if (wanted != null && wanted != WHOLE) return sorry("节点数只能是 1 或 3。There are 1 or 3 nodes.");
        if (Files.exists(folder.resolve("format"))) {
            return sorry("目录 " + folder + " 属于单个节点，请为三个节点另选目录。" + folder + " belongs to a single node; take another folder for three.");
        }
        var founded = kit(folder);
        Spoken.say(founded.findings(), options.json());
        if (founded.value().isEmpty()) return Exit.NOT_DONE;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stopping").unstarted(this::stop));
        Files.deleteIfExists(folder.resolve("run.json"));
        for (var member : founded.value().get().members()) nodes.add(node(folder, member));
        for (var node : nodes) node.start();
        return watch(folder);
    }

    private static int sorry(String sentence) {
        System.err.println(sentence);
        return Exit.NOT_DONE;
    }

    private Checked<Kit> kit(Path folder) throws IOException {
        if (Files.exists(folder.resolve(KitFounding.FILE))) return Kit.read(folder.resolve(KitFounding.FILE));
        Files.createDirectories(folder);
        var ports = KitPorts.from(options.port().map(Integer::parseInt).orElse(DEFAULT_PORT), ADDRESSES);
        return KitFounding.found(folder, options.origin().flatMap(Origin::parse).or(() -> Optional.of(new Origin(ADDRESSES.getFirst(), ports.web()))),
                List.of(new Wish("a", Member.Role.SERVER, ADDRESSES.get(0), ports), new Wish("b", Member.Role.SERVER, ADDRESSES.get(1), ports),
                        new Wish("w", Member.Role.WITNESS, ADDRESSES.get(2), ports)));
    }

    /** The first server brings the sample meeting in; the others have it from there. */
    private KitNode node(Path folder, Member member) {
        var how = new ArrayList<String>();
        how.add(nodes.isEmpty() ? "run" : "serve");
        how.addAll(List.of("--cluster", folder.resolve(KitFounding.FILE).toString()));
        options.file().ifPresent(file -> how.addAll(List.of("--config", file.toAbsolutePath().toString())));
        if (nodes.isEmpty()) how.addAll(wishes);
        return new KitNode(member.name(), folder.resolve(member.name()), how);
    }

    /** Keeps the run file true, as long as it lives; a node that was replaced is given another chance. */
    private int watch(Path folder) throws IOException, InterruptedException {
        var shown = false;
        var cluster = folder.resolve(KitFounding.FILE);
        var written = Files.getLastModifiedTime(cluster);
        while (true) {
            var now = Files.exists(cluster) ? Files.getLastModifiedTime(cluster) : written;
            if (!now.equals(written)) {
                written = now;
                for (var node : nodes) node.tryAgain();
                takeIn(folder);
            }
            var said = nodes.stream().map(KitNode::run).toList();
            if (said.stream().allMatch(Optional::isPresent)) {
                tell(folder, said.stream().map(Optional::get).toList());
                if (!shown) show(folder);
                shown = true;
            }
            if (!shown && nodes.stream().anyMatch(KitNode::givenUp)) return Exit.NOT_DONE;
            Thread.sleep(MOMENT_MS);
        }
    }

    /** Whoever has joined the kit meanwhile. */
    private void takeIn(Path folder) throws IOException {
        for (var member : Kit.read(folder.resolve(KitFounding.FILE)).value().map(Kit::members).orElse(List.of())) {
            if (nodes.stream().anyMatch(node -> node.name().equals(member.name()))) continue;
            var joined = node(folder, member);
            nodes.add(joined);
            joined.start();
        }
    }

    private void tell(Path folder, List<Json.Obj> said) throws IOException {
        var all = new ArrayList<Json>();
        for (int i = 0; i < said.size(); i++) {
            all.add(((Json.Obj) said.get(i).list("nodes").getFirst()).with("name", nodes.get(i).name()));
        }
        var content = said.getFirst().with("nodes", new Json.Arr(all));
        if (content.equals(told)) return;
        RunFile.write(folder.resolve("run.json"), content);
        told = content;
    }

    private void show(Path folder) {
        if (options.json()) System.out.println(CanonicalJson.text(told));
        else Board.show(told, folder);
    }

    private void stop() {
        nodes.forEach(KitNode::askToStop);
        var clean = true;
        for (var node : nodes) {
            try {
                clean &= node.stopped(PATIENCE_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Runtime.getRuntime().halt(clean ? Exit.DONE : Exit.NOT_DONE);
    }
}
