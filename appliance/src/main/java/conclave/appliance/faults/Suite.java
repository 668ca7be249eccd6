package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One suite from its seed to its verdict: 0 where everything acknowledged stands, 1 where not; 5 of a canary that showed nothing. */
@Command(name = "faults", mixinStandardHelpOptions = true)
final class Suite implements java.util.concurrent.Callable<Integer> {

    /** A silence that is worth a second look. */
    private static final double LONG_SECONDS = 3;

    private final Fault fault;

    @Mixin
    private FaultOptions options;

    private Suite(Fault fault) {
        this.fault = fault;
    }

    static void run(Fault fault, String... arguments) throws Exception {
        var setting = fault.setting();
        if (setting.missing().isEmpty() && !setting.namespaces().isEmpty() && !Apart.inside()) System.exit(Apart.again(fault, arguments));
        System.exit(new CommandLine(new Suite(fault)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var account = new Account(System.out);
        var missing = fault.setting().missing();
        if (missing.isPresent()) {
            account.say("跳过 SKIPPED " + fault.name() + ": " + missing.get());
            return 0;
        }
        int cycles = options.cycles(fault.usualCycles());
        account.say("faults " + fault.name() + " --seed " + options.seed() + " --cycles " + cycles + (options.canary() ? " --canary: " + fault.canary().said() : ""));
        try (var stand = new Stand(options.disk(), List.of())) {
            var ground = new Ground(stand, options, account);
            try {
                take(ground, cycles);
            } catch (IllegalStateException | IOException notEvenBegun) {
                account.wrong(notEvenBegun.getMessage());
            } finally {
                options.keep(stand.folder());
                fault.leave(ground);
            }
        }
        var verdict = Verdict.of(account.wrongs(), options.canary() ? Optional.of(fault.canary()) : Optional.empty());
        account.say(fault.name() + ", seed " + options.seed() + ": " + verdict.said(account.wrongs()));
        return verdict.exit();
    }

    /** Whatever ends it early is a finding as well; what was acknowledged by then is counted all the same. */
    private void take(Ground ground, int cycles) throws Exception {
        fault.prepare(ground);
        if (options.canary()) fault.canary().takeAway(ground);
        var kit = fault.setting().kit(ground);
        try (var crowd = Crowd.atWork(ground, kit, options.canary() && fault.canary() == Canary.RECEIPTS)) {
            try {
                for (int i = 1; i <= cycles; i++) strike(new Bout(ground, kit, crowd, i));
            } catch (IllegalStateException | IOException broken) {
                ground.account().wrong(broken.getMessage());
            }
            crowd.rest();
            tell(ground.account(), crowd);
            Reckoning.of(new Bout(ground, kit, crowd, cycles));
        }
    }

    private void strike(Bout bout) throws Exception {
        bout.letThemWork();
        Canary.arm(bout.ground());
        var log = bout.crowd().log();
        log.longestSilence();
        long began = System.nanoTime();
        fault.strike(bout);
        bout.crowd().awaitAcknowledgements(bout.ground().options().rate());
        var silence = log.longestSilence();
        bout.say(String.format(Locale.ROOT, "  %d: over after %.1f s; longest silence of all laptops %.1f s; %d acknowledged so far", bout.number(),
                (System.nanoTime() - began) / 1e9, silence.seconds(), log.count()));
        if (silence.seconds() > LONG_SECONDS) bout.say("     asked meanwhile, " + log.during(silence));
        if (silence.seconds() > fault.longestSilence()) {
            bout.ground().account().wrong("nobody was served for more than " + fault.longestSilence() + " s");
        }
    }

    private static void tell(Account account, Crowd crowd) {
        var refusals = new TreeMap<String, Integer>();
        crowd.refusals().forEach(code -> refusals.merge(code, 1, Integer::sum));
        account.say("experts: " + crowd.log().count() + " acknowledged, " + crowd.unanswered() + " given up without an answer, errors shown " + refusals);
        if (!refusals.isEmpty()) account.wrong("experts were shown errors: " + refusals);
    }
}
