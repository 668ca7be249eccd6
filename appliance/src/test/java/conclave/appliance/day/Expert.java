package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.openqa.selenium.Keys;

/** An expert before a laptop: reads pages, types marks, submits; hands stay on the keyboard. */
record Expert(Card card, Laptop laptop) {

    static final List<String> INDICATORS = List.of("A5.1", "A5.2", "A5.3");
    private static final String SAVED = "已存到服务器 \\d\\d:\\d\\d";

    /** From the list, by the button that says where to go on. */
    void begins() {
        laptop.click("continue");
    }

    void opens(String code) {
        if (!laptop.shows("desk-list")) laptop.click("my-list");
        laptop.click("row-" + code);
    }

    void isShown(String code) {
        laptop.waitForText("applicant-code", code);
        laptop.until("a page of " + code + " to be a picture", () -> laptop.ask(
                "const it = document.querySelector('[data-test=page-image]'); return it && it.complete && it.naturalWidth > 400 || null"));
    }

    /** Types the marks one after the other; Enter leads to the next field, from the last one to the button. */
    void fills(List<String> marks) {
        laptop.waitForFocus("mark-" + INDICATORS.getFirst());
        for (int i = 0; i < marks.size(); i++) {
            laptop.waitForFocus("mark-" + INDICATORS.get(i));
            laptop.type(marks.get(i), Keys.ENTER);
        }
    }

    void submits(int revision) {
        laptop.press(Keys.CONTROL, Keys.ENTER);
        laptop.waitForText("standing", "（第 " + revision + " 次）");
        savedOnServer();
    }

    void savedOnServer() {
        laptop.waitFor("save-state", "data-state", "saved");
        assertTrue(laptop.text("save-state").matches(SAVED), laptop.text("save-state"));
    }

    void scores(String code, List<String> marks) {
        isShown(code);
        fills(marks);
        submits(1);
        showsReceipt();
    }

    /** The focus is on the way to the next applicant already. */
    void goesOn() {
        laptop.waitForFocus("next");
        laptop.type(Keys.ENTER);
    }

    void showsReceipt() {
        laptop.click("receipt-open");
        assertTrue(laptop.text("receipt-short").matches("[0-9A-Z]{5}-[0-9A-Z]{5}"), laptop.text("receipt-short"));
        laptop.click("receipt-open");
        laptop.ask("document.querySelector('[data-test=next]')?.focus()");
    }

    List<String> marks() {
        return INDICATORS.stream().map(code -> laptop.see("mark-" + code).getDomProperty("value")).toList();
    }

    void finds(List<String> marks) {
        laptop.see("sheet");
        assertEquals(marks, marks());
    }
}
