package conclave.seal.bouncycastle;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;

/** The host names and addresses that a certificate speaks for. */
final class Names {

    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int ADDRESS = 7;
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "127.0.0.2", "127.0.0.3");
    /** Longest host name that is put into a certificate. */
    private static final int LONGEST = 253;

    private Names() {
    }

    /** What was asked for, and loopback, in one order and spelling. */
    static SortedSet<String> withLoopback(Collection<String> wanted) {
        var names = new TreeSet<>(LOOPBACK);
        for (var name : wanted) names.add(name.strip().toLowerCase(Locale.ROOT));
        names.removeIf(name -> name.isEmpty() || name.length() > LONGEST || name.equals("0.0.0.0"));
        return names;
    }

    static List<GeneralName> general(Collection<String> names) {
        return names.stream().map(Names::general).toList();
    }

    private static GeneralName general(String name) {
        boolean address = IPV4.matcher(name).matches() || name.contains(":");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    static SortedSet<String> of(X509Certificate certificate) {
        return ofKind(certificate, List.of(DNS, ADDRESS));
    }

    static SortedSet<String> urisOf(X509Certificate certificate) {
        return ofKind(certificate, List.of(URI));
    }

    /** Whether a browser that asked for this host would be content; a star stands for one label. */
    static boolean speaksFor(X509Certificate certificate, String host) {
        var wanted = host.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        var starred = dot < 0 ? wanted : "*" + wanted.substring(dot);
        var names = of(certificate);
        return names.contains(wanted) || (!IPV4.matcher(wanted).matches() && names.contains(starred));
    }

    private static SortedSet<String> ofKind(X509Certificate certificate, List<Integer> kinds) {
        var names = new TreeSet<String>();
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives == null) return names;
            for (var entry : alternatives) {
                if (kinds.contains(entry.get(0))) names.add(entry.get(1).toString().toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (CertificateParsingException unreadableNames) {
            return new TreeSet<>();
        }
    }
}
