package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PdfFixtures;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {

    @TempDir
    Path scratch;

    @Test
    void aProcessWhoseParentIsGoneEndsInTheMiddleOfItsPage() throws Exception {
        var process = Launch.likeThisProcess(scratch).process(Limits.usual());
        try {
            var out = new DataOutputStream(process.getOutputStream());
            var in = new DataInputStream(process.getInputStream());
            assertEquals(Wire.READY, in.readByte());
            Wire.readWriter(in);
            var file = PdfFixtures.endless();
            out.writeByte(Wire.OPEN);
            out.writeInt(file.length);
            out.write(file);
            out.flush();
            assertEquals(Wire.OPENED, in.readByte());
            assertEquals(1, in.readInt());
            Wire.write(out, PageOrder.reading(1));
            out.close();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it draws for nobody");
        } finally {
            process.destroyForcibly();
        }
    }
}
