package conclave.appliance.result;

import conclave.appliance.pack.Said;
import conclave.appliance.report.Enclosed;
import conclave.appliance.report.Names;
import conclave.codec.JsonFields;
import conclave.exchange.result.ResultFolder;
import conclave.main.PackageRoom;
import conclave.report.print.Typefaces;
import conclave.seal.container.Profile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package result}: what a node has kept of a meeting becomes the folder that goes back. */
@Command(name = "result", mixinStandardHelpOptions = true, description = {
    "由会议文件夹（节点已停止，或其副本）生成结果文件夹：证据、签名和由证据得出的各项结果。",
    "Makes the result folder of a meeting from a stopped node's folder of it, or a copy."})
public final class ResultCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "要生成的文件夹，须不存在。The folder to make; it must not exist yet.")
    private Path out;

    @Option(names = "--names-for", paramLabel = "CERT", description = "平台证书：名册为其加密后放入结果，可多次使用。The platform's certificate: names go along, sealed for it.")
    private List<Path> platform = List.of();

    @Option(names = "--profile", defaultValue = "international", description = "名册的算法体系：international 或 gm（国密）。Of the names: international or gm (${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--fonts", paramLabel = "DIR", description = "中文 TrueType 字体所在文件夹。Where Chinese TrueType fonts lie.")
    private Path fonts;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(paramLabel = "FOLDER", description = "会议文件夹，内有 evidence.jsonl。The meeting's folder.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(folder.resolve("evidence.jsonl"))) {
            throw new ParameterException(spec.commandLine(), "文件夹 " + folder + " 中没有 evidence.jsonl。There is no evidence in this folder.");
        }
        var said = new Said(spec, json);
        try {
            var written = ResultFolder.write(folder, out, LocalDate.now(ZoneId.systemDefault()), List.of(enclosed()));
            return said.done(List.of("会议 " + written.meeting() + "：证据" + written.lines() + "行，" + written.files() + "个文件，" + written.bytes()
                    + "字节。请用 conclave audit " + out + " --cluster … 核验后再交出。", "Meeting " + written.meeting() + ": " + written.lines() + " lines, "
                    + written.files() + " files, " + written.bytes() + " bytes. Audit it before it goes out."),
                    new JsonFields().put("meeting", written.meeting()).put("folder", out.toString()).put("lines", written.lines()).put("files", written.files())
                            .put("bytes", written.bytes()));
        } catch (FileAlreadyExistsException e) {
            return said.refused("result.exists", out + " 已存在，没有覆盖：请换一个名称。", "It exists already: choose another name.");
        } catch (IOException e) {
            return said.refused(ExportTrouble.complaint(e));
        }
    }

    private Enclosed enclosed() throws IOException {
        var with = Profile.named(profile).orElseThrow(() -> wrong("--profile 只能是 international 或 gm。It is international or gm."));
        if (!platform.isEmpty() && !Names.held(folder)) {
            throw wrong("此文件夹没有会议密钥，放不进名册：请在持有密钥的节点上生成。There is no key of the meeting here: make the result on a server that holds it.");
        }
        var certificates = new ArrayList<byte[]>();
        for (var file : platform) certificates.add(PackageRoom.papers().certificates(file).getFirst());
        var places = fonts == null ? Typefaces.PLACES : List.of(fonts);
        return new Enclosed(folder, Typefaces.find(places), with, certificates, spec.commandLine().getErr());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
