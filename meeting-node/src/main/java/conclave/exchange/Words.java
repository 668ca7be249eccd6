package conclave.exchange;

import java.util.Locale;
import java.util.Optional;

/** How the constants of the program are spelt in JSON: REAL_NAME stands there as realName. */
final class Words {

    private Words() {
    }

    static String word(Enum<?> constant) {
        var out = new StringBuilder();
        for (var part : constant.name().split("_")) {
            var lower = part.toLowerCase(Locale.ROOT);
            out.append(out.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }
        return out.toString();
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        for (var candidate : type.getEnumConstants()) {
            if (word(candidate).equals(word)) return Optional.of(candidate);
        }
        return Optional.empty();
    }
}
