package conclave.appliance.day;

import org.openqa.selenium.WebElement;

/** Who runs the room, from the one page that says what is to be done now. Also the chair, who may do one thing of it. */
record Secretary(Laptop laptop) {

    void mayNow(String what) {
        laptop.waitFor("next", "data-next", what);
    }

    /** The one button, then the panel that says what it will change. */
    WebElement asksFor(String action) {
        laptop.waitFor("do-next", "data-action", action);
        laptop.click("do-next");
        return laptop.see("panel-" + action);
    }

    void does(String action) {
        asksFor(action);
        confirms(action);
    }

    void agreesAndDoes(String action) {
        asksFor(action);
        laptop.click("panel-agree");
        confirms(action);
    }

    void confirms(String action) {
        laptop.click("panel-confirm");
        laptop.waitUntilGone("panel-" + action);
    }

    /** From now on only the stream can bring news: the page's own asking every fifteen seconds is switched off. */
    void listensOnly() {
        laptop.see("figure-present");
        laptop.ask("window.sameDocument = true; for (let one = setInterval(() => {}, 1e9); one > 0; one--) clearInterval(one)");
    }

    boolean hasNotReloaded() {
        return Boolean.TRUE.equals(laptop.ask("return window.sameDocument === true"));
    }

    void seesPresent(int present) {
        laptop.waitForText("figure-present", present + " / 4");
    }

    void seesScores(int given, int expected) {
        laptop.waitForText("figure-scores", given + " / " + expected);
    }

    String rowOf(String applicant) {
        return laptop.text("applicant-" + applicant);
    }
}
