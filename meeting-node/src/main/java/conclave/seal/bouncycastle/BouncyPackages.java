package conclave.seal.bouncycastle;

import conclave.seal.container.Envelope;
import conclave.seal.container.InternationalSuite;
import conclave.seal.container.PackageCryptography;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Profile;
import conclave.seal.container.Refused;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.StatementSigner;
import conclave.seal.container.Suite;
import conclave.seal.container.Unwrapping;
import java.util.List;

/** Everything that packages need beyond the JDK. */
public final class BouncyPackages implements PackageCryptography {

    @Override
    public Suite of(Profile profile) {
        return switch (profile) {
            case INTERNATIONAL -> new InternationalSuite();
            case GM -> new GmSuite();
        };
    }

    @Override
    public Envelope envelopeFor(Profile profile, List<byte[]> certificates) throws Refused {
        return RecipientEnvelope.fresh(profile, certificates);
    }

    @Override
    public Envelope envelopeFor(Profile profile, char[] passphrase) throws Refused {
        return PassphraseEnvelope.fresh(of(profile), passphrase, PassphraseEnvelope.Cost.USUAL);
    }

    @Override
    public Unwrapping with(List<PackageKey> keys) {
        return RecipientEnvelope.with(List.copyOf(keys));
    }

    @Override
    public Unwrapping with(char[] passphrase) {
        return PassphraseEnvelope.with(passphrase.clone(), this::of);
    }

    @Override
    public StatementSigner signer(List<PackageKey> keys) throws Refused {
        return new CmsSigning(keys);
    }

    @Override
    public SignatureCheck check() {
        return new CmsCheck();
    }
}
