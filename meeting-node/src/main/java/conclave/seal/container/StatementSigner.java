package conclave.seal.container;

/** Makes the .p7s: a CMS SignedData (DER) that holds the statement, the signatures and the signers' certificates. */
@FunctionalInterface
public interface StatementSigner {

    byte[] sign(byte[] statement);
}
