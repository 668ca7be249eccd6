package conclave.seal.bouncycastle;

import conclave.seal.RandomIds;
import conclave.seal.container.Envelope;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Unwrapping;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.List;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;

/** A content key for the holders of certificates: CMS EnvelopedData, with RSA-OAEP, ECDH or SM2 for each as its key wants it. */
final class RecipientEnvelope {

    static final int MOST = 32;
    private static final int LEAST_RSA_BITS = 2048;
    private static final OAEPParameterSpec OAEP = new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private RecipientEnvelope() {
    }

    static Envelope fresh(Profile profile, List<byte[]> certificates) throws Refused {
        if (certificates.isEmpty() || certificates.size() > MOST) throw new IllegalArgumentException("1 to " + MOST + " recipients");
        var contentKey = RandomIds.bytes(Envelope.KEY_BYTES);
        try {
            var generator = new CMSEnvelopedDataGenerator();
            for (var certificate : certificates) generator.addRecipientInfoGenerator(recipient(Bouncy.holder(certificate)));
            var enveloped = generator.generate(new CMSProcessableByteArray(contentKey), encryptor(profile));
            return new Envelope(Envelope.Kind.RECIPIENTS, enveloped.toASN1Structure().getEncoded("DER"), contentKey);
        } catch (Refused unfit) {
            throw unfit;
        } catch (CMSException | GeneralSecurityException | IOException | RuntimeException unfit) {
            throw Refused.because(Reason.RECIPIENT_UNFIT);
        }
    }

    static Unwrapping with(List<PackageKey> keys) {
        return (kind, profile, envelope) -> {
            if (kind != Envelope.Kind.RECIPIENTS) throw Refused.because(Reason.PASSPHRASE_WANTED);
            return new OpenedEnvelope(profile, envelope).contentKey(keys);
        };
    }

    private static OutputEncryptor encryptor(Profile profile) throws CMSException {
        return switch (profile) {
            case INTERNATIONAL -> new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).setProvider(Bouncy.PROVIDER).build();
            case GM -> new JceCMSContentEncryptorBuilder(GMObjectIdentifiers.sms4_cbc, 128).setProvider(Bouncy.PROVIDER).build();
        };
    }

    private static RecipientInfoGenerator recipient(X509CertificateHolder holder) throws GeneralSecurityException, Refused {
        if (Bouncy.isSm2(holder.getSubjectPublicKeyInfo())) return Sm2Wrap.generator(holder);
        var certificate = Bouncy.certificate(holder);
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey key when key.getModulus().bitLength() >= LEAST_RSA_BITS ->
                    new JceKeyTransRecipientInfoGenerator(certificate, new JceAsymmetricKeyWrapper(OAEP, key).setProvider(Bouncy.PROVIDER))
                            .setProvider(Bouncy.PROVIDER);
            case ECPublicKey key when AllowedAlgorithms.curve(holder.getSubjectPublicKeyInfo()) -> agreed(holder, key);
            default -> throw Refused.because(Reason.RECIPIENT_UNFIT, "serial", new IssuerAndSerialNumber(holder.toASN1Structure()).getSerialNumber().toString());
        };
    }

    /** An ephemeral key for each recipient: curves differ, and nobody learns who shares one. */
    private static RecipientInfoGenerator agreed(X509CertificateHolder holder, ECPublicKey key) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC", Bouncy.PROVIDER);
        generator.initialize(key.getParameters());
        var ephemeral = generator.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(CMSAlgorithm.ECDH_SHA256KDF, ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
                .setProvider(Bouncy.PROVIDER).addRecipient(Bouncy.certificate(holder));
    }
}
