package conclave.document.render;

import org.apache.commons.logging.Log;

/**
 * Listens to what PDFBox would only log. It goes on past a broken stream with a warning, and the page comes out
 * half empty and looks fine; so in the rendering process its warnings about contents count, and are not printed
 * (the words come from a foreign file). Found by name through commons-logging's own switch.
 */
public final class Complaints implements Log {

    private static int heard;

    private final boolean aboutContents;

    public Complaints(String name) {
        aboutContents = name.startsWith("org.apache.pdfbox.filter") || name.startsWith("org.apache.pdfbox.contentstream")
                || name.equals("org.apache.pdfbox.pdmodel.PDPage") || name.startsWith("org.apache.pdfbox.pdmodel.graphics.image");
    }

    static int heardSoFar() {
        return heard;
    }

    private void hear() {
        if (aboutContents) heard++;
    }

    @Override
    public void warn(Object message) {
        hear();
    }

    @Override
    public void warn(Object message, Throwable t) {
        hear();
    }

    @Override
    public void error(Object message) {
        hear();
    }

    @Override
    public void error(Object message, Throwable t) {
        hear();
    }

    @Override
    public void fatal(Object message) {
        hear();
    }

    @Override
    public void fatal(Object message, Throwable t) {
        hear();
    }

    @Override
    public void debug(Object message) {
        // Below a warning nothing is lost on the page.
    }

    @Override
    public void debug(Object message, Throwable t) {
        // Below a warning nothing is lost on the page.
    }

    @Override
    public void info(Object message) {
        // Below a warning nothing is lost on the page.
    }

    @Override
    public void info(Object message, Throwable t) {
        // Below a warning nothing is lost on the page.
    }

    @Override
    public void trace(Object message) {
        // Below a warning nothing is lost on the page.
    }

    @Override
    public void trace(Object message, Throwable t) {
        // Below a warning nothing is lost on the page.
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public boolean isFatalEnabled() {
        return true;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }
}
