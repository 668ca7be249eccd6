package conclave.workshop;

import java.io.IOException;
import java.nio.file.Path;

/** Something else lies there, and is left as it is. */
public final class NotAWorkshop extends IOException {
    private static final long serialVersionUID = 1L;

    NotAWorkshop(Path folder) {
        super(folder.toString());
    }
}
