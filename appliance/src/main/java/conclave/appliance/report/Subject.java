package conclave.appliance.report;

import conclave.appliance.pack.Said;
import conclave.codec.BadJson;
import conclave.exchange.result.Ended;
import conclave.exchange.result.NamesFile;
import conclave.exchange.result.ResultFolder;
import conclave.exchange.result.ResultFolder.NoResult;
import conclave.report.Held;
import conclave.report.Roll;
import conclave.report.print.Typefaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Of which meeting forms are made, with which names, in which type. */
final class Subject {

    @Option(names = "--names", paramLabel = "FILE", description = "名册 names.json（conclave package names 打开）。The opened file of names.")
    private Path names;

    @Option(names = "--with-names", description = "用会议文件夹中的会议密钥显示姓名；生成的文件须专人保管。Names, by the key in the meeting's folder; keep the files safe.")
    private boolean open;

    @Option(names = "--fonts", paramLabel = "DIR", description = "中文 TrueType 字体所在文件夹。Where Chinese TrueType fonts lie.")
    private Path fonts;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(paramLabel = "FOLDER", description = "结果文件夹，或节点上的会议文件夹。A result folder, or a node's folder of the meeting.")
    private Path folder;

    Said said(CommandSpec spec) {
        return new Said(spec, json);
    }

    /** Said where the evidence comes to nothing. */
    int none(CommandSpec spec, NoResult reason) {
        return said(spec).refused("report.no-evidence", "这份证据还得不出结果：会议数据尚未导入，或证据已损坏。请用 conclave audit 查明。",
                "There is no result yet, or the evidence is damaged (" + reason.getMessage() + "). Ask conclave audit.");
    }

    Held held(CommandSpec spec) throws IOException {
        var inResult = folder.resolve(ResultFolder.EVIDENCE).resolve("evidence.jsonl");
        var evidence = Files.isRegularFile(inResult) ? inResult : folder.resolve("evidence.jsonl");
        if (!Files.isRegularFile(evidence)) throw wrong(spec, "文件夹 " + folder + " 中没有 evidence.jsonl。There is no evidence in this folder.");
        if (open && names != null) throw wrong(spec, "--names 与 --with-names 只能用一个。Either --names or --with-names.");
        if (open && !Names.held(folder)) throw wrong(spec, "此文件夹没有会议密钥，请用 --names 给出名册。There is no key of the meeting here: give --names.");
        var ended = Ended.read(evidence);
        return new Held(ended.facts(), ended.end(), ended.head(), roll(spec, ended));
    }

    private Roll roll(CommandSpec spec, Ended ended) throws IOException {
        if (open) return Names.open(folder, ended);
        if (names == null) return Roll.NONE;
        try {
            if (!Files.isRegularFile(names) || Files.size(names) > NamesFile.LARGEST) throw wrong(spec, names + " 不是名册文件。This is no file of names.");
            var file = NamesFile.read(Files.readAllBytes(names));
            if (!file.meeting().equals(ended.meeting())) throw wrong(spec, "名册属于会议 " + file.meeting() + "，请核对。The names are of another meeting.");
            return Names.roll(file);
        } catch (BadJson e) {
            throw wrong(spec, names + " 不是名册文件：请用 conclave package names 重新打开。This is no file of names: open it again.");
        }
    }

    Optional<Typefaces> types(CommandSpec spec) throws IOException {
        if (fonts == null) return Typefaces.find(Typefaces.PLACES);
        if (!Files.isDirectory(fonts)) throw wrong(spec, "没有文件夹 " + fonts + "。There is no such folder.");
        return Typefaces.find(List.of(fonts));
    }

    private static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
