package conclave.appliance.bench;

import conclave.codec.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "signin", mixinStandardHelpOptions = true,
        description = "400 位专家同时签到。400 experts sign in at once, each over a fresh connection.")
final class SignInCase implements Callable<Integer> {

    @Mixin
    private CaseOptions options;

    private record Burst(double secondsToLast, double p50, double p99) {
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = new Report("signin", System.out);
        var cold = new ArrayList<Burst>();
        var warm = new ArrayList<Burst>();
        try (var stand = options.stand()) {
            var data = PrepareCommand.on(stand);
            try (var node = RunningNode.start(stand, data, "run")) {
                Floor.openSittings(node);
            }
            for (int i = 0; i < options.runs(); i++) {
                try (var node = RunningNode.start(stand, data, "run")) {
                    cold.add(burst(node));
                    burst(node);
                    warm.add(burst(node));
                }
            }
        }
        tell(report, "cold", cold);
        tell(report, "warm", warm);
        options.keep(report);
        return 0;
    }

    /** Everybody at the same moment: name resolution aside, all that lies between the click and the list. */
    private static Burst burst(RunningNode node) {
        var experts = node.people("expert");
        var took = new Latencies();
        long began = System.nanoTime();
        var laptops = new ArrayList<CompletableFuture<Laptop>>();
        for (Json.Obj expert : experts) {
            laptops.add(Laptop.signIn(node.switchboard(0), expert.text("code")).whenComplete((_, _) -> took.add(System.nanoTime() - began)));
        }
        for (var laptop : laptops) laptop.join();
        for (var laptop : laptops) laptop.join().line().close();
        return new Burst(took.millis(1) / 1000, took.millis(0.5), took.millis(0.99));
    }

    private static void tell(Report report, String variant, List<Burst> bursts) {
        report.add(Figure.of(variant, "400 in, the last after", "s", bursts.stream().mapToDouble(Burst::secondsToLast).toArray()));
        report.add(Figure.of(variant, "p50", "ms", bursts.stream().mapToDouble(Burst::p50).toArray()));
        report.add(Figure.of(variant, "p99", "ms", bursts.stream().mapToDouble(Burst::p99).toArray()));
    }
}
