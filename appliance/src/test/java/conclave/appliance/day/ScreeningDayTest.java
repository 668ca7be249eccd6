package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
