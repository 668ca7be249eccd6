package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where every copy of a printed form has the photograph, the name and the seal, so that they are covered before
 * anything is recognised. The format is in {@code docs/formats/mask.md}.
 *
 * @param kind the kind of document that it is laid over, as the package names it
 */
public record FormTemplate(String kind, List<Place> places) {

    static final String HEAD = "conclave form template 1";
    private static final Pattern KIND = Pattern.compile("kind [A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,4}|every|last");
    private static final int MOST_BYTES = 64 << 10;

    /** @param page a number, or {@code every}, or {@code last} */
    public record Place(String page, MaskBox box) {
        boolean isOn(int number, int pages) {
            return switch (page) {
                case "every" -> true;
                case "last" -> number == pages;
                default -> Integer.parseInt(page) == number;
            };
        }
    }

    public FormTemplate {
        places = List.copyOf(places);
    }

    /** A form of fewer pages than the template knows is another form: nothing is laid over it unnoticed. */
    public List<MaskBox> on(int page, int pages) throws MaskTrouble {
        for (var place : places) {
            boolean beyond = place.page().matches("[0-9]+") && Integer.parseInt(place.page()) > pages;
            if (beyond) throw new MaskTrouble(Code.NO_SUCH_PAGE, Integer.parseInt(place.page()));
        }
        return places.stream().filter(place -> place.isOn(page, pages)).map(Place::box).toList();
    }

    public static FormTemplate read(byte[] bytes) throws MaskTrouble {
        if (bytes.length > MOST_BYTES) throw new MaskTrouble(Code.NOT_A_TEMPLATE, 0);
        var lines = utf8(bytes).split("\r?\n", -1);
        if (!lines[0].equals(HEAD)) throw new MaskTrouble(Code.NOT_A_TEMPLATE, 1);
        String kind = null;
        var places = new ArrayList<Place>();
        for (int i = 1; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (kind == null) {
                if (!KIND.matcher(line).matches()) throw new MaskTrouble(Code.NOT_A_TEMPLATE, i + 1);
                kind = line.substring(5);
                continue;
            }
            var box = BoxLine.read(line, i + 1, Code.NOT_A_TEMPLATE);
            if (!PAGE.matcher(box.page()).matches()) throw new MaskTrouble(Code.NOT_A_TEMPLATE, i + 1);
            if (places.size() == PageMask.MOST) throw new MaskTrouble(Code.TOO_MANY_BOXES, i + 1);
            places.add(new Place(box.page(), box.box()));
        }
        if (places.isEmpty()) throw new MaskTrouble(Code.COVERS_NOTHING, 0);
        return new FormTemplate(kind, places);
    }

    private static String utf8(byte[] bytes) throws MaskTrouble {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MaskTrouble(Code.NOT_A_TEMPLATE, 0);
        }
    }
}
