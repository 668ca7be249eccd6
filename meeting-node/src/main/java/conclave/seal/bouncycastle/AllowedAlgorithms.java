package conclave.seal.bouncycastle;

import java.io.IOException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;

/** What packages may be sealed and signed with. What is not named here is refused, however strong it is. */
final class AllowedAlgorithms {

    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);
    /** Under certificates, which others issue. */
    private static final Set<ASN1ObjectIdentifier> ISSUED = Set.of(X9ObjectIdentifiers.ecdsa_with_SHA256, X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512, PKCSObjectIdentifiers.sha256WithRSAEncryption, PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, GMObjectIdentifiers.sm2sign_with_sm3);
    private static final int LEAST_RSA_BITS = 2048;

    private AllowedAlgorithms() {
    }

    static boolean curve(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve && CURVES.contains(curve);
    }

    static boolean isP256(SubjectPublicKeyInfo key) {
        return SECObjectIdentifiers.secp256r1.equals(key.getAlgorithm().getParameters());
    }

    /** With SHA-256 in both places; what RSA did before OAEP is not taken. */
    static boolean isOaep(AlgorithmIdentifier algorithm) {
        if (!PKCSObjectIdentifiers.id_RSAES_OAEP.equals(algorithm.getAlgorithm())) return false;
        var oaep = RSAESOAEPparams.getInstance(algorithm.getParameters());
        var mask = AlgorithmIdentifier.getInstance(oaep.getMaskGenAlgorithm().getParameters());
        return NISTObjectIdentifiers.id_sha256.equals(oaep.getHashAlgorithm().getAlgorithm())
                && PKCSObjectIdentifiers.id_mgf1.equals(oaep.getMaskGenAlgorithm().getAlgorithm())
                && NISTObjectIdentifiers.id_sha256.equals(mask.getAlgorithm());
    }

    static boolean isAgreement(AlgorithmIdentifier algorithm) {
        return CMSAlgorithm.ECDH_SHA256KDF.equals(algorithm.getAlgorithm())
                && CMSAlgorithm.AES256_WRAP.equals(AlgorithmIdentifier.getInstance(algorithm.getParameters()).getAlgorithm());
    }

    static boolean signs(ASN1ObjectIdentifier digest, ASN1ObjectIdentifier signature, boolean sm2) {
        return sm2 ? digest.equals(GMObjectIdentifiers.sm3) && signature.equals(GMObjectIdentifiers.sm2sign_with_sm3)
                : digest.equals(NISTObjectIdentifiers.id_sha256) && signature.equals(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    static boolean issued(AlgorithmIdentifier signature, SubjectPublicKeyInfo key) {
        return ISSUED.contains(signature.getAlgorithm()) && strong(key);
    }

    static boolean plain(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        return parameters == null || parameters instanceof ASN1Null;
    }

    private static boolean strong(SubjectPublicKeyInfo key) {
        var algorithm = key.getAlgorithm().getAlgorithm();
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) return curve(key) || Bouncy.isSm2(key);
        if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) return false;
        try {
            return RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength() >= LEAST_RSA_BITS;
        } catch (IOException | RuntimeException malformed) {
            return false;
        }
    }
}
