package conclave.document;

/** One page as a browser shows it. The bytes are shared between readers: never written to. */
public record PageImage(String mediaType, int width, int height, byte[] bytes) {
}
