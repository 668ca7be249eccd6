package conclave.appliance.result;

import conclave.appliance.pack.WallClock;
import conclave.exchange.result.Erasure.Certificate;
import conclave.report.Form;
import conclave.report.Head;
import conclave.report.Part;
import conclave.report.Value;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** 销毁证明 as people read and sign it: what was destroyed on this node, when, by whose decision, on which answer, and what stays. */
record WipeShown(Certificate certificate, SequencedMap<String, String> facts) {

    /** @param folder the meeting's folder on this node, with the certificate for programs and the evidence that outlives the key */
    static WipeShown of(Certificate certificate, Path folder, List<Path> receipts) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("会议编号 Meeting", certificate.meeting());
        facts.put("销毁内容 Destroyed", certificate.witness() ? "本节点没有此会议的密钥，无可销毁。This node held no key."
                : "会议密钥一份，" + certificate.bytes() + " 字节，已覆盖并删除。The meeting's key, overwritten and deleted.");
        facts.put("销毁时间 At", WallClock.said(Instant.ofEpochMilli(certificate.at())));
        facts.put("决定人 Decided by", String.join("、", certificate.persons().stream().map(person -> person.replaceAll("[\\p{Cntrl}\\p{Cf}]", "")).toList()));
        facts.put("依据 On", "平台第 " + certificate.receipt() + " 号回执：结果已全部接收。The platform's receipt: all was accepted.");
        facts.put("结果摘要 Result SHA-256", certificate.result());
        for (var receipt : receipts) facts.put("回执摘要 Receipt SHA-256 " + receipt.getFileName(), digest(receipt));
        var evidence = folder.resolve("evidence.jsonl");
        if (Files.isRegularFile(evidence)) facts.put("保留的证据摘要 Evidence SHA-256", digest(evidence));
        facts.put("证明文件摘要 wiped.json SHA-256", digest(folder.resolve("wiped.json")));
        return new WipeShown(certificate, facts);
    }

    private static String digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var sha256 = Digests.sha256();
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) sha256.update(buffer, 0, read);
            return Digests.hex(sha256.digest());
        }
    }

    List<String> lines() {
        var lines = new ArrayList<>(List.of("会议密钥销毁证明  Certificate of erasure"));
        facts.forEach((what, said) -> lines.add("  " + what + "：" + said));
        lines.add("  密钥销毁后，本节点保存的姓名、证件号、材料和意见不可恢复；证据保留，不含个人信息。Names, papers and opinions on this node cannot be recovered; the evidence stays.");
        return lines;
    }

    Form form() {
        var rows = facts.entrySet().stream().map(fact -> List.of(Value.of(fact.getKey()), Value.of(fact.getValue()))).toList();
        var about = new ArrayList<String>();
        if (certificate.meeting().startsWith("reh_")) about.add("演练数据。");
        about.add("下列会议的密钥已在本节点销毁。密钥销毁后，本节点保存的姓名、证件号、材料和意见不可恢复；证据保留，不含个人信息。");
        return new Form("wipe", "会议密钥销毁证明", about, List.of(new Part.Grid("", List.of(Head.text("项目", 26), Head.text("内容", 70)), rows)),
                List.of("决定人（签字）", "决定人（签字）", "执行人（签字）", "日期"), "每个存有密钥的节点各出一份。");
    }
}
