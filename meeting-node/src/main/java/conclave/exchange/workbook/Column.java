package conclave.exchange.workbook;

import java.util.List;

/**
 * A column of a form.
 *
 * @param title what stands at its head; readers go by it, wherever the column stands
 * @param hint what Excel shows beside the cell while somebody fills it in
 * @param words what may be chosen; empty elsewhere
 * @param from a range of the workbook that is offered, other words allowed; empty elsewhere
 */
public record Column(String title, int width, Entry entry, String hint, List<String> words, String from) {

    public enum Entry { TEXT, NUMBER, WHOLE, CHOICE }

    public static Column text(String title, int width, String hint) {
        return new Column(title, width, Entry.TEXT, hint, List.of(), "");
    }

    public static Column offered(String title, int width, String hint, String from) {
        return new Column(title, width, Entry.TEXT, hint, List.of(), from);
    }

    public static Column number(String title, String hint) {
        return new Column(title, 9, Entry.NUMBER, hint, List.of(), "");
    }

    public static Column whole(String title, String hint) {
        return new Column(title, 9, Entry.WHOLE, hint, List.of(), "");
    }

    public static Column choice(String title, int width, String hint, List<String> words) {
        return new Column(title, width, Entry.CHOICE, hint, words, "");
    }
}
