package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Two persons bring the pages of a meeting to its experts: the machine proposes, one looks and covers by keys alone, another confirms. */
final class ScreeningDayTest {

    @TempDir
    private Path folder;

    private final List<Laptop> laptops = new ArrayList<>();
    private Premises house;

    @AfterEach
    void everybodyGoesHome() {
        try {
            laptops.forEach(Laptop::close);
        } finally {
            if (house != null) house.close();
        }
    }

    @Test
    void whatTwoHaveLookedAtIsOpen() throws Exception {
        house = Premises.screening(folder);
        var secretary = laptop("screening-secretary");
        house.signIn(secretary, house.secretary());
        secretary.click("to-screening");
        secretary.waitFor("screening-next", "data-next", "look");
        secretary.until("the machine to be done", () -> "0".equals(count(secretary, "unscreened")) ? true : null);
        secretary.photograph("80-screening-queue");
        assertEquals(0, house.open(), "nothing opens by itself");
        aBoxIsDrawnByKeysAndSaved(secretary);
        oneReleasesWhatTheyLookedAt(secretary);
        var registrar = laptop("screening-registrar");
        house.signIn(registrar, house.holder(Role.REGISTRAR));
        anotherConfirms(registrar);
        assertEquals(2, house.open());
        secretary.go(queue());
        secretary.waitFor("screening-next", "data-next", "done");
        secretary.photograph("84-screening-done");
        assertEquals(List.of(), laptops.stream().flatMap(laptop -> laptop.complaints().stream()).toList());
    }

    /** Opened by two before all of it was looked at; then a page is taken back from a second laptop; covered otherwise it is another dossier than they had agreed on. */
    @Test
    void whatTwoHaveOpenedIsTakenBackFromEverybody() throws Exception {
        house = Premises.screening(folder);
        var secretary = laptop("override-secretary");
        house.signIn(secretary, house.secretary());
        secretary.click("to-screening");
        secretary.until("the machine to be done", () -> "0".equals(count(secretary, "unscreened")) ? true : null);
        var registrar = laptop("override-registrar");
        house.signIn(registrar, house.holder(Role.REGISTRAR));
        registrar.see("to-rooms");
        twoOpenIt(secretary, registrar);
        house.opens();
        var reader = laptop("override-expert");
        house.signIn(reader, house.inSeat(0));
        reader.click("row-" + house.overridden().code());
        reader.until("a page to be a picture", () -> reader.ask("const it = document.querySelector('[data-test=page-image]'); return it && it.complete && it.naturalWidth > 400 || null"));
        var pages = reader.text("page-where");
        thePageIsTakenBack(secretary, reader);
        assertTrue(!pages.equals(reader.text("page-where")), "one page fewer than " + pages);
        bothGiveItBack(secretary, registrar);
        assertEquals(0, house.open(), "what two opened they looked at as it was then");
        reader.until("the dossier to be closed again", () -> reader.shows("pages-none") ? true : null);
        reader.photograph("93-closed-again");
        // The reader's browser asks for what was taken back, so that the answer takes the place of the picture in its cache.
        assertEquals(List.of(), Stream.of(secretary, registrar).flatMap(laptop -> laptop.complaints().stream()).toList());
    }

    private void twoOpenIt(Laptop secretary, Laptop registrar) throws Exception {
        secretary.go("/rooms/" + house.room().value());
        secretary.see("release-closed");
        secretary.photograph("85-still-closed");
        secretary.click("ask-override");
        assertFalse(secretary.see("panel-confirm").isEnabled(), "not without a reason");
        secretary.see("panel-reason").sendKeys("原件已由两人在纸质材料上核对");
        secretary.photograph("86-override-asked");
        secretary.click("panel-confirm");
        secretary.waitUntilGone("panel-release-ask");
        assertEquals(0, house.open(), "one person opens nothing");
        registrar.go("/rooms/" + house.room().value());
        registrar.click("agree-override");
        registrar.click("panel-confirm");
        registrar.waitUntilGone("panel-release-agree");
        registrar.see("release-override");
        registrar.photograph("87-override-in-force");
        assertEquals(1, house.open());
    }

    private void thePageIsTakenBack(Laptop secretary, Laptop reader) throws Exception {
        secretary.click("withdraw-page");
        secretary.see("panel-release-withdraw");
        for (var field : List.of("withdraw-applicant", "withdraw-document")) {
            secretary.until(field + " to have something to choose", () -> secretary.ask("return document.querySelectorAll('[data-test=" + field + "] option').length > 1 || null"));
            secretary.ask("const it = document.querySelector('[data-test=" + field + "]'); it.selectedIndex = " + (field.endsWith("applicant") ? "[...it.options].findIndex((one) => one.text.includes(arguments[0]))" : "1")
                    + "; it.dispatchEvent(new Event('change', {bubbles: true}))", house.overridden().code());
        }
        secretary.until("the readers to be named", () -> secretary.shows("withdraw-readers") ? true : null);
        secretary.photograph("88-withdrawal");
        secretary.click("panel-confirm");
        long begun = System.nanoTime();
        reader.see("pages-taken-back");
        assertTrue(System.nanoTime() - begun < 5_000_000_000L, "five seconds are promised");
        reader.photograph("89-taken-back");
        secretary.waitUntilGone("panel-release-withdraw");
        secretary.see("release-withdrawn");
        secretary.photograph("90-who-saw-it");
    }

