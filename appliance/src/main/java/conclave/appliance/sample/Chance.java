package conclave.appliance.sample;

import conclave.seal.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Chance that comes out the same every time. Each part of the sample has a chance of its own, named after it, so that parts can
 * be made in any order and by any thread.
 */
final class Chance {

    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    static Chance of(long seed, String part) {
        return new Chance(ByteBuffer.wrap(Digests.sha256((seed + " " + part).getBytes(StandardCharsets.UTF_8))).getLong());
    }

    /** Both ends are possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double within(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Different ones, in an order of their own; fewer where there are not so many. */
    <T> List<T> some(List<T> choices, int count) {
        var left = new ArrayList<>(choices);
        var chosen = new ArrayList<T>();
        while (chosen.size() < count && !left.isEmpty()) chosen.add(left.remove(random.nextInt(left.size())));
        return chosen;
    }

    String digits(int count) {
        var digits = new StringBuilder();
        while (digits.length() < count) digits.append((char) ('0' + random.nextInt(10)));
        return digits.toString();
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
