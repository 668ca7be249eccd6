package conclave.appliance.pack;

import conclave.main.PackageRoom;
import conclave.seal.Words;
import conclave.seal.container.Refused;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who is called what, of the certificates that somebody has shown here or that lie in the data folder; by the SHA-256 of the certificate. Of
 * others the first words of their fingerprint are said, the same that {@code package keys show} says.
 */
public record Known(Map<String, String> names) {

    public static final Known NOBODY = new Known(Map.of());
    private static final int WORDS = 4;
    private static final int DIGITS = 8;

    public Known {
        names = Map.copyOf(names);
    }

    /** A certificate that cannot be read names nobody. */
    public Known and(Collection<byte[]> certificates) {
        var more = new TreeMap<>(names);
        for (var certificate : certificates) {
            try {
                var looked = PackageRoom.papers().look(certificate);
                more.putIfAbsent(looked.print(), looked.holder().name());
            } catch (Refused unreadable) {
                more.putIfAbsent(Holding.print(certificate), "");
            }
        }
        return new Known(more);
    }

    public String said(String print) {
        var name = names.getOrDefault(print, "");
        return (name.isEmpty() ? "未知证书 unknown" : name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")) + "（" + fingerprint(print) + "）";
    }

    static String fingerprint(String print) {
        if (!print.matches("[0-9a-f]{64}")) return print;
        return String.join(" ", Words.CHINESE.of(HexFormat.of().parseHex(print), WORDS)) + " " + print.substring(0, DIGITS) + "…";
    }
}
