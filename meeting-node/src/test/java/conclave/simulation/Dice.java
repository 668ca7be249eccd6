package conclave.simulation;

import java.util.List;
import java.util.Random;

/** All the chance there is in a simulation; one seed decides it. */
final class Dice {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * SPREAD);
    }

    int upTo(int below) {
        return random.nextInt(below);
    }

    long between(long least, long most) {
        return least + random.nextInt(Math.toIntExact(most - least + 1));
    }

    boolean chance(int inThousand) {
        return random.nextInt(1000) < inThousand;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
