package conclave.document.text;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Whether what fills an area, or lets it shine through, is itself drawn with letters. */
final class Patterns {

    private Patterns() {
    }

    static boolean mayHoldWriting(COSDictionary resources) {
        return resources != null && (patterns(resources.getCOSDictionary(COSName.PATTERN)) || masks(resources.getCOSDictionary(COSName.EXT_G_STATE)));
    }

    private static boolean patterns(COSDictionary patterns) {
        return patterns != null && patterns.keySet().stream().anyMatch(name -> holdsFonts(patterns.getCOSDictionary(name)));
    }

    private static boolean masks(COSDictionary states) {
        return states != null && states.keySet().stream().anyMatch(name -> {
            var state = states.getCOSDictionary(name);
            var mask = state == null ? null : state.getCOSDictionary(COSName.SMASK);
            return mask != null && holdsFonts(mask.getCOSDictionary(COSName.G));
        });
    }

    private static boolean holdsFonts(COSDictionary contents) {
        var resources = contents == null ? null : contents.getCOSDictionary(COSName.RESOURCES);
        var fonts = resources == null ? null : resources.getCOSDictionary(COSName.FONT);
        return fonts != null && fonts.size() > 0;
    }
}
