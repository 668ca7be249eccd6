package conclave.seal.bouncycastle;

import conclave.seal.container.PackageKey;
import conclave.seal.container.PackagePapers;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** Makes keys that certify themselves, and asks authorities for more. The files themselves are {@link KeyText}. */
public final class KeyPapers implements PackagePapers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 127;

    @Override
    public PackageKey make(Kind kind, Holder holder) {
        try {
            var generator = KeyPairGenerator.getInstance("EC", Bouncy.PROVIDER);
            generator.initialize(new ECGenParameterSpec(kind == Kind.SM2 ? "sm2p256v1" : "secp256r1"));
            var pair = generator.generateKeyPair();
            var name = name(holder.name());
            var serial = new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
            var builder = new JcaX509v3CertificateBuilder(name, serial, Date.from(holder.from()), Date.from(holder.until()), name, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.keyAgreement));
            builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            if (!holder.roles().isEmpty()) builder.addExtension(Extension.subjectAlternativeName, false, roles(holder));
            var certificate = builder.build(signer(pair.getPrivate(), kind == Kind.SM2));
            return new PackageKey(pair.getPrivate().getEncoded(), List.of(certificate.getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a key could not be made", e);
        }
    }

    @Override
    public void write(Path file, PackageKey key, Optional<char[]> passphrase) throws IOException {
        KeyText.write(file, key, passphrase);
    }

    @Override
    public PackageKey read(Path file, Optional<char[]> passphrase) throws IOException {
        return KeyText.read(file, passphrase);
    }

    @Override
    public String certificateText(PackageKey key) {
        return KeyText.certificates(key);
    }

    @Override
    public List<byte[]> certificates(Path file) throws IOException {
        return KeyText.certificates(file);
    }

    /** Asks for what its own certificate says: name and roles. */
    @Override
    public String request(PackageKey key) {
        try {
            var own = Bouncy.holder(key.certificate());
            var builder = new PKCS10CertificationRequestBuilder(own.getSubject(), own.getSubjectPublicKeyInfo());
            var extensions = own.getExtensions();
            if (extensions != null) builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions);
            var signer = signer(Bouncy.privateKey(key.pkcs8()), Bouncy.isSm2(own.getSubjectPublicKeyInfo()));
            return KeyText.block("CERTIFICATE REQUEST", builder.build(signer).getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a key that was read could not sign its request", e);
        }
    }

    @Override
    public Certificate look(byte[] certificate) throws Refused {
        try {
            var holder = Bouncy.holder(certificate);
            var roles = new TreeSet<SignerRole>(SignerPath.roles(holder, Trust.in()));
            var said = new Holder(SignerPath.name(holder), roles, holder.getNotBefore().toInstant(), holder.getNotAfter().toInstant());
            return new Certificate(said, holder.getIssuer().toString(), algorithm(holder), CmsCheck.print(certificate));
        } catch (GeneralSecurityException | IOException | RuntimeException malformed) {
            throw Refused.because(Reason.CERTIFICATE_FILE);
        }
    }

    private static String algorithm(X509CertificateHolder holder) throws GeneralSecurityException {
        if (Bouncy.isSm2(holder.getSubjectPublicKeyInfo())) return "SM2";
        if (AllowedAlgorithms.isP256(holder.getSubjectPublicKeyInfo())) return "ECDSA P-256";
        return Bouncy.certificate(holder).getPublicKey().getAlgorithm();
    }

    private static X500Name name(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static GeneralNames roles(Holder holder) {
        return new GeneralNames(new TreeSet<>(holder.roles()).stream()
                .map(role -> new GeneralName(GeneralName.uniformResourceIdentifier, role.uri())).toArray(GeneralName[]::new));
    }

    private static ContentSigner signer(PrivateKey key, boolean sm2) throws OperatorCreationException {
        return new JcaContentSignerBuilder(sm2 ? "SM3withSM2" : "SHA256withECDSA").setProvider(Bouncy.PROVIDER).build(key);
    }
}
