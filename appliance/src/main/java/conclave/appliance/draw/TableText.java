package conclave.appliance.draw;

import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table as offices send it: CSV with commas or tabs, UTF-8 with or without a mark, or GBK as older Excel writes it. */
public final class TableText {

    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int line = 1;

    private TableText(String text) {
        this.text = text;
        var first = text.lines().findFirst().orElse("");
        separator = first.indexOf('\t') >= 0 && first.indexOf(',') < 0 ? '\t' : ',';
    }

    /** Either rows or what is wrong. */
    public record Read(List<List<String>> rows, Optional<Finding> wrong) {
        static Read failed(Finding wrong) {
            return new Read(List.of(), Optional.of(wrong));
        }
    }

    public static Read read(byte[] bytes) {
        return text(bytes).map(text -> new TableText(text).rows()).orElseGet(() -> Read.failed(Finding.of(Matter.UNREADABLE_TEXT)));
    }

    /** GB18030 holds all of GBK; strictly, because a wrong guess would change names without a word. */
    static Optional<String> text(byte[] bytes) {
        return decoded(bytes, StandardCharsets.UTF_8).or(() -> decoded(bytes, Charset.forName("GB18030")))
                .map(text -> text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThis) {
            return Optional.empty();
        }
    }

    private Read rows() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && cell.isEmpty()) {
                int end = quoted(i + 1);
                if (end < 0) return Read.failed(Finding.of(Matter.QUOTE_OPEN).with("line", line));
                i = end;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
                endRow();
            } else {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) endRow();
        return new Read(rows, Optional.empty());
    }

    /** Up to the closing mark, whose place is returned; two marks are one that is meant. */
    private int quoted(int from) {
        int lines = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') lines++;
            if (c != '"') {
                cell.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else {
                line += lines;
                return i;
            }
        }
        return -1;
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(row);
        row = new ArrayList<>();
        line++;
    }
}
