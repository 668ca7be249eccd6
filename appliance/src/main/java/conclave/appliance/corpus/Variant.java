package conclave.appliance.corpus;

import java.util.Locale;

/**
 * What happened to a page between printer and scan.
 *
 * @see Scanner
 */
public enum Variant {
    CLEAN(3, 0, 1, 0.85f),
    NOISY(12, 0.0015, 0.62, 0.40f),
    SKEWED(5, 0, 0.95, 0.75f),
    /** Seals lie over the words, as opaque as printed ones; ink of a real seal lets black words through more clearly. */
    SEALED(4, 0, 1, 0.75f);

    final double grain;
    final double specks;
    final double darkestLight;
    final float quality;

    Variant(double grain, double specks, double darkestLight, float quality) {
        this.grain = grain;
        this.specks = specks;
        this.darkestLight = darkestLight;
        this.quality = quality;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
