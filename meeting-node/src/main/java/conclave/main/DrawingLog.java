package conclave.main;

import conclave.document.DrawingEvents;
import conclave.document.render.PictureWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a technician should read of the drawing of pages. */
final class DrawingLog implements DrawingEvents {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingLog.class);

    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public void picturesWrittenBy(PictureWriter writer) {
        if (writer == PictureWriter.LIBRARY || !SAID.compareAndSet(false, true)) return;
        if (writer == PictureWriter.PROGRAM) LOG.warn("libwebp cannot be called: pages are written by cwebp, slower; install libwebp7");
        else LOG.warn("no WebP on this machine: pages are JPEG and PNG, larger and slower to come; install libwebp7");
    }
}
