package conclave.exchange;

/** One file of a package as its manifest names it and as it was found on disk. */
public record PayloadFile(String path, long bytes, String sha256) {
}
