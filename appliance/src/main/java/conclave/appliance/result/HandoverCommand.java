package conclave.appliance.result;

import conclave.appliance.pack.Said;
import conclave.codec.JsonFields;
import conclave.exchange.Stick;
import conclave.exchange.StickTrouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package handover}: the sealed files on to the stick, and its word that the stick may be pulled out. */
@Command(name = "handover", mixinStandardHelpOptions = true, description = {
    "把数据包的各卷和签名文件写到U盘，读回核对后才提示可以安全拔出。",
    "Writes a package's volumes and its signature to a stick, reads them back, and only then says that it is safe to remove."})
public final class HandoverCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "U盘上的文件夹。A folder on the stick.")
    private Path stick;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "要交出的文件。The files to hand over.")
    private List<Path> files;

    @Override
    public Integer call() {
        for (var file : files) {
            if (!Files.isRegularFile(file)) throw new ParameterException(spec.commandLine(), "没有文件 " + file + "。There is no such file.");
        }
        var said = new Said(spec, json);
        try {
            var written = Stick.write(files, stick);
            var fromTheMedium = written.readBack();
            var lines = new ArrayList<>(written.files().stream().map(file -> file.sha256() + "  " + file.path()).toList());
            if (!fromTheMedium) {
                lines.add("· 此处不支持绕过缓存读取，核对的可能是内存中的内容；请换一台机器再核对一次。");
                lines.add("  This place cannot be read past the memory: verify it once more on another machine.");
            }
            lines.add("可以安全拔出。Safe to remove.");
            return said.done(lines, new JsonFields().put("readFromMedium", fromTheMedium).list("files", written.files(),
                    file -> new JsonFields().put("name", file.path()).put("size", file.bytes()).put("sha256", file.sha256()).end()));
        } catch (StickTrouble e) {
            return said.refused(ExportTrouble.complaint(e));
        }
    }
}
