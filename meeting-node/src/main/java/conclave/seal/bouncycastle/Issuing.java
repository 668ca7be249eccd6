package conclave.seal.bouncycastle;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Writes certificates: one for an authority that signs itself, others signed by it. P-256 throughout. */
final class Issuing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 127;

    private Issuing() {
    }

    /** What a certificate that is not an authority's says. */
    record Leaf(String commonName, List<GeneralName> names, List<KeyPurposeId> purposes, Instant from, Instant until) {
    }

    static TlsIdentity authority(String commonName, Instant from, Instant until) throws IOException {
        try {
            var pair = keyPair();
            var name = name(commonName);
            var builder = builder(name, name, pair, from, until);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.subjectKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new TlsIdentity(List.of(signed(builder, pair)), pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("the authority's certificate could not be made", e);
        }
    }

    static TlsIdentity leaf(Leaf leaf, TlsIdentity authority) throws IOException {
        try {
            var pair = keyPair();
            var issuer = X500Name.getInstance(authority.leaf().getSubjectX500Principal().getEncoded());
            var builder = builder(issuer, name(leaf.commonName()), pair, leaf.from(), leaf.until());
            addLeafExtensions(builder, leaf, pair, authority.leaf());
            var signed = signed(builder, new KeyPair(authority.leaf().getPublicKey(), authority.key()));
            return new TlsIdentity(List.of(signed, authority.leaf()), pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("a certificate could not be made", e);
        }
    }

    private static void addLeafExtensions(X509v3CertificateBuilder builder, Leaf leaf, KeyPair pair,
                                          X509Certificate authority) throws IOException, GeneralSecurityException {
        var ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false,
                new ExtendedKeyUsage(leaf.purposes().toArray(KeyPurposeId[]::new)));
        builder.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(leaf.names().toArray(GeneralName[]::new)));
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()));
        builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(authority));
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair,
                                                    Instant from, Instant until) {
        return new JcaX509v3CertificateBuilder(issuer, new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1),
                Date.from(from), Date.from(until), subject, pair.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair by)
            throws OperatorCreationException, IOException {
        return Pem.certificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, "Conclave").addRDN(BCStyle.CN, commonName).build();
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
