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
        var page = page("package-inside.md");
        var codes = Stream.concat(Arrays.stream(TarFault.values()).map(TarFault::code),
                Arrays.stream(Obstacle.values()).map(Obstacle::code).filter(code -> !code.equals("import.inside")));
        var cards = page("cards.md");
        assertEquals(List.of(), codes.filter(code -> !(code.startsWith("cards.") ? cards : page).contains("`" + code + "`")).toList());
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("conclave.project"), "meeting-node/docs/formats", name));
    }
}
