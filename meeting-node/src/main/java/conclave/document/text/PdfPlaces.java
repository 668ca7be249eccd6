package conclave.document.text;

import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What kind of thing a piece of text in a PDF belongs to, by the dictionary in which it stands and by its key there. */
final class PdfPlaces {

    private static final Map<String, HidingPlace> BY_KEY = Map.ofEntries(
            Map.entry("JS", HidingPlace.SCRIPT), Map.entry("URI", HidingPlace.LINK), Map.entry("ActualText", HidingPlace.ALTERNATE_TEXT),
            Map.entry("Alt", HidingPlace.ALTERNATE_TEXT), Map.entry("E", HidingPlace.ALTERNATE_TEXT), Map.entry("XFA", HidingPlace.XFA),
            Map.entry("Dest", HidingPlace.DESTINATION), Map.entry("Dests", HidingPlace.DESTINATION), Map.entry("Names", HidingPlace.DESTINATION),
            Map.entry("Limits", HidingPlace.DESTINATION), Map.entry("UF", HidingPlace.FILE_NAME));
    /** Dates, keys, codes: noise to whoever looks for people. */
    private static final Set<String> NO_TEXT = Set.of("ID", "CreationDate", "ModDate", "M", "DA", "DS", "Lang", "Registry", "Ordering",
            "Panose", "CharSet", "CheckSum", "FontFamily", "ByteRange", "DocChecksum", "O", "U", "OE", "UE", "Perms");
    private static final Set<String> STREAMS_OF_TEXT = Set.of("JS", "RC", "RV", "V", "DV", "XFA");
    private static final Set<String> NAMES = Set.of("Names", "Limits", "Opt", "Nums", "V", "DV");

    private PdfPlaces() {
    }

    static HidingPlace of(COSDictionary dictionary, HidingPlace around) {
        var type = dictionary.getNameAsString(COSName.TYPE, "");
        var subtype = dictionary.getNameAsString(COSName.SUBTYPE, "");
        if (dictionary.containsKey("FT") || subtype.equals("Widget") || has(dictionary, "T", "Kids")) return HidingPlace.FORM_FIELD;
        if (type.equals("Annot") || has(dictionary, "Rect", "Subtype")) return HidingPlace.ANNOTATION;
        if (type.equals("Filespec") || dictionary.containsKey("EF")) return HidingPlace.FILE_NAME;
        if (type.equals("StructElem") || type.equals("StructTreeRoot") || has(dictionary, "S", "P", "K")) return HidingPlace.ALTERNATE_TEXT;
        if (type.equals("OCG") || type.equals("OCMD")) return HidingPlace.LAYER;
        if (type.equals("Sig") || has(dictionary, "ByteRange", "Contents")) return HidingPlace.SIGNATURE;
        if (has(dictionary, "Title", "Parent")) return HidingPlace.BOOKMARK;
        if (dictionary.containsKey("URI")) return HidingPlace.LINK;
        if (type.isEmpty() && (has(dictionary, "P", "St") || has(dictionary, "P", "S"))) return HidingPlace.PAGE_LABEL;
        return around;
    }

    private static boolean has(COSDictionary dictionary, String... keys) {
        for (var key : keys) {
            if (!dictionary.containsKey(key)) return false;
        }
        return true;
    }

    static HidingPlace of(String key, COSDictionary dictionary, HidingPlace place) {
        if (key.equals("F") && dictionary.containsKey("EF")) return HidingPlace.FILE_NAME;
        if (key.equals("P") && place == HidingPlace.OTHER) return HidingPlace.PAGE_LABEL;
        return BY_KEY.getOrDefault(key, place);
    }

    static boolean isNoText(String key, COSDictionary dictionary) {
        return NO_TEXT.contains(key) && !dictionary.containsKey("URI");
    }

    static boolean holdsText(String key) {
        return STREAMS_OF_TEXT.contains(key);
    }

    /** Arrays of names and values, of which the text may lie elsewhere in the file. */
    static boolean isNames(String key) {
        return NAMES.contains(key);
    }
}
