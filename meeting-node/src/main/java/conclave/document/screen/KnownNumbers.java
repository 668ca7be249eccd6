package conclave.document.screen;

import conclave.document.screen.Groups.Before;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The numbers of a dictionary among the numbers of a text, whatever parts them; from pictures also with a wrong digit or two. */
final class KnownNumbers {

    /** @param last the X behind seventeen digits */
    private record Number(Kind kind, int[] digits, boolean x, int confidence, boolean near) {

        int tolerance() {
            return near || digits.length < 8 ? 0 : kind == Kind.ID_NUMBER || digits.length > 14 ? 2 : 1;
        }
    }

    private record Piece(Number number, int at, int length) {
    }

    private static final int NO_DIGIT = 99;

    private final List<Piece> pieces = new ArrayList<>();
    private final Automaton automaton;

    KnownNumbers(List<Known> dictionary, boolean fromPictures) {
        var words = new ArrayList<int[]>();
        for (var number : numbers(dictionary)) {
            add(words, new Piece(number, 0, number.digits().length));
            int tolerated = fromPictures ? number.tolerance() : 0;
            for (int i = 0; i <= tolerated && tolerated > 0; i++) {
                int from = i * number.digits().length / (tolerated + 1);
                add(words, new Piece(number, from, (i + 1) * number.digits().length / (tolerated + 1) - from));
            }
        }
        automaton = new Automaton(words);
    }

    private void add(List<int[]> words, Piece piece) {
        pieces.add(piece);
        words.add(Arrays.copyOfRange(piece.number().digits(), piece.at(), piece.at() + piece.length()));
    }

    private static List<Number> numbers(List<Known> dictionary) {
        var numbers = new ArrayList<Number>();
        for (var known : dictionary) {
            boolean other = known.kind() == Kind.NAME || known.kind() == Kind.ADVISOR || known.kind() == Kind.BIRTH || known.kind() == Kind.UNIT;
            if (other || !known.flaws().isEmpty() || !Digits.isNumber(known.text())) continue;
            var signs = Folded.of(known.text()).signs();
            boolean x = signs[signs.length - 1] == 'x';
            var digits = Arrays.stream(signs).limit(x ? 17 : signs.length).map(sign -> sign - '0').toArray();
            if (known.kind() == Kind.PHONE && digits.length == 13 && digits[0] == 8 && digits[1] == 6) digits = Arrays.copyOfRange(digits, 2, 13);
            numbers.add(new Number(known.kind(), digits, x, 99, false));
            // Without its area code it may be somebody else's.
            var local = Parts.of(known.text()).parts().getLast();
            if (known.kind() == Kind.LANDLINE && local.length >= 7 && local.length < digits.length) {
                numbers.add(new Number(known.kind(), Arrays.stream(local).map(sign -> sign - '0').toArray(), false, 80, false));
            }
        }
        return numbers;
    }

    void find(Stretch text) {
        var groups = text.groups();
        if (pieces.isEmpty() || groups.many() == 0) return;
        var stream = new int[groups.digitCount() + groups.many()];
        var digits = new int[stream.length];
        int length = 0;
        for (int g = 0; g < groups.many(); g++) {
            if (groups.before(g) == Before.APART) stream[length++] = NO_DIGIT;
            for (int i = 0; i < groups.length(g); i++) {
                digits[length] = groups.first(g) + i;
                stream[length++] = groups.digit(g, i);
            }
        }
        int end = length;
        automaton.run(stream, length, (piece, last) -> met(text, stream, digits, end, pieces.get(piece), last));
    }

    private void met(Stretch text, int[] stream, int[] digits, int end, Piece piece, int last) {
        var number = piece.number();
        if (piece.length() == number.digits().length) {
            int first = last - piece.length() + 1;
            if (edged(text, stream, digits, first, last, end, number)) found(text, digits[first], digits[last], number, 0);
            return;
        }
        int k = number.tolerance();
        int from = Math.max(0, last - piece.length() + 1 - piece.at() - k);
        int to = Math.min(end, last + 1 + number.digits().length - piece.at() - piece.length() + k);
        var found = Fuzzy.find(number.digits(), stream, from, to, k);
        if (found != null && found.distance() > 0) found(text, digits[found.from()], digits[found.to() - 1], number, found.distance());
    }

    /** No digit touches it, but for 86 before a telephone. */
    private static boolean edged(Stretch text, int[] stream, int[] digits, int first, int last, int end, Number number) {
        var groups = text.groups();
        boolean right = last + 1 >= end || stream[last + 1] == NO_DIGIT || groups.begins(digits[last + 1]);
        boolean left = first == 0 || stream[first - 1] == NO_DIGIT || groups.begins(digits[first])
                || number.kind() == Kind.PHONE && first >= 2 && stream[first - 1] == 6 && stream[first - 2] == 8;
        return left && right;
    }

    private static void found(Stretch text, int firstDigit, int lastDigit, Number number, int distance) {
        var groups = text.groups();
        int from = groups.place(firstDigit);
        int to = groups.place(lastDigit) + (Character.isHighSurrogate(text.at(groups.place(lastDigit))) ? 2 : 1);
        if (number.x()) {
            int x = text.behindBlanks(to, 4);
            if (Digits.isX(text.at(x))) to = x + 1;
        }
        if (to - from <= 4 * number.digits().length) text.sighted().add(number.kind(), from, to, number.confidence() - 10 * distance, number.near());
    }
}
