package conclave.document.render;

import java.time.Duration;

/**
 * What one file may cost at most (promise R15) and how large its pictures become.
 *
 * @param opening processor time; on the clock three times as much
 * @param page processor time; on the clock three times as much
 * @param zoom the width of a page for looking closely; its height grows with it
 * @param pagesPerProcess a rendering process is replaced after so many pages, so that leaks stay small
 */
public record Limits(int heapMegabytes, long fileBytes, int pages, int imageBytes, Duration opening, Duration page,
        Duration filePerPage, Duration fileAtLeast, int pagesPerProcess, int width, int height, int zoom, int thumbnail) {

    public static Limits usual() {
        return new Limits(512, 256L << 20, 3000, 8 << 20, Duration.ofSeconds(20), Duration.ofSeconds(20),
                Duration.ofSeconds(3), Duration.ofSeconds(60), 200, 1600, 4000, 2400, 200);
    }

    public int width(Level level) {
        return level == Level.ZOOM ? zoom : width;
    }

    public int height(Level level) {
        return level == Level.ZOOM ? height * zoom / width : height;
    }

    /** A file of many slow pages is given up, whatever each page alone takes. */
    public Duration file(int pages) {
        return fileAtLeast.plus(filePerPage.multipliedBy(pages));
    }

    public Limits withPages(int most) {
        return new Limits(heapMegabytes, fileBytes, most, imageBytes, opening, page, filePerPage, fileAtLeast,
                pagesPerProcess, width, height, zoom, thumbnail);
    }

    public Limits withHeap(int megabytes) {
        return new Limits(megabytes, fileBytes, pages, imageBytes, opening, page, filePerPage, fileAtLeast,
                pagesPerProcess, width, height, zoom, thumbnail);
    }

    public Limits withTimes(Duration opening, Duration page) {
        return new Limits(heapMegabytes, fileBytes, pages, imageBytes, opening, page, filePerPage, fileAtLeast,
                pagesPerProcess, width, height, zoom, thumbnail);
    }

    public Limits withFileTime(Duration atLeast, Duration perPage) {
        return new Limits(heapMegabytes, fileBytes, pages, imageBytes, opening, page, perPage, atLeast,
                pagesPerProcess, width, height, zoom, thumbnail);
    }

    public Limits withPagesPerProcess(int most) {
        return new Limits(heapMegabytes, fileBytes, pages, imageBytes, opening, page, filePerPage, fileAtLeast,
                most, width, height, zoom, thumbnail);
    }
}
