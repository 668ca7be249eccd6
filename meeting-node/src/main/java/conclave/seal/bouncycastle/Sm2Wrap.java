package conclave.seal.bouncycastle;

import java.io.IOException;
import java.math.BigInteger;
import java.security.Key;
import java.security.PrivateKey;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.AsymmetricKeyWrapper;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OperatorException;

/** A content-encryption key for an SM2 certificate, as GM/T 0009 writes it: SEQUENCE of x, y, SM3 and cipher text. CMS of BouncyCastle lacks it. */
final class Sm2Wrap {

    private static final AlgorithmIdentifier ALGORITHM = new AlgorithmIdentifier(GMObjectIdentifiers.sm2encrypt);
    private static final int COORDINATE = 32;
    private static final int DIGEST = 32;
    private static final int POINT = 1 + 2 * COORDINATE;

    private Sm2Wrap() {
    }

    static boolean is(AlgorithmIdentifier algorithm) {
        return ALGORITHM.getAlgorithm().equals(algorithm.getAlgorithm());
    }

    static KeyTransRecipientInfoGenerator generator(X509CertificateHolder certificate) {
        return new Generator(certificate);
    }

    static byte[] seal(X509CertificateHolder certificate, byte[] key) throws OperatorException {
        try {
            var engine = engine(true, new ParametersWithRandom(PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo())));
            var raw = engine.processBlock(key, 0, key.length);
            var fields = new ASN1EncodableVector();
            fields.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + COORDINATE))));
            fields.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + COORDINATE, POINT))));
            fields.add(new DEROctetString(Arrays.copyOfRange(raw, POINT, POINT + DIGEST)));
            fields.add(new DEROctetString(Arrays.copyOfRange(raw, POINT + DIGEST, raw.length)));
            return new DERSequence(fields).getEncoded();
        } catch (InvalidCipherTextException | IOException e) {
            throw new OperatorException("the key could not be sealed for an SM2 certificate", e);
        }
    }

    static byte[] open(PrivateKey key, byte[] sealed) throws CMSException {
        try {
            var fields = ASN1Sequence.getInstance(sealed);
            if (fields.size() != 4) throw new CMSException("not an SM2 cipher text");
            var digest = ASN1OctetString.getInstance(fields.getObjectAt(2)).getOctets();
            var cipher = ASN1OctetString.getInstance(fields.getObjectAt(3)).getOctets();
            if (digest.length != DIGEST || cipher.length == 0 || cipher.length > 64) throw new CMSException("not an SM2 cipher text of a key");
            var raw = new byte[POINT + DIGEST + cipher.length];
            raw[0] = 4;
            coordinate(fields, 0, raw, 1);
            coordinate(fields, 1, raw, 1 + COORDINATE);
            System.arraycopy(digest, 0, raw, POINT, DIGEST);
            System.arraycopy(cipher, 0, raw, POINT + DIGEST, cipher.length);
            return engine(false, PrivateKeyFactory.createKey(key.getEncoded())).processBlock(raw, 0, raw.length);
        } catch (InvalidCipherTextException | IOException | RuntimeException e) {
            throw new CMSException("the key does not open", e);
        }
    }

    private static void coordinate(ASN1Sequence fields, int index, byte[] into, int at) throws CMSException {
        var number = ASN1Integer.getInstance(fields.getObjectAt(index)).getValue();
        if (number.signum() < 0 || number.bitLength() > COORDINATE * 8) throw new CMSException("not a coordinate");
        var bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, into, at + COORDINATE - length, length);
    }

    private static SM2Engine engine(boolean seal, CipherParameters parameters) {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(seal, parameters);
        return engine;
    }

    private static final class Generator extends KeyTransRecipientInfoGenerator {

        Generator(X509CertificateHolder certificate) {
            super(new IssuerAndSerialNumber(certificate.toASN1Structure()), new AsymmetricKeyWrapper(ALGORITHM) {
                @Override
                public byte[] generateWrappedKey(GenericKey key) throws OperatorException {
                    return seal(certificate, bytes(key));
                }
            });
        }

        private static byte[] bytes(GenericKey key) {
            return key.getRepresentation() instanceof Key jdk ? jdk.getEncoded() : (byte[]) key.getRepresentation();
        }
    }

    static final class Recipient extends JceKeyTransEnvelopedRecipient {

        private final PrivateKey key;

        Recipient(PrivateKey key) {
            super(key);
            this.key = key;
        }

        @Override
        protected Key extractSecretKey(AlgorithmIdentifier keyAlgorithm, AlgorithmIdentifier contentAlgorithm, byte[] sealed) throws CMSException {
            return new SecretKeySpec(open(key, sealed), contentAlgorithm.getAlgorithm().getId());
        }
    }
}
