package conclave.meeting.prepare;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * 随机种子: 32 bytes from each person who takes part in the draw, published as commitments before anybody shows a share.
 * With shares of two sides neither can choose the outcome; with one share, whoever made it knew the roster or did not.
 */
public record Seed(List<String> shares) {

    private static final int BYTES = 32;

    public Seed {
        if (shares.isEmpty()) throw new IllegalArgumentException("随机种子缺失。The seed is missing.");
        shares = shares.stream().map(share -> share.toLowerCase(Locale.ROOT)).toList();
        for (var share : shares) {
            if (!share.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
                throw new IllegalArgumentException("随机种子应为64位十六进制数。A seed is 64 hexadecimal digits.");
            }
        }
    }

    public static Seed of(String... shares) {
        return new Seed(List.of(shares));
    }

    /** 承诺值, one for each share: the SHA-256 of its bytes. */
    public List<String> commitments() {
        return shares.stream().map(share -> Sha256.hex(Sha256.of(HexFormat.of().parseHex(share)))).toList();
    }

    /** Whether these are the commitments that were published, one for each share and in any order. */
    public List<Finding> against(List<String> published) {
        var promised = published.stream().map(value -> value.toLowerCase(Locale.ROOT)).sorted().toList();
        var computed = commitments().stream().sorted().toList();
        if (promised.equals(computed)) return List.of();
        return List.of(Finding.of(Matter.COMMITMENT_DIFFERS).with("published", String.join("、", promised))
                .with("computed", String.join("、", computed)));
    }
}
