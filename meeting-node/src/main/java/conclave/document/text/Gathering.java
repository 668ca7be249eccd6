package conclave.document.text;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hands on what reading brings to light, within bounds and each thing once. What is found inside an attachment or an
 * earlier revision goes on as hidden there, whatever it was in its own document.
 */
final class Gathering {

    private static final int LEAST = 2;

    private final Consumer<Found> to;
    private final Budget budget;
    private final Optional<HidingPlace> inside;

    private Gathering(Consumer<Found> to, Budget budget, Optional<HidingPlace> inside) {
        this.to = to;
        this.budget = budget;
        this.inside = inside;
    }

    static Gathering handingTo(Consumer<Found> to, Bounds bounds) {
        return new Gathering(to, new Budget(bounds), Optional.empty());
    }

    Gathering inside(HidingPlace place) {
        return new Gathering(to, budget, Optional.of(inside.orElse(place)));
    }

    void pages(int count) {
        if (inside.isEmpty()) to.accept(new Found.Pages(count));
    }

    void layer(PageText text) {
        if (inside.isPresent()) {
            hidden(inside.get(), 0, text.text());
        } else if (budget.takes(text.text().length(), Integer.MAX_VALUE)) {
            budget.seen.add(text.text().strip());
            to.accept(new Found.Layer(text));
        } else {
            doubtful(text.page(), NeedsOcr.TOO_MUCH);
            missing(Unread.TOO_MUCH_TEXT);
        }
    }

    void hidden(HidingPlace place, int page, String text) {
        var said = text.strip();
        if (said.codePoints().filter(Character::isLetterOrDigit).limit(LEAST).count() < LEAST) return;
        var where = inside.orElse(place);
        if (where == HidingPlace.EARLIER_REVISION && budget.seen.contains(said)) return;
        if (!budget.seen.add(where + " " + page + " " + said)) return;
        budget.seen.add(said);
        if (!budget.takes(said.length(), budget.bounds.hiddenCharacters())) {
            missing(Unread.TOO_MUCH_TEXT);
            said = said.substring(0, Math.min(said.length(), Math.max(0, budget.leftOf(budget.bounds.hiddenCharacters()))));
            if (said.isEmpty()) return;
        }
        to.accept(new Found.Hidden(new HiddenText(where, inside.isPresent() ? 0 : page, said)));
    }

    void doubtful(int page, NeedsOcr reason) {
        if (inside.isEmpty()) to.accept(new Found.Doubtful(page, reason));
        if (inside.equals(Optional.of(HidingPlace.ATTACHMENT))) missing(Unread.ATTACHMENT);
    }

    void missing(Unread what) {
        if (budget.missing.add(what)) to.accept(new Found.Missing(what));
    }

    /** Tells whoever waits that something is still being done. */
    void working() {
        to.accept(new Found.Working());
    }

    /** @return whether so many bytes may still be unpacked; counts them */
    boolean unpacks(long bytes) {
        budget.unpacked += bytes;
        if (budget.unpacked <= budget.bounds.unpackedBytes()) return true;
        missing(Unread.TOO_LARGE);
        return false;
    }

    private static final class Budget {
        private final Bounds bounds;
        private final Set<String> seen = new HashSet<>();
        private final Set<Unread> missing = EnumSet.noneOf(Unread.class);
        private long taken;
        private long unpacked;

        Budget(Bounds bounds) {
            this.bounds = bounds;
        }

        boolean takes(int length, int most) {
            if (length > most || taken + length > bounds.characters()) return false;
            taken += length;
            return true;
        }

        int leftOf(int most) {
            int left = (int) Math.min(most, bounds.characters() - taken);
            taken += left;
            return left;
        }
    }
}
