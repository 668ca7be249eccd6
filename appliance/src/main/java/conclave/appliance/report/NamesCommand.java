package conclave.appliance.report;

import conclave.appliance.pack.Holding;
import conclave.appliance.pack.Said;
import conclave.codec.BadJson;
import conclave.codec.JsonFields;
import conclave.exchange.result.NamesFile;
import conclave.seal.OwnerFiles;
import conclave.seal.container.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package names}: on the platform's side, who the ids of a result are. */
@Command(name = "names", mixinStandardHelpOptions = true, description = {
    "平台一侧：用接收方私钥打开结果中的名册。", "On the platform's side: opens the names of a result with the recipient's key."})
public final class NamesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Holding holding;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "写入的名册，含个人信息，仅本人可读。The file to write; personal, for its owner only.")
    private Path out;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(paramLabel = "RESULT", description = "结果文件夹。The result folder.")
    private Path result;

    @Override
    public Integer call() throws IOException {
        var sealed = result.resolve(NamesFile.SEALED);
        if (!Files.isRegularFile(sealed)) throw wrong("结果中没有名册：生成结果时没有给出平台证书。There are no names in this result: it was made without the platform's certificate.");
        if (Files.exists(out)) throw wrong(out + " 已存在，没有覆盖。It exists already.");
        var opening = holding.opening().orElseThrow(() -> wrong("请用 --key 给出接收方私钥。Name the recipient's key with --key."));
        try {
            var names = SealedNames.open(sealed, opening.unwrapping());
            OwnerFiles.write(out, names.bytes());
            return new Said(spec, json).done(List.of("名册：申报人" + names.applicants().size() + "人，参会人员" + names.people().size() + "人，写入 " + out + "。内含个人信息，用后请删除。",
                    "Names of " + names.applicants().size() + " applicants; delete the file after use."), new JsonFields().put("file", out.toString())
                    .put("applicants", names.applicants().size()).put("people", names.people().size()));
        } catch (Refused | BadJson e) {
            return new Said(spec, json).refused("names.closed", "名册打不开：私钥不是接收方的，或文件已被改动。请核对私钥和结果文件夹。",
                    "It cannot be opened: not the recipient's key, or the file was changed.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
