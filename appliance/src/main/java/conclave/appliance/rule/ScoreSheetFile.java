package conclave.appliance.rule;

import conclave.codec.Json;
import conclave.codec.RuleBookFiles;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.SheetWorkbook;
import conclave.exchange.workbook.Spot;
import conclave.meeting.event.Sheet;
import conclave.meeting.rule.Finding;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.FindingWords;
import conclave.meeting.rule.sheet.SheetCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A score sheet from a file, be it a workbook or JSON: as far as it could be read, and what was found.
 *
 * @param bytes the file as it was; empty where it could not be opened
 */
record ScoreSheetFile(byte[] bytes, Optional<Sheet> sheet, Optional<CompiledSheet> compiled, List<CellFinding> findings) {

    private static final Spot NOWHERE = new Spot("", "");

    static ScoreSheetFile read(Path file) {
        var content = RuleFile.read(file, bytes -> bytes);
        if (content.value().isEmpty()) return without(new byte[0], content.trouble().orElseThrow());
        var bytes = content.value().get();
        if (json(bytes)) return ofJson(file, bytes);
        var loaded = SheetWorkbook.load(bytes);
        return new ScoreSheetFile(bytes, loaded.sheet(), loaded.compiled(), loaded.findings());
    }

    private static ScoreSheetFile ofJson(Path file, byte[] bytes) {
        var read = RuleFile.of(file, bytes, RuleBookFiles::sheet);
        if (read.value().isEmpty()) return without(bytes, read.trouble().orElseThrow());
        var checked = SheetCheck.check(read.value().get());
        return new ScoreSheetFile(bytes, read.value(), checked.compiled(), checked.findings().stream().map(ScoreSheetFile::said).toList());
    }

    private static ScoreSheetFile without(byte[] bytes, Finding trouble) {
        return new ScoreSheetFile(bytes, Optional.empty(), Optional.empty(), List.of(said(trouble)));
    }

    static CellFinding said(Finding finding) {
        var words = (Json.Obj) new RuleWords(Optional.empty()).json(finding);
        var at = finding.at().isEmpty() ? "" : finding.at() + "：";
        return new CellFinding(finding.isError(), finding.code(), NOWHERE, "", at + words.text("zh"), words.text("fix"));
    }

    private static CellFinding said(conclave.meeting.rule.sheet.Finding finding) {
        return said(finding, "");
    }

    static CellFinding said(conclave.meeting.rule.sheet.Finding finding, String before) {
        var sentence = FindingWords.sentence(finding);
        return new CellFinding(finding.error(), finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), NOWHERE, "",
                before + sentence.substring(sentence.indexOf('：') + 1), "");
    }

    static boolean json(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '{') return true;
            // A byte order mark and space may come first.
            if (!Character.isWhitespace(each) && each != (byte) 0xef && each != (byte) 0xbb && each != (byte) 0xbf) return false;
        }
        return false;
    }

    boolean sound() {
        return compiled.isPresent();
    }

    static boolean errors(List<CellFinding> findings) {
        return findings.stream().anyMatch(CellFinding::error);
    }

    static Json json(CellFinding it) {
        return Json.object().with("severity", it.error() ? "error" : "warning").with("rule", it.rule()).with("sheet", it.spot().page())
                .with("cell", it.spot().cell()).with("value", it.value()).with("zh", it.what()).with("fix", it.fix());
    }

    static Json json(List<CellFinding> findings) {
        return Json.array(findings.stream().map(ScoreSheetFile::json).toList());
    }
}
