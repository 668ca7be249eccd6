package conclave.report.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** 登录卡: eight to a sheet of A4, to be cut apart along the lines. What stands in the picture of squares is the address and never a code. */
public final class CardSheet {

    private static final int ACROSS = 2;
    private static final int DOWN = 4;
    private static final float PAD = 10;
    private static final float PICTURE = 70;
    private static final float SMALLEST = 5.5f;

    /**
     * What one person is given.
     *
     * @param heading of which meeting
     * @param place   rooms and seat
     * @param words   by which they know that the page is ours
     */
    public record Card(String heading, String name, String role, String place, String code, String words, String address) {
        @Override
        public String toString() {
            return "Card(not shown)";
        }
    }

    private final Typefaces types;
    private final Galley galley;
    private final Squares picture;

    private CardSheet(Typefaces types, Galley galley, Squares picture) {
        this.types = types;
        this.galley = galley;
        this.picture = picture;
    }

    /** @param picture of the address */
    public static byte[] of(List<Card> cards, Squares picture, Typefaces types) {
        try (var galley = new Galley(types, "登录卡", "", false)) {
            var sheet = new CardSheet(types, galley, picture);
            for (int first = 0; first < cards.size(); first += ACROSS) sheet.row(cards.subList(first, Math.min(cards.size(), first + ACROSS)));
            return galley.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many characters no face can set; they are marked on the cards and written by hand. */
    public static long unset(List<Card> cards, Typefaces types) {
        return cards.stream().flatMap(card -> Stream.of(card.heading, card.name, card.role, card.place)).flatMapToInt(String::codePoints).filter(types::lacks).count();
    }

    private void row(List<Card> cards) throws IOException {
        var height = galley.height() / DOWN - 1;
        galley.need(height);
        for (int i = 0; i < cards.size(); i++) draw(cards.get(i), i * galley.width() / ACROSS, galley.width() / ACROSS, height);
        galley.space(height);
    }

    private void draw(Card card, float x, float width, float height) throws IOException {
        galley.box(x, width, height, false);
        var wide = width - 2 * PAD;
        var beside = wide - PICTURE - PAD;
        line(card.heading, types.script(), 8, x + PAD, 16, wide);
        line(card.name, types.sans(), 20, x + PAD, 42, beside);
        line(card.role, types.script(), 11, x + PAD, 60, beside);
        line(card.place, types.script(), 11, x + PAD, 76, beside);
        galley.squares(picture, PICTURE, x + width - PAD - PICTURE, 20);
        line("登录代码", types.script(), 8, x + PAD, 98, wide);
        line(card.code, types.sans(), 22, x + PAD, 120, wide);
        line("四个词语　" + card.words, types.script(), 11, x + PAD, 138, wide);
        line("网址　" + card.address, types.script(), 9, x + PAD, 154, wide);
        line("代码仅限本人使用，遗失请立即告知会务。", types.script(), 7.5f, x + PAD, 168, wide);
        line("登录后网页显示的四个词语应与卡上一致，不一致的不要继续。", types.script(), 7.5f, x + PAD, 178, wide);
    }

    /** On one line, smaller where it is long; of what is longer still the beginning. */
    private void line(String text, Typeface face, float size, float x, float below, float width) throws IOException {
        var shown = types.settable(text);
        var fitting = Math.min(size, width / Math.max(0.1f, types.width(shown, face)));
        var used = Math.max(SMALLEST, fitting);
        if (fitting < SMALLEST) shown = new LineBreaking(types, face, used).lines(text, width).getFirst();
        galley.draw(shown, face, used, x, below);
    }
}
