package conclave.appliance.result;

import conclave.appliance.pack.Said;
import conclave.appliance.pack.Sealing;
import conclave.codec.JsonFields;
import conclave.exchange.parcel.Packing;
import conclave.exchange.result.PlatformReceipt;
import conclave.exchange.result.PlatformReceipt.Answer;
import conclave.exchange.result.PlatformReceipt.Line;
import conclave.exchange.result.ResultItems;
import conclave.seal.container.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package receipt}: the platform's side of the reconciliation. */
@Command(name = "receipt", mixinStandardHelpOptions = true, description = {
    "平台一侧：对核验过的结果逐条回复；未提到的条目都算已接收（--only 时除外）。给出 --key 的，写成签名的回执："
        + "有接收方的是数据包，没有的是回执文件和签认文件（.p7s）。没有签名的回执只能查看，不能据以销毁。",
    "On the platform's side: answers a result that was audited, item by item; what is not named is accepted, unless --only or --excel.",
    "With --key it is signed: a package where a recipient is named, else the file and its .p7s. Nothing is erased on an unsigned one."})
public final class ReceiptCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "写入的回执。The receipt to write.")
    private Path out;

    @Option(names = "--by", required = true, paramLabel = "WHO", description = "由谁回复。Who answers.")
    private String by;

    @Option(names = "--number", defaultValue = "1", description = "对此结果的第几份回执（默认1）。Which answer to this result it is (1).")
    private long number;

    @Option(names = "--refuse", paramLabel = "ITEM=REASON", description = "退回某条及原因，可多次使用。Refuse an item, and why; may be repeated.")
    private Map<String, String> refused = Map.of();

    @Option(names = "--resend", paramLabel = "ITEM", description = "要求重发某条，可多次使用。Ask for an item again; may be repeated.")
    private List<String> resend = List.of();

    @Option(names = "--accept", paramLabel = "ITEM", description = "接收某条，与 --only 同用。Accept an item, with --only.")
    private List<String> accepted = List.of();

    @Option(names = "--only", description = "只回复所列条目。Say nothing about what is not named.")
    private boolean only;

    @Option(names = "--excel", paramLabel = "FILE", description = "平台导出的处理结果（Excel）；签认时与回执放在同一文件夹。"
            + "What the platform exported, as Excel; it is signed for together with the receipt.")
    private Path excel;

    @Option(names = "--mapping", paramLabel = "FILE", description = "平台的对应关系文件（receipts 一节）。The platform's mapping, its part receipts.")
    private Path mapping;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Mixin
    private Sealing sealing;

    @Parameters(paramLabel = "RESULT", description = "结果文件夹。The result folder.")
    private Path result;

    @Override
    public Integer call() throws IOException {
        var items = ResultItems.of(result);
        var answers = new TreeMap<String, Line>();
        if (excel != null) answers.putAll(ExcelAnswer.read(excel, Optional.ofNullable(mapping), items));
        else if (!only) items.items().forEach(item -> answers.put(item, new Line(item, Answer.ACCEPTED, Optional.empty())));
        accepted.forEach(item -> answers.put(item, new Line(item, Answer.ACCEPTED, Optional.empty())));
        resend.forEach(item -> answers.put(item, new Line(item, Answer.RESEND, Optional.empty())));
        refused.forEach((item, reason) -> answers.put(item, new Line(item, Answer.REFUSED, Optional.of(reason))));
        for (var item : answers.keySet()) {
            if (!items.items().contains(item)) throw wrong("结果中没有条目 " + item + "。There is no such item in the result.");
        }
        if (refused.values().stream().anyMatch(String::isBlank)) throw wrong("退回须说明原因。Who refuses says why.");
        if (Files.exists(out)) throw wrong(out + " 已存在，没有覆盖。It exists already.");
        var receipt = new PlatformReceipt(items.meeting(), items.result(), number, by, Clock.systemUTC().millis(), new ArrayList<>(answers.values()));
        var said = new Said(spec, json);
        try {
            var written = new SignedReceipt(receipt, out, Optional.ofNullable(excel), spec, sealing).write();
            return told(said, written, answers);
        } catch (Refused refused) {
            return said.refused(Packing.complaint(refused));
        }
    }

    /** Whoever signs has seen what was read. */
    private int told(Said said, String written, TreeMap<String, Line> answers) {
        var counts = new TreeMap<Answer, Integer>();
        answers.values().forEach(line -> counts.merge(line.answer(), 1, Integer::sum));
        int yes = counts.getOrDefault(Answer.ACCEPTED, 0);
        int no = counts.getOrDefault(Answer.REFUSED, 0);
        int again = counts.getOrDefault(Answer.RESEND, 0);
        return said.done(List.of("第" + number + "份回执，" + answers.size() + "条，写入 " + written + "。Receipt " + number + ", " + answers.size() + " items.",
                (excel != null ? "读到" : "其中") + "：接收 " + yes + "，退回 " + no + "，重发 " + again + "。Accepted " + yes + ", refused " + no + ", to be sent again " + again + "."),
                new JsonFields().put("file", out.toString()).put("number", number).put("items", answers.size()).put("accepted", yes).put("refused", no).put("resend", again));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
