package conclave.exchange.tar;

/** One file on its way. */
public record TarEntry(String name, long size) {
}
