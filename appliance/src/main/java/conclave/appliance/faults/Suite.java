package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One suite from its seed to its verdict: 0 where everything acknowledged stands, 1 where not, also of a canary. */
@Command(name = "faults", mixinStandardHelpOptions = true)
final class Suite implements java.util.concurrent.Callable<Integer> {

    private final Fault fault;

    @Mixin
    private FaultOptions options;

    private Suite(Fault fault) {
        this.fault = fault;
    }

    static void run(Fault fault, String... arguments) throws Exception {
        if (fault.missing().isEmpty() && !fault.apart().isEmpty() && !Apart.inside()) System.exit(Apart.again(fault, arguments));
        System.exit(new CommandLine(new Suite(fault)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var account = new Account(System.out);
        var missing = fault.missing();
        if (missing.isPresent()) {
            account.say("跳过 SKIPPED " + fault.name() + ": " + missing.get());
            return 0;
        }
        int cycles = options.cycles(fault.usualCycles());
        account.say("faults " + fault.name() + " --seed " + options.seed() + " --cycles " + cycles + (options.canary() ? " --canary: " + fault.canary() : ""));
        try (var stand = new Stand(options.disk(), List.of())) {
            var ground = new Ground(stand, new Random(options.seed()), options, account);
            try {
                take(ground, cycles);
            } finally {
                fault.leave(ground);
            }
        }
        var verdict = account.clean() ? "成立 HOLDS" : "不成立 BROKEN: " + String.join("; ", account.wrongs());
        account.say(fault.name() + ", seed " + options.seed() + ": " + verdict);
        return account.clean() ? 0 : 1;
    }

    private void take(Ground ground, int cycles) throws Exception {
        var kit = fault.kit(ground);
        try (var crowd = Crowd.atWork(ground, kit, options.canary() && fault.canaryOfLaptops())) {
            var bout = new Bout(ground, kit, crowd);
            for (int i = 1; i <= cycles; i++) strike(bout, i);
            crowd.rest();
            tell(ground.account(), crowd);
            Reckoning.of(bout);
        } catch (IllegalStateException notServed) {
            ground.account().wrong(notServed.getMessage());
        }
    }

    private void strike(Bout bout, int number) throws Exception {
        bout.letThemWork();
        bout.crowd().log().longestSilence();
        long began = System.nanoTime();
        fault.strike(bout);
        bout.crowd().awaitAcknowledgements(bout.ground().options().rate());
        double silence = bout.crowd().log().longestSilence();
        bout.say(String.format(Locale.ROOT, "  %d: over after %.1f s; longest silence of all laptops %.1f s; %d acknowledged so far", number,
                (System.nanoTime() - began) / 1e9, silence, bout.crowd().log().count()));
        if (silence > fault.longestSilence()) bout.ground().account().wrong("nobody was served for more than " + fault.longestSilence() + " s");
    }

    private static void tell(Account account, Crowd crowd) {
        var refusals = new TreeMap<String, Integer>();
        crowd.refusals().forEach(code -> refusals.merge(code, 1, Integer::sum));
        account.say("experts: " + crowd.log().count() + " acknowledged, " + crowd.unanswered() + " given up without an answer, errors shown " + refusals);
    }
}
