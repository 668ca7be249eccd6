package conclave.appliance;

import conclave.audit.Finding;
import conclave.audit.Verdict;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A verdict for people, Chinese first, or for programs: format conclave-audit/1, fields are added and never renamed. */
record AuditWords(Verdict verdict) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        verdict.meeting().ifPresent(meeting -> lines.add("会议 " + meeting + "  Meeting " + meeting));
        lines.add("证据共" + verdict.lines() + "行。The evidence has " + verdict.lines() + " lines.");
        for (var account : verdict.accounts()) {
            var signed = account.upTo() > 0;
            lines.add("节点 " + account.node() + (signed ? " 签名至第" + account.upTo() + "行，与证据相符。" : " 没有与证据相符的签名。")
                    + "The node " + account.node() + (signed ? " signed up to line " + account.upTo() + ", and that holds." : " has signed for nothing that holds."));
        }
        if (verdict.cosigned() > 0) {
            lines.add("两个以上节点共同签名至第" + verdict.cosigned() + "行。Two nodes or more signed up to line " + verdict.cosigned() + ".");
        }
        if (verdict.recounted()) lines.add("已按规则逐行重算，全部相符。Every line was decided once more by the rules, and comes to the same.");
        for (var found : verdict.found()) {
            lines.add("回执 " + found.receipt() + " 在证据第" + found.line() + "行。The receipt " + found.receipt() + " stands in line " + found.line() + ".");
        }
        for (var finding : verdict.findings()) {
            lines.add((finding.breaks() ? "✗ " : "· ") + finding.chinese());
            lines.add("  " + finding.english());
        }
        lines.add(verdict.holds() ? "结论：没有发现改动。The record holds." : "结论：这份证据不可信。The record does not hold.");
        return lines;
    }

    String json() {
        return CanonicalJson.text(new JsonFields().put("format", "conclave-audit/1").put("holds", verdict.holds())
                .maybe("meeting", verdict.meeting()).put("lines", verdict.lines()).put("cosigned", verdict.cosigned()).put("recounted", verdict.recounted())
                .list("receipts", verdict.found(), found -> new JsonFields().put("receipt", found.receipt()).put("line", found.line()).end())
                .list("nodes", verdict.accounts(), account -> new JsonFields().put("node", account.node()).put("key", account.key())
                        .put("upTo", account.upTo()).put("signatures", account.signatures()).end())
                .list("findings", verdict.findings(), AuditWords::finding).end());
    }

    private static Json finding(Finding finding) {
        var facts = new TreeMap<String, Json>();
        finding.facts().forEach((name, value) -> facts.put(name, Json.text(value)));
        return new JsonFields().put("what", finding.matter().name().toLowerCase(Locale.ROOT).replace('_', '-')).put("breaks", finding.breaks())
                .put("facts", new Json.Obj(facts)).put("zh", finding.chinese()).put("en", finding.english()).end();
    }
}