    private void bothGiveItBack(Laptop secretary, Laptop registrar) throws Exception {
        secretary.go(queue() + "/" + house.overridden().id().value());
        secretary.waitFor("document-lane", "data-lane", "withdrawn");
        secretary.see("add-box");
        secretary.type("n");
        secretary.ask("window.confirm = (what) => { window.asked = what; return true }");
        secretary.type("s");
        secretary.until("the change to be saved", () -> secretary.see("release-document").isEnabled() ? true : null);
        assertTrue(String.valueOf(secretary.ask("return window.asked")).contains("例外开放"), "saving ends what two had agreed on, and is said to");
        secretary.photograph("91-covered-otherwise");
        secretary.click("release-document");
        confirms(secretary, "first");
        secretary.see("screening-said");
        secretary.photograph("92-given-back-by-one");
        registrar.go(queue());
        registrar.waitFor("screening-next", "data-next", "confirm");
        registrar.click("screening-begin");
        registrar.waitFor("document-lane", "data-lane", "confirm");
        registrar.type("r");
        confirms(registrar, "confirm");
    }

    private Laptop laptop(String owner) throws Exception {
        var laptop = house.laptop(owner, folder.resolve("profiles"));
        laptops.add(laptop);
        return laptop;
    }

    private String queue() {
        return "/rooms/" + house.room().value() + "/screening";
    }

    private static String count(Laptop laptop, String lane) {
        return laptop.text("lane-" + lane).split("\\s+")[0];
    }

    private void aBoxIsDrawnByKeysAndSaved(Laptop secretary) throws Exception {
        secretary.click("screening-begin");
        secretary.see("page-marks");
        var boxes = boxes(secretary);
        assertTrue(boxes > 0, "the machine has covered something");
        secretary.photograph("81-screening-page");
        secretary.type("n");
        secretary.type("6");
        secretary.type(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        secretary.press(Keys.SHIFT, Keys.ARROW_RIGHT);
        secretary.waitFor("box", "data-kind", "seal");
        assertFalse(secretary.see("release-document").isEnabled(), "not before it is saved");
        secretary.type("z", "z", "z");
        secretary.type("s");
        secretary.until("the change to be saved", () -> secretary.see("release-document").isEnabled() ? true : null);
        assertEquals(boxes + 1, boxes(secretary));
        secretary.type("?");
        secretary.see("keys-help");
        secretary.photograph("82-screening-keys");
        secretary.click("keys-close");
    }

    private static long boxes(Laptop laptop) {
        return (Long) laptop.ask("return document.querySelectorAll('[data-test=box]').length");
    }

    private void oneReleasesWhatTheyLookedAt(Laptop secretary) {
        secretary.click("release-document");
        confirms(secretary, "first");
        secretary.see("screening-said");
        secretary.go(queue());
        while (!"0".equals(count(secretary, "look"))) {
            var before = count(secretary, "look");
            secretary.click("lane-look");
            secretary.click("screening-begin");
            secretary.waitFor("document-lane", "data-lane", "look");
            secretary.type("r");
            confirms(secretary, "first");
            secretary.see("screening-said");
            secretary.go(queue());
            secretary.until("one less to look through", () -> before.equals(count(secretary, "look")) ? null : true);
        }
        if ("0".equals(count(secretary, "clean"))) return;
        secretary.click("lane-clean");
        secretary.click("choose-all");
        secretary.click("release-batch");
        confirms(secretary, "batch");
        secretary.until("nothing to be left in batches", () -> "0".equals(count(secretary, "clean")) ? true : null);
    }

    private static void confirms(Laptop laptop, String how) {
        laptop.see("panel-screening-" + how);
        if (laptop.shows("panel-agree")) laptop.click("panel-agree");
        laptop.click("panel-confirm");
        laptop.waitUntilGone("panel-screening-" + how);
    }

    private void anotherConfirms(Laptop registrar) throws Exception {
        registrar.see("to-rooms");
        registrar.go(queue());
        registrar.waitFor("screening-next", "data-next", "confirm");
        while (!"0".equals(count(registrar, "confirm"))) {
            var before = count(registrar, "confirm");
            registrar.click("screening-begin");
            registrar.waitFor("document-lane", "data-lane", "confirm");
            registrar.photograph("83-screening-confirm");
            registrar.type("r");
            confirms(registrar, "confirm");
            registrar.see("screening-said");
            registrar.go(queue());
            registrar.until("one less to confirm", () -> before.equals(count(registrar, "confirm")) ? null : true);
        }
    }
}
