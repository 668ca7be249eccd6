package conclave.appliance.pack;

import conclave.seal.container.Statement;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a package stands among those of its meeting, and whether it takes the place of one that was lost. */
final class Replacing {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--sequence", paramLabel = "N", description = "该会议的第几个数据包；默认 1，代替旧包时默认 2。Which package of the meeting (1; 2 where it replaces one).")
    private Long sequence;

    @Option(names = "--predecessor", paramLabel = "ID", description = "前一个数据包的编号。The id of the package before.")
    private String predecessor;

    @Option(names = "--replaces", paramLabel = "ID", description = "代替已作废的数据包（如U盘遗失），写旧包编号；旧包没有导入过的会场也能导入。旧包序号大于 1 的，请同时给出 --sequence。"
            + "Takes the place of a package that was revoked, also where that one never came in. Say --sequence where it had another number than 1.")
    private String replaces;

    long sequence() {
        if (sequence != null) return sequence;
        return replaces == null ? 1 : 2;
    }

    Optional<String> predecessor() {
        if (replaces != null && predecessor != null && !replaces.equals(predecessor)) {
            throw new ParameterException(spec.commandLine(), "--replaces 与 --predecessor 只用一个。Give --replaces or --predecessor, not both.");
        }
        return Optional.ofNullable(replaces == null ? predecessor : replaces);
    }

    String purpose(String said) {
        return replaces == null ? said : said + Statement.replacing(replaces);
    }
}
