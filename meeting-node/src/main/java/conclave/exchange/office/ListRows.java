package conclave.exchange.office;

import conclave.exchange.workbook.Book;
import conclave.exchange.workbook.Cell;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of a plain list that somebody was sent: a workbook's first page, or text with commas in whichever encoding. */
final class ListRows {

    private ListRows() {
    }

    /** Rows as they stand, those that nobody sees as well: whoever hid a row still meant the person. */
    static List<List<String>> of(Book.Page page) {
        var rows = new ArrayList<List<String>>();
        int last = page.rows().isEmpty() ? -1 : page.rows().lastKey();
        for (int row = 0; row <= last; row++) {
            var line = page.rows().get(row);
            var texts = new ArrayList<String>();
            for (int column = 0; line != null && column <= line.lastKey(); column++) texts.add(said(page.cell(row, column)));
            rows.add(texts);
        }
        return page.cutShort() ? List.of() : rows;
    }

    private static String said(Cell cell) {
        return cell.last().map(Cell::text).orElse(cell.form() == Cell.Form.FORMULA ? "" : cell.text()).strip();
    }

    static Optional<String> text(byte[] bytes) {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** A name and a number hold neither commas nor line ends; quotes around them are taken off. */
    static List<List<String>> csv(String text) {
        return text.lines().map(line -> Arrays.stream(line.split("[,\t]", -1)).map(ListRows::unquoted).toList()).toList();
    }

    private static String unquoted(String field) {
        var text = field.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1).strip() : text;
    }
}
