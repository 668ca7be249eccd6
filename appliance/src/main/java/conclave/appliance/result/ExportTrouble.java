package conclave.appliance.result;

import conclave.audit.Verdict;
import conclave.exchange.Finding;
import conclave.exchange.StickTrouble;
import conclave.exchange.parcel.Complaint;
import conclave.exchange.parcel.Packing;
import conclave.exchange.result.ResultFolder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Why nothing was exported: a code for ever, and two sentences that say what to do next. */
final class ExportTrouble extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Complaint complaint;

    private ExportTrouble(String code, String chinese, String english, List<Finding> findings) {
        super(code);
        this.complaint = new Complaint(code, chinese, english, new TreeMap<>(), findings);
    }

    static ExportTrouble unsealed() {
        return new ExportTrouble("export.not-sealed", "会议尚未封存，不能导出正式结果。请先封存；确需中途导出的，请加 --unfinished。",
                "The meeting is not sealed yet. Seal it first; to export what there is so far, add --unfinished.", List.of());
    }

    static ExportTrouble nothingOpen() {
        return new ExportTrouble("export.nothing-open", "平台已全部接收，没有要补发的内容。", "Everything was accepted; there is nothing to send again.", List.of());
    }

    static ExportTrouble nothingInForce() {
        return new ExportTrouble("export.no-result", "没有有效的已导出结果，无从补发。请先完整导出一次。",
                "No result that counts was exported, so nothing can be sent again. Export the whole first.", List.of());
    }

    static ExportTrouble doubted(Verdict verdict) {
        var findings = verdict.findings().stream().filter(conclave.audit.Finding::breaks)
                .map(one -> new Finding(Finding.Severity.ERROR, one.matter().name().toLowerCase(Locale.ROOT).replace('_', '-'), one.facts())).toList();
        return new ExportTrouble("export.audit", "结果没有通过核验，没有导出，详见所列各项。请用 conclave audit 查明；三机系统请用 --cluster 给出集群文件。",
                "The result does not pass its audit and was not exported; see the findings. Ask conclave audit; for a kit of three give its file with --cluster.", findings);
    }

    /** Whatever ended an export. */
    static Complaint complaint(IOException reason) {
        return switch (reason) {
            case ExportTrouble trouble -> trouble.complaint;
            case StickTrouble stick -> new Complaint("stick." + stick.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), stick.chinese(), stick.english(),
                    new TreeMap<>(), List.of());
            case ResultFolder.NoResult none -> new ExportTrouble("export.no-evidence", "这份证据还得不出结果：会议数据尚未导入，或证据已损坏（" + none.getMessage() + "）。请用 conclave audit 查明。",
                    "There is no result yet, or the evidence is damaged (" + none.getMessage() + "). Ask conclave audit.", List.of()).complaint;
            default -> Packing.complaint(reason);
        };
    }
}
