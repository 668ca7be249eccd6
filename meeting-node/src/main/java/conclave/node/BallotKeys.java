package conclave.node;

import conclave.seal.BlindSigner;
import conclave.seal.RoundKey;

/** Where the keys of a secret ballot come from; tests that hold hundreds make smaller ones. */
interface BallotKeys {

    /** Each takes half a second of a processor. */
    BallotKeys FULL = new BallotKeys() {
        @Override
        public BlindSigner signer() {
            return BlindSigner.fresh();
        }

        @Override
        public RoundKey round() {
            return RoundKey.fresh();
        }
    };

    BlindSigner signer();

    RoundKey round();
}
