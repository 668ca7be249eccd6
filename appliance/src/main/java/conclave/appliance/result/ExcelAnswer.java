package conclave.appliance.result;

import conclave.appliance.office.MappingTrouble;
import conclave.codec.BadJson;
import conclave.exchange.office.AnswerBook;
import conclave.exchange.office.Mapping;
import conclave.exchange.office.OfficeFinding;
import conclave.exchange.result.PlatformReceipt.Answer;
import conclave.exchange.result.PlatformReceipt.Line;
import conclave.exchange.result.ResultItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The platform's answer as an office exports it from there: a workbook whose rows name applicants by the platform's codes. */
final class ExcelAnswer {

    private static final long LARGEST = 64L << 20;

    private ExcelAnswer() {
    }

    /** All of it, or an error that says sheet, cell, and what to do. */
    static SortedMap<String, Line> read(Path excel, Optional<Path> mappingFile, ResultItems items) throws IOException {
        if (Files.size(excel) > LARGEST) throw new IOException("文件 " + excel.getFileName() + " 过大，不是平台回执。The file is too large for a receipt. (TOO_LARGE)");
        var mapping = mappingFile.isEmpty() ? Mapping.none() : mapping(mappingFile.get());
        var read = AnswerBook.read(Files.readAllBytes(excel), excel.getFileName().toString(), mapping);
        if (!read.holds()) throw new IOException(String.join(System.lineSeparator(), read.findings().stream().filter(OfficeFinding::error)
                .limit(20).map(OfficeFinding::sentence).toList()));
        var lines = new TreeMap<String, Line>();
        if (mapping.receipts().filter(Mapping.Receipts::files).isPresent()) {
            items.items().stream().filter(item -> item.startsWith("data/")).forEach(item -> lines.put(item, new Line(item, Answer.ACCEPTED, Optional.empty())));
        }
        for (var row : read.rows()) {
            var item = row.item() ? row.named() : items.codes().get(row.named());
            if (item == null || !items.items().contains(item)) throw new IOException(row.cell() + "：结果中没有“" + row.named() + "”，请核对编号或退回平台。"
                    + "The result has no such applicant or file: check the code. (UNKNOWN_ITEM)");
            lines.put(item, new Line(item, Answer.valueOf(row.answer().toUpperCase(Locale.ROOT)), Optional.of(row.reason()).filter(text -> !text.isBlank())));
        }
        return lines;
    }

    private static Mapping mapping(Path file) throws IOException {
        try {
            return Mapping.read(Files.readAllBytes(file));
        } catch (BadJson e) {
            throw new IOException("对应关系文件不符合格式（" + MappingTrouble.chinese(e) + "），请按 docs/formats/mapping.md 改正。The mapping does not follow its format.", e);
        }
    }
}
