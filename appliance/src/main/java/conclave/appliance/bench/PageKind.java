package conclave.appliance.bench;

/** What pages of applications are made of, with their share of a hundred. */
enum PageKind {
    TEXT("born-digital text", 30),
    JPEG("colour JPEG scan", 30),
    G4("fax G4 scan", 20),
    JBIG2("JBIG2 scan", 10),
    JPX("JPEG 2000 scan", 10);

    private final String shown;
    private final int share;

    PageKind(String shown, int share) {
        this.shown = shown;
        this.share = share;
    }

    String shown() {
        return shown;
    }

    double shareOf(long all) {
        return all * share / 100.0;
    }

    int pagesOf(int all) {
        return Math.max(1, all * share / 100);
    }
}
