package conclave.document.render;

import conclave.document.text.Found;
import conclave.document.text.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether an office file is more when it is unpacked than anybody writes. Our own reader is asked before another program opens it. */
public final class Swelling {

    private static final Set<Unread> SWELLS = EnumSet.of(Unread.TOO_LARGE, Unread.TOO_MANY_PARTS);

    private Swelling() {
    }

    /** @throws Troubled where our own reader cannot read it: then no other program gets it */
    public static boolean in(RenderingProcess child, long size, InputStream clear) throws Troubled, IOException {
        var swells = new AtomicBoolean();
        child.read(size, clear, found -> {
            if (found instanceof Found.Missing(var what) && SWELLS.contains(what)) swells.set(true);
        });
        return swells.get();
    }
}
