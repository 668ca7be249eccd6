package conclave.main;

import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.NodeConfig;
import conclave.seal.bouncycastle.GivenCertificate;
import conclave.seal.bouncycastle.TlsIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the server shows to browsers, and what they need to trust it.
 *
 * @param trusted the file a laptop is asked to trust: our authority, or the certificate that was given
 * @param notices what somebody should know although it works
 */
record Certificate(TlsIdentity identity, Path trusted, List<Finding> notices) {

    /** The organisation's own where one was given, else one of this installation's authority. */
    static Certificate of(NodeConfig config, Standing standing, Instant now) throws IOException, StartTrouble {
        if (standing.authority().isEmpty()) return new Certificate(standing.papers().own(), config.data().resolve("node").resolve("certificates").resolve("authority.pem"), List.of());
        var authority = standing.authority().get();
        if (config.certificate().isPresent() && config.key().isPresent()) {
            return given(config, config.certificate().get(), config.key().get(), now);
        }
        var names = new TreeSet<>(config.names());
        names.add(hostOf(config));
        config.place().ifPresent(place -> names.addAll(place.addresses()));
        return new Certificate(authority.server(names, now), authority.certificateFile(), List.of());
    }

    private static Certificate given(NodeConfig config, Path certificate, Path key, Instant now) throws StartTrouble {
        var checked = GivenCertificate.check(certificate, key, hostOf(config), now);
        var findings = new ArrayList<Finding>();
        for (var trouble : checked.troubles()) findings.add(Troubles.finding(trouble));
        var identity = checked.identity().orElseThrow(() -> new StartTrouble(findings, null));
        return new Certificate(identity, certificate, findings);
    }

    private static String hostOf(NodeConfig config) {
        return config.origin(config.port() == 0 ? NodeConfig.DEFAULT_PORT : config.port()).host();
    }

    static Path folder(DataFolder data) {
        return data.node().resolve("certificates");
    }
}
