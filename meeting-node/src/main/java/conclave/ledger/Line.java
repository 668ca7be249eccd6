package conclave.ledger;

/**
 * One line of the evidence.
 *
 * @param bytes as they stand in the file, without the line feed
 * @param hash  SHA-256 of the bytes; what the next line calls {@code prev}
 */
public record Line(long seq, byte[] bytes, byte[] hash) {
}
