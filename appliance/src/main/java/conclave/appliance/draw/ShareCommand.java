package conclave.appliance.draw;

import conclave.codec.CanonicalJson;
import conclave.codec.JsonFields;
import conclave.meeting.prepare.Seed;
import java.security.SecureRandom;
import java.util.HexFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conclave draw share}: one side's share of a seed, and what to publish of it. */
@Command(name = "share", mixinStandardHelpOptions = true, description = "生成一份随机种子及其承诺值。Makes a share of a seed and its commitment.")
final class ShareCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public void run() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var seed = Seed.of(HexFormat.of().formatHex(bytes));
        var share = seed.shares().getFirst();
        var commitment = seed.commitments().getFirst();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(new JsonFields().put("seed", share).put("commitment", commitment).end()));
            return;
        }
        out.println("随机种子（抽取前保密）：" + share);
        out.println("承诺值（抽取前公布）：" + commitment);
    }
}
