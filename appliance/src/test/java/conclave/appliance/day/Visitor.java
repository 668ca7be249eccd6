package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.openqa.selenium.Keys;

/** How everybody begins: the address, the code from the card, the four words. */
final class Visitor {

    private Visitor() {
    }

    static void signsIn(Laptop laptop, Card card, String typed) throws Exception {
        laptop.go("/");
        laptop.waitForFocus("code");
        laptop.type(typed);
        laptop.photograph(laptop.owner() + "-1-code");
        laptop.type(Keys.ENTER);
        assertEquals(card.words(), List.of(laptop.text("words").split("\\s+")), "the words are those on the card");
        laptop.photograph(laptop.owner() + "-2-words");
        laptop.waitForFocus("words-agree");
        laptop.type(Keys.ENTER);
    }

    /** The card's code as a tired hand writes it: small letters, and digits of a Chinese keyboard. */
    static String carelessly(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
