package conclave.seal.bouncycastle;

import conclave.seal.container.Envelope;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** A stranger's EnvelopedData. Whatever BouncyCastle thinks of malformed bytes, outside they are a refusal. */
final class OpenedEnvelope {

    private final Profile profile;
    private final CMSEnvelopedData enveloped;

    OpenedEnvelope(Profile profile, byte[] bytes) throws Refused {
        this.profile = profile;
        if (!DerShape.holds(bytes)) throw Refused.because(Reason.ENVELOPE);
        try {
            enveloped = new CMSEnvelopedData(bytes);
            if (!CMSObjectIdentifiers.envelopedData.equals(enveloped.toASN1Structure().getContentType())) throw Refused.because(Reason.ENVELOPE);
            if (!Arrays.equals(enveloped.toASN1Structure().getEncoded("DER"), bytes)) throw Refused.because(Reason.ENVELOPE);
        } catch (Refused refused) {
            throw refused;
        } catch (CMSException | IOException | RuntimeException malformed) {
            throw Refused.because(Reason.ENVELOPE);
        }
    }

    byte[] contentKey(List<PackageKey> keys) throws Refused {
        try {
            var infos = enveloped.getRecipientInfos().getRecipients();
            if (infos.size() > RecipientEnvelope.MOST) throw Refused.because(Reason.ENVELOPE);
            requireAllowed(contentAllowed(enveloped.getContentEncryptionAlgorithm()));
            for (var info : infos) {
                for (var key : keys) {
                    if (isFor(info, Bouncy.holder(key.certificate()))) return checked(info.getContent(recipient(info, key)));
                }
            }
        } catch (Refused refused) {
            throw refused;
        } catch (CMSException | GeneralSecurityException | IOException | RuntimeException malformed) {
            throw Refused.because(Reason.ENVELOPE);
        }
        throw Refused.because(Reason.NO_RECIPIENT);
    }

    private static boolean isFor(RecipientInformation info, X509CertificateHolder certificate) {
        return switch (info.getRID()) {
            case KeyTransRecipientId id -> id.match(certificate);
            case KeyAgreeRecipientId id -> id.match(certificate);
            default -> false;
        };
    }

    private static Recipient recipient(RecipientInformation info, PackageKey key) throws GeneralSecurityException, Refused {
        var privateKey = Bouncy.privateKey(key.pkcs8());
        var algorithm = info.getKeyEncryptionAlgorithm();
        return switch (info) {
            case KeyTransRecipientInformation _ when Sm2Wrap.is(algorithm) -> new Sm2Wrap.Recipient(privateKey).setProvider(Bouncy.PROVIDER);
            case KeyTransRecipientInformation _ -> {
                requireAllowed(AllowedAlgorithms.isOaep(algorithm));
                yield new JceKeyTransEnvelopedRecipient(privateKey).setProvider(Bouncy.PROVIDER);
            }
            case KeyAgreeRecipientInformation _ -> {
                requireAllowed(AllowedAlgorithms.isAgreement(algorithm));
                yield new JceKeyAgreeEnvelopedRecipient(privateKey).setProvider(Bouncy.PROVIDER);
            }
            default -> throw Refused.because(Reason.ENVELOPE_ALGORITHM);
        };
    }

    private boolean contentAllowed(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(switch (profile) {
            case INTERNATIONAL -> NISTObjectIdentifiers.id_aes256_CBC;
            case GM -> GMObjectIdentifiers.sms4_cbc;
        });
    }

    private static void requireAllowed(boolean allowed) throws Refused {
        if (!allowed) throw Refused.because(Reason.ENVELOPE_ALGORITHM);
    }

    private static byte[] checked(byte[] contentKey) throws Refused {
        if (contentKey.length != Envelope.KEY_BYTES) throw Refused.because(Reason.ENVELOPE);
        return contentKey;
    }
}
