package conclave.document.text;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/** Which layers of a document are switched off. */
record Layers(PDOptionalContentProperties properties) {

    static Layers of(PDDocument pdf) {
        return new Layers(pdf.getDocumentCatalog().getOCProperties());
    }

    boolean areOff(COSDictionary content) {
        if (properties == null || content == null) return false;
        return switch (PDPropertyList.create(content)) {
            case PDOptionalContentGroup group -> !properties.isGroupEnabled(group);
            case PDOptionalContentMembershipDictionary some -> some.getOCGs().stream().anyMatch(one ->
                    one instanceof PDOptionalContentGroup group && !properties.isGroupEnabled(group));
            case null, default -> false;
        };
    }
}
