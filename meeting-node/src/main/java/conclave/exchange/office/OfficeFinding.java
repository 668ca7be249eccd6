package conclave.exchange.office;

import conclave.codec.Json;
import conclave.exchange.workbook.CellFinding;

/**
 * Something about the office's files that somebody should see to: which file, which cell of it where it is a workbook.
 *
 * @param english the same in one English sentence
 */
public record OfficeFinding(String file, CellFinding finding, String english) {

    public boolean error() {
        return finding.error();
    }

    /** Two lines: first for the office, then for whoever supports it. */
    public String sentence() {
        return (error() ? "错误：" : "提示：") + place() + finding.what() + finding.fix() + System.lineSeparator() + "　　　" + english;
    }

    private String place() {
        var where = finding.spot().words();
        return (file.isEmpty() ? "" : "文件“" + file + "”" + (where.isEmpty() ? "：" : "")) + (where.isEmpty() ? "" : where + "：");
    }

    public Json json() {
        return Json.object().with("severity", error() ? "error" : "warning").with("rule", finding.rule()).with("file", file)
                .with("sheet", finding.spot().page()).with("cell", finding.spot().cell()).with("value", finding.value())
                .with("zh", finding.what()).with("fix", finding.fix()).with("en", english);
    }
}
