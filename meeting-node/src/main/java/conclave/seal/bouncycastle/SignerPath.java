package conclave.seal.bouncycastle;

import conclave.seal.Digests;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The way from a signer's certificate to somebody we trust: every certificate of it, by print.
 *
 * @param standing SHA-256 of the authority's key and the signer's name, in hex; none where the signer's own certificate is what we trust
 */
record SignerPath(Set<String> prints, Optional<String> standing) {

    private static final int MOST_BETWEEN = 3;

    static SignerPath of(X509CertificateHolder signer, Collection<X509CertificateHolder> known, Trust trust, Instant at)
            throws GeneralSecurityException, IOException {
        requireInTime(signer, at);
        var anchors = new HashSet<TrustAnchor>();
        var prints = new HashSet<String>();
        for (var anchor : trust.anchors()) {
            anchors.add(new TrustAnchor(Bouncy.certificate(Bouncy.holder(anchor)), null));
            prints.add(CmsCheck.print(anchor));
        }
        boolean itself = prints.contains(CmsCheck.print(signer.getEncoded()));
        var standing = itself ? Optional.<String>empty() : Optional.of(certified(signer, known, anchors, at, prints));
        prints.add(CmsCheck.print(signer.getEncoded()));
        for (var certificate : known) requireNotRevoked(certificate, trust);
        var usage = KeyUsage.fromExtensions(signer.getExtensions());
        if (usage != null && !usage.hasUsages(KeyUsage.digitalSignature) && !usage.hasUsages(KeyUsage.nonRepudiation)) {
            throw Refused.because(Reason.SIGNER_UNTRUSTED, "signer", name(signer));
        }
        return new SignerPath(prints, standing);
    }

    private static void requireInTime(X509CertificateHolder signer, Instant at) throws Refused {
        if (at.isAfter(signer.getNotAfter().toInstant())) {
            throw Refused.because(Reason.SIGNER_EXPIRED, "signer", name(signer), "until", signer.getNotAfter().toInstant().toString());
        }
        if (at.isBefore(signer.getNotBefore().toInstant())) {
            throw Refused.because(Reason.SIGNER_EARLY, "signer", name(signer), "from", signer.getNotBefore().toInstant().toString());
        }
    }

    private static void requireNotRevoked(X509CertificateHolder certificate, Trust trust) throws IOException {
        if (trust.revoked().contains(CmsCheck.print(certificate.getEncoded()))) throw Refused.because(Reason.SIGNER_REVOKED, "signer", name(certificate));
    }

    private static String certified(X509CertificateHolder signer, Collection<X509CertificateHolder> known, Set<TrustAnchor> anchors, Instant at,
                                    Set<String> prints) throws GeneralSecurityException, IOException {
        var path = path(signer, known, anchors, at);
        if (path.isEmpty()) throw Refused.because(Reason.SIGNER_UNTRUSTED, "signer", name(signer));
        var certificates = path.get().getCertPath().getCertificates().stream().map(X509Certificate.class::cast).toList();
        for (var certificate : certificates) {
            var holder = Bouncy.holder(certificate.getEncoded());
            if (!AllowedAlgorithms.issued(holder.getSignatureAlgorithm(), holder.getSubjectPublicKeyInfo())) {
                throw Refused.because(Reason.SIGNATURE_ALGORITHM, "certificate", name(holder));
            }
            prints.add(CmsCheck.print(certificate.getEncoded()));
        }
        var authority = certificates.size() > 1 ? certificates.get(1) : path.get().getTrustAnchor().getTrustedCert();
        return Digests.hex(Digests.sha256(authority.getPublicKey().getEncoded(), signer.getSubject().getEncoded()));
    }

    /** PKIX (RFC 5280) at that time; lists of revoked certificates do not reach a closed house, {@link Trust#revoked} stands for them. */
    private static Optional<PKIXCertPathBuilderResult> path(X509CertificateHolder signer, Collection<X509CertificateHolder> known, Set<TrustAnchor> anchors,
                                                        Instant at) throws GeneralSecurityException {
        if (anchors.isEmpty()) return Optional.empty();
        var certificates = new ArrayList<X509Certificate>();
        for (var holder : known) certificates.add(Bouncy.certificate(holder));
        var target = new X509CertSelector();
        target.setCertificate(Bouncy.certificate(signer));
        var parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.setMaxPathLength(MOST_BETWEEN);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates), Bouncy.PROVIDER));
        try {
            return Optional.of((PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX", Bouncy.PROVIDER).build(parameters));
        } catch (CertPathBuilderException noWay) {
            return Optional.empty();
        }
    }

    /** Certificates that came along without being needed must at least have issued one that was, and be certified themselves: no byte is idle. */
    static boolean allAnsweredFor(Collection<X509CertificateHolder> known, Set<String> prints) throws GeneralSecurityException, IOException {
        for (var certificate : known) {
            if (prints.contains(CmsCheck.print(certificate.getEncoded()))) continue;
            boolean certified = false;
            boolean certifies = false;
            for (var other : known) {
                certified |= issued(certificate, other);
                certifies |= prints.contains(CmsCheck.print(other.getEncoded())) && issued(other, certificate);
            }
            if (!certified || !certifies) return false;
        }
        return true;
    }

    private static boolean issued(X509CertificateHolder certificate, X509CertificateHolder by) throws GeneralSecurityException {
        if (!certificate.getIssuer().equals(by.getSubject())) return false;
        try {
            Bouncy.certificate(certificate).verify(Bouncy.certificate(by).getPublicKey(), Bouncy.PROVIDER);
            return true;
        } catch (GeneralSecurityException notByThisOne) {
            return false;
        }
    }

    /** What the certificate says, and what the office said of it. */
    static Set<SignerRole> roles(X509CertificateHolder certificate, Trust trust) throws GeneralSecurityException, IOException {
        var roles = EnumSet.noneOf(SignerRole.class);
        for (var uri : Names.urisOf(Bouncy.certificate(certificate))) SignerRole.ofUri(uri).ifPresent(roles::add);
        roles.addAll(trust.named().getOrDefault(CmsCheck.print(certificate.getEncoded()), Set.of()));
        return roles;
    }

    /** The common name, as it may be shown. */
    static String name(X509CertificateHolder certificate) {
        var names = certificate.getSubject().getRDNs(BCStyle.CN);
        var name = names.length == 0 ? certificate.getSubject().toString() : IETFUtils.valueToString(names[0].getFirst().getValue());
        var shown = name.length() > 80 ? name.substring(0, 80) : name;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
