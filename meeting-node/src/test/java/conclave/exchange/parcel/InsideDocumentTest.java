package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.exchange.tar.TarFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes or reads packages reads the document, not the program. */
class InsideDocumentTest {

    @Test
    void everyCodeStandsInTheDocument() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("conclave.project"), "meeting-node/docs/formats/package-inside.md"));
        var codes = Stream.concat(Arrays.stream(TarFault.values()).map(TarFault::code),
                Arrays.stream(Obstacle.values()).map(Obstacle::code).filter(code -> !code.equals("import.inside")));
        assertEquals(List.of(), codes.filter(code -> !page.contains("`" + code + "`")).toList());
    }
}
