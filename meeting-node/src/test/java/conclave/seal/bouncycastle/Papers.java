package conclave.seal.bouncycastle;

import conclave.seal.container.PackageKey;
import conclave.seal.container.SignerRole;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates as tests want them: of any kind, issuer, role and time. */
record Papers(KeyPair pair, PackageKey key, X500Name name) {

    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    enum Kind {
        P256("EC", "secp256r1", "SHA256withECDSA"), P384("EC", "secp384r1", "SHA384withECDSA"), SM2("EC", "sm2p256v1", "SM3withSM2"),
        RSA("RSA", "2048", "SHA256withRSA"), WEAK_RSA("RSA", "1024", "SHA256withRSA"), OLD_RSA("RSA", "2048", "SHA1withRSA");

        private final String algorithm;
        private final String size;
        private final String signature;

        Kind(String algorithm, String size, String signature) {
            this.algorithm = algorithm;
            this.size = size;
            this.signature = signature;
        }

        KeyPair pair() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance(algorithm, Bouncy.PROVIDER);
            if (algorithm.equals("EC")) generator.initialize(new ECGenParameterSpec(size));
            else generator.initialize(Integer.parseInt(size));
            return generator.generateKeyPair();
        }
    }

    static Papers authority(Kind kind) {
        return made(kind, "Authority " + kind, null, kind, true, FROM, UNTIL, List.of());
    }

    Papers signs(Kind own, Kind kind, String name, SignerRole... roles) {
        return made(kind, name, this, own, false, FROM, UNTIL, List.of(roles));
    }

    Papers signs(Kind own, Kind kind, String name, Instant from, Instant until, SignerRole... roles) {
        return made(kind, name, this, own, false, from, until, List.of(roles));
    }

    Papers between(Kind own, Kind kind) {
        return made(kind, "Between", this, own, true, FROM, UNTIL, List.of());
    }

    byte[] certificate() {
        return key.certificate();
    }

    private static Papers made(Kind kind, String name, Papers issuer, Kind issuerKind, boolean authority, Instant from, Instant until, List<SignerRole> roles) {
        try {
            var pair = kind.pair();
            var subject = new X500Name("CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(issuer == null ? subject : issuer.name, BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from), Date.from(until), subject, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            var uris = roles.stream().map(role -> new GeneralName(GeneralName.uniformResourceIdentifier, role.uri())).toArray(GeneralName[]::new);
            if (uris.length > 0) builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(uris));
            var signer = new JcaContentSignerBuilder((issuer == null ? kind : issuerKind).signature).setProvider(Bouncy.PROVIDER)
                    .build((issuer == null ? pair : issuer.pair).getPrivate());
            var chain = new ArrayList<byte[]>();
            chain.add(builder.build(signer).getEncoded());
            if (issuer != null) chain.addAll(issuer.key.chain());
            return new Papers(pair, new PackageKey(pair.getPrivate().getEncoded(), chain), subject);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a test's certificate was not made", e);
        }
    }
}
