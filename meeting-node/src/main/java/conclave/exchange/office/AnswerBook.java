package conclave.exchange.office;

import conclave.exchange.workbook.Book.Page;
import conclave.exchange.workbook.Cell;
import conclave.exchange.workbook.Spot;
import conclave.exchange.workbook.Workbooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the platform answers to a result, as an office exports it: a row for an applicant (by the platform's code) or a file, what was
 * done with it, and why. Read more strictly than a list of applicants, because a key is destroyed on its word: no formula, nothing
 * hidden, nothing joined, nothing twice.
 */
public final class AnswerBook {

    private static final int HEADING_WITHIN = 12;
    private static final int LONGEST_REASON = 500;
    private static final Map<String, List<String>> TITLES = Map.of("code", List.of("申报人编号", "申报编号", "编号", "申报号", "报名号"),
            "item", List.of("条目", "文件"), "answer", List.of("处理结果", "接收结果", "接收情况", "回执"), "reason", List.of("退回原因", "原因", "说明"));
    private static final Map<String, List<String>> WORDS = Map.of("accepted", List.of("接收", "已接收", "同意接收", "accepted"),
            "refused", List.of("退回", "拒收", "不接收", "refused"), "resend", List.of("重发", "需重发", "要求重发", "resend"));

    private final Mapping.Receipts mapping;
    private final String file;
    private final Slips slips = new Slips();
    private final List<Row> rows = new ArrayList<>();
    private final TreeMap<String, Spot> met = new TreeMap<>();

    /** @param named the applicant's code, or a file's path where {@code item}; @param answer {@code accepted}, {@code refused} or {@code resend} */
    public record Row(boolean item, String named, String answer, String reason, String cell) {
    }

    /** @param rows none where there is an error among the findings */
    public record Read(List<Row> rows, List<OfficeFinding> findings) {
        public Read {
            rows = List.copyOf(rows);
            findings = List.copyOf(findings);
        }

        public boolean holds() {
            return findings.stream().noneMatch(finding -> finding.finding().error());
        }
    }

    private AnswerBook(Mapping.Receipts mapping, String file) {
        this.mapping = mapping;
        this.file = file;
    }

    /** Never an exception, whatever the file holds. */
    public static Read read(byte[] bytes, String file, Mapping mapping) {
        var book = new AnswerBook(mapping.receipts().orElse(Mapping.Receipts.none()), file);
        var read = Workbooks.read(bytes);
        for (var finding : read.findings()) {
            if (finding.error()) book.slips.error(Slip.WORKBOOK, file, finding.spot(), finding.value(), finding.what(), finding.fix(), finding.rule());
        }
        read.book().ifPresent(found -> book.pages(found.pages()));
        var held = new Read(book.rows, book.slips.all());
        return held.holds() ? held : new Read(List.of(), held.findings());
    }

    private void pages(List<Page> pages) {
        var page = pages.stream().filter(one -> mapping.page().isEmpty() ? heading(one).isPresent() : one.name().equals(mapping.page())).findFirst();
        if (page.isEmpty()) {
            slips.error(Slip.PAGE_MISSING, file, Spot.FILE, "", mapping.page().isEmpty() ? "处理结果" : mapping.page());
            return;
        }
        var heading = heading(page.get());
        if (page.get().hidden()) slips.error(Slip.PAGE_HIDDEN, file, Spot.page(page.get().name()), "");
        if (page.get().cutShort()) slips.error(Slip.TOO_MANY_ROWS, file, Spot.page(page.get().name()), "", Workbooks.ROWS);
        if (heading.isEmpty()) slips.error(Slip.HEADING_MISSING, file, Spot.page(page.get().name()), "", title("answer"));
        else read(page.get(), heading.get());
        if (heading.isPresent() && rows.isEmpty()) slips.error(Slip.FORM_EMPTY, file, Spot.page(page.get().name()), "", page.get().name());
    }

    /** @param columns by the key of what they hold */
    private record Line(int row, TreeMap<String, Integer> columns) {
    }

    private Optional<Line> heading(Page page) {
        for (int row = 0; row < HEADING_WITHIN; row++) {
            var columns = new TreeMap<String, Integer>();
            var line = page.rows().getOrDefault(row, new TreeMap<>());
            for (var key : TITLES.keySet()) {
                for (var cell : line.entrySet()) {
                    if (is(key, cell.getValue().text())) columns.putIfAbsent(key, cell.getKey());
                }
            }
            if (columns.containsKey("answer") && (columns.containsKey("code") || columns.containsKey("item"))) return Optional.of(new Line(row, columns));
        }
        return Optional.empty();
    }

    private boolean is(String key, String text) {
        var plain = Heading.plain(text);
        if (mapping.columns().containsKey(key)) return Heading.plain(mapping.columns().get(key)).equals(plain);
        return TITLES.get(key).contains(plain);
    }

    private String title(String key) {
        return mapping.columns().getOrDefault(key, TITLES.get(key).getFirst());
    }

    private void read(Page page, Line heading) {
        for (var joined : page.merged()) {
            var held = heading.columns().values().stream().anyMatch(column -> joined.column() <= column && column <= joined.lastColumn());
            if (held && joined.lastRow() > heading.row()) slips.error(Slip.MERGED, file, Spot.at(page.name(), joined.row(), joined.column()), "", joined.words());
        }
        heading.columns().forEach((key, column) -> {
            if (page.hiddenColumns().contains(column)) slips.error(Slip.COLUMN_HIDDEN, file, Spot.at(page.name(), heading.row(), column), "", title(key));
        });
        for (var row : page.rows().tailMap(heading.row() + 1).keySet()) row(page, heading, row);
    }

    private void row(Page page, Line heading, int row) {
        var code = value(page, heading, row, "code");
        var item = value(page, heading, row, "item");
        var said = value(page, heading, row, "answer");
        var reason = value(page, heading, row, "reason");
        var spot = Spot.at(page.name(), row, heading.columns().get("answer"));
        if (code.isEmpty() && item.isEmpty() && said.isEmpty()) return;
        if (page.hiddenRows().contains(row)) slips.error(Slip.ROW_HIDDEN, file, spot, "");
        if (code.isEmpty() && item.isEmpty()) {
            slips.error(Slip.REQUIRED, file, spot, "", title(heading.columns().containsKey("code") ? "code" : "item"));
            return;
        }
        var named = code.isEmpty() ? item : code;
        var twice = met.put((code.isEmpty() ? "item " : "code ") + named, spot);
        if (twice != null) slips.error(Slip.CODE_TWICE, file, spot, named, named, twice.words());
        var answer = answer(said);
        if (answer.isEmpty()) slips.error(said.isEmpty() ? Slip.REQUIRED : Slip.WORD_UNKNOWN, file, spot, said, said.isEmpty() ? title("answer") : said, "接收、退回、重发");
        if (answer.filter("refused"::equals).isPresent() && reason.isEmpty()) slips.error(Slip.REQUIRED, file, spot, "", title("reason"));
        if (reason.length() > LONGEST_REASON) slips.error(Slip.TOO_LONG, file, spot, reason, title("reason"), LONGEST_REASON);
        rows.add(new Row(code.isEmpty(), named, answer.orElse(""), reason, spot.words()));
    }

    private Optional<String> answer(String said) {
        var own = mapping.words().stream().filter(word -> word.from().equals(said)).map(Mapping.Word::to).findFirst();
        if (own.isPresent()) return own;
        return WORDS.entrySet().stream().filter(word -> word.getValue().contains(said)).map(Map.Entry::getKey).findFirst();
    }

    private String value(Page page, Line heading, int row, String key) {
        var column = heading.columns().get(key);
        if (column == null) return "";
        var cell = page.cell(row, column);
        if (cell.form() == Cell.Form.FORMULA) slips.error(Slip.FORMULA_TAKEN, file, cell.spot(), cell.text(), cell.last().map(Cell::text).orElse(""));
        if (cell.form() == Cell.Form.ERROR) slips.error(Slip.CELL_ERROR, file, cell.spot(), cell.text(), cell.text());
        return Values.narrow(Values.visible(cell.text())).strip();
    }
}
