package conclave.document.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What reading one PDF learns on the way from page to page.
 *
 * @param drawn forms and pages that were gone through; what is not among them in the end is left over
 * @param pageOf on which page an annotation stands
 */
record PdfParts(GlyphShapes shapes, Layers layers, Set<COSBase> drawn, Map<COSBase, Integer> pageOf) {

    static PdfParts of(PDDocument pdf) {
        return new PdfParts(new GlyphShapes(), Layers.of(pdf), Collections.newSetFromMap(new IdentityHashMap<>()), new IdentityHashMap<>());
    }

    void begin(int number, COSDictionary page) {
        drawn.add(page);
        pageOf.put(page, number);
        var annotations = page.getCOSArray(COSName.ANNOTS);
        if (annotations == null) return;
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) pageOf.put(annotation, number);
        }
    }
}
