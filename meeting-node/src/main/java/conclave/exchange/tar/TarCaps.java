package conclave.exchange.tar;

/** How much a tar may hold. The form itself has room for 8 GiB a file. */
public record TarCaps(long largestFile, int mostFiles) {

    public static final TarCaps PACKAGE = new TarCaps(2L << 30, 200_000);
}
