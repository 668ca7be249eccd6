package conclave.seal.bouncycastle;

import conclave.seal.Digests;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Signatory;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A stranger's .p7s: one form of CMS SignedData and no other, nothing in it that no signature or certificate answers for. Whatever
 * BouncyCastle thinks of malformed bytes, outside they are a refusal.
 */
final class CmsCheck implements SignatureCheck {

    private static final int MOST_SIGNERS = 4;
    private static final int MOST_CERTIFICATES = 12;

    @Override
    public Checked check(byte[] signature, Trust trust, Instant at) throws Refused {
        if (signature.length > LARGEST) throw Refused.because(Reason.SIGNATURE_SIZE);
        if (!DerShape.holds(signature)) throw form("der");
        try {
            return check(read(signature), trust, at);
        } catch (Refused refused) {
            throw refused;
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | IOException | RuntimeException malformed) {
            throw form("cms");
        }
    }

    private static CMSSignedData read(byte[] signature) throws CMSException, IOException {
        var cms = new CMSSignedData(signature);
        if (!CMSObjectIdentifiers.signedData.equals(cms.toASN1Structure().getContentType())) throw form("type");
        var data = SignedData.getInstance(cms.toASN1Structure().getContent());
        if (data.getVersion().intValueExact() != 1 || data.getCRLs() != null) throw form("version");
        if (!CMSObjectIdentifiers.data.equals(data.getEncapContentInfo().getContentType()) || cms.getSignedContent() == null) throw form("content");
        int signers = cms.getSignerInfos().size();
        if (signers < 1 || signers > MOST_SIGNERS) throw form("signers");
        int certificates = cms.getCertificates().getMatches(null).size();
        if (data.getCertificates() == null || certificates != data.getCertificates().size() || certificates > MOST_CERTIFICATES) throw form("certificates");
        if (!Arrays.equals(rebuilt(cms, data), signature)) throw form("der");
        var digests = new HashSet<AlgorithmIdentifier>();
        for (var signer : cms.getSignerInfos()) digests.add(signer.getDigestAlgorithmID());
        if (!digests.equals(new HashSet<>(cms.getDigestAlgorithmIDs())) || digests.size() != data.getDigestAlgorithms().size()) throw form("digests");
        return cms;
    }

    /** From what was understood of it: tags that the parser steps over are so noticed. */
    private static byte[] rebuilt(CMSSignedData cms, SignedData data) throws IOException {
        var signers = new ASN1EncodableVector();
        for (var signer : cms.getSignerInfos()) signers.add(signer.toASN1Structure());
        var content = new SignedData(data.getDigestAlgorithms(), data.getEncapContentInfo(), data.getCertificates(), null, new DERSet(signers));
        return new ContentInfo(CMSObjectIdentifiers.signedData, content).getEncoded("DER");
    }

    private static Checked check(CMSSignedData cms, Trust trust, Instant at)
            throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        var signatories = new ArrayList<Signatory>();
        var answeredFor = new HashSet<String>();
        for (var signer : cms.getSignerInfos()) {
            var certificate = certificateOf(signer, cms);
            requireSound(signer, certificate);
            var path = SignerPath.of(certificate, cms.getCertificates().getMatches(null), trust, at);
            answeredFor.addAll(path.prints());
            var print = print(certificate.getEncoded());
            if (signatories.stream().anyMatch(other -> other.print().equals(print))) throw form("signers");
            var profile = Bouncy.isSm2(certificate.getSubjectPublicKeyInfo()) ? Profile.GM : Profile.INTERNATIONAL;
            signatories.add(new Signatory(SignerPath.name(certificate), print, profile, SignerPath.roles(certificate, trust), certificate.getEncoded(),
                    path.standing()));
        }
        if (!SignerPath.allAnsweredFor(cms.getCertificates().getMatches(null), answeredFor)) throw form("certificates");
        var statement = new ByteArrayOutputStream();
        cms.getSignedContent().write(statement);
        return new Checked(statement.toByteArray(), signatories);
    }

    private static X509CertificateHolder certificateOf(SignerInformation signer, CMSSignedData cms) throws Refused {
        var found = cms.getCertificates().getMatches(null).stream().filter(signer.getSID()::match).toList();
        if (found.size() != 1) throw form("certificates");
        return found.getFirst();
    }

    /** Exactly the signature that the profile names, over attributes that name the statement. */
    private static void requireSound(SignerInformation signer, X509CertificateHolder certificate)
            throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        if (signer.getVersion() != 1 || signer.getSignedAttributes() == null || signer.getUnsignedAttributes() != null) throw form("attributes");
        var key = certificate.getSubjectPublicKeyInfo();
        boolean sm2 = Bouncy.isSm2(key);
        var info = signer.toASN1Structure();
        var named = new IssuerAndSerialNumber(certificate.toASN1Structure()).getEncoded("DER");
        if (!Arrays.equals(info.getSID().toASN1Primitive().getEncoded("DER"), named)) throw form("signer");
        var plain = AllowedAlgorithms.plain(info.getDigestAlgorithm()) && AllowedAlgorithms.plain(info.getDigestEncryptionAlgorithm());
        var allowed = AllowedAlgorithms.signs(info.getDigestAlgorithm().getAlgorithm(), info.getDigestEncryptionAlgorithm().getAlgorithm(), sm2);
        if (!plain || !allowed || !sm2 && !AllowedAlgorithms.isP256(key)) throw Refused.because(Reason.SIGNATURE_ALGORITHM);
        var verifier = new JcaSimpleSignerInfoVerifierBuilder().setProvider(Bouncy.PROVIDER).build(Bouncy.certificate(certificate).getPublicKey());
        try {
            if (!signer.verify(verifier)) throw Refused.because(Reason.SIGNATURE_WRONG);
        } catch (CMSException changed) {
            throw Refused.because(Reason.SIGNATURE_WRONG);
        }
    }

    static String print(byte[] certificate) {
        return Digests.hex(Digests.sha256(certificate));
    }

    static Refused form(String field) {
        return Refused.because(Reason.SIGNATURE_FORM, "field", field);
    }
}
