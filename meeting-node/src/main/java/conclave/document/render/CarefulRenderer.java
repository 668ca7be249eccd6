package conclave.document.render;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page and remembers when a picture on it failed: PDFBox logs that, leaves a hole and goes on. */
final class CarefulRenderer extends PDFRenderer {

    private Trouble trouble;

    CarefulRenderer(PDDocument pdf) {
        super(pdf);
        setSubsamplingAllowed(true);
    }

    void throwWhatWentWrong() throws Troubled {
        if (trouble != null) throw new Troubled(trouble);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            try {
                ScanDecoder.check(image.getWidth(), image.getHeight());
                if (image instanceof PDImageXObject object && !object.isStencil()) ScanDecoder.refuseCutShort(object);
            } catch (Troubled e) {
                trouble = e.trouble();
                return;
            }
            super.drawImage(image);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            boolean drawsPicture = operator.getName().equals("Do") || operator.getName().equals("BI");
            if (e instanceof MissingImageReaderException) trouble = Trouble.UNSUPPORTED;
            else if (drawsPicture && trouble == null) trouble = Trouble.DAMAGED;
            super.operatorException(operator, operands, e);
        }
    }
}
