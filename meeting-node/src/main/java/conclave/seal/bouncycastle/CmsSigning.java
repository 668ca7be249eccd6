package conclave.seal.bouncycastle;

import conclave.seal.container.PackageKey;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.StatementSigner;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.CollectionStore;

/** Signs statements: ECDSA P-256 or SM2, one signature for each key, with signed attributes, DER throughout. */
final class CmsSigning implements StatementSigner {

    private record Hand(PrivateKey key, X509CertificateHolder certificate, String algorithm) {
    }

    private final List<Hand> hands = new ArrayList<>();
    private final LinkedHashMap<String, X509CertificateHolder> certificates = new LinkedHashMap<>();

    /** Proves by signing once that each key fits its certificate: found now rather than by the receiver. */
    CmsSigning(List<PackageKey> keys) throws Refused {
        if (keys.isEmpty()) throw Refused.because(Reason.SIGNER_UNFIT);
        for (var key : keys) {
            try {
                hands.add(hand(key));
                for (var certificate : key.chain()) certificates.put(CmsCheck.print(certificate), Bouncy.holder(certificate));
            } catch (Refused unfit) {
                throw unfit;
            } catch (GeneralSecurityException | IOException | RuntimeException unfit) {
                throw Refused.because(Reason.SIGNER_UNFIT);
            }
        }
    }

    private static Hand hand(PackageKey key) throws GeneralSecurityException, IOException {
        var certificate = Bouncy.holder(key.certificate());
        var info = certificate.getSubjectPublicKeyInfo();
        if (!Bouncy.isSm2(info) && !AllowedAlgorithms.isP256(info)) throw Refused.because(Reason.SIGNER_UNFIT);
        var hand = new Hand(Bouncy.privateKey(key.pkcs8()), certificate, Bouncy.isSm2(info) ? "SM3withSM2" : "SHA256withECDSA");
        if (!Bouncy.belongTogether(certificate, hand.key())) throw Refused.because(Reason.SIGNER_UNFIT);
        return hand;
    }

    @Override
    public byte[] sign(byte[] statement) {
        try {
            var generator = new CMSSignedDataGenerator();
            for (var hand : hands) {
                generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder().setProvider(Bouncy.PROVIDER)
                        .build(hand.algorithm(), hand.key(), hand.certificate()));
            }
            generator.addCertificates(new CollectionStore<>(certificates.values()));
            return generator.generate(new CMSProcessableByteArray(statement), true).toASN1Structure().getEncoded("DER");
        } catch (CMSException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a key that signed a moment ago did not sign", e);
        }
    }
}
