package conclave.document.text;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;

/** What is put on a page as a whole: pictures, of which only the place is noted, and forms, which are gone through. */
final class Placed {

    private static final int MOST_DEPTH = 50;

    private Placed() {
    }

    static final class Thing extends OperatorProcessor {
        private final PageReader reader;

        Thing(PageReader reader) {
            super(reader);
            this.reader = reader;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) throw new MissingOperandException(operator, operands);
            var resources = reader.getResources();
            var things = resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
            var thing = things == null ? null : things.getCOSStream(name);
            if (thing == null) throw new IOException("there is no such thing");
            reader.beginThing(thing);
            try {
                put(name, thing);
            } finally {
                reader.endThing();
            }
        }

        private void put(COSName name, COSStream thing) throws IOException {
            if (COSName.IMAGE.equals(thing.getCOSName(COSName.SUBTYPE))) {
                reader.picture();
                return;
            }
            if (!(reader.getResources().getXObject(name) instanceof PDFormXObject form)) return;
            reader.increaseLevel();
            try {
                if (reader.getLevel() > MOST_DEPTH) throw new IOException("forms within forms without end");
                reader.lookInto(form);
                if (form instanceof PDTransparencyGroup group) reader.showTransparencyGroup(group);
                else reader.showForm(form);
            } finally {
                reader.decreaseLevel();
            }
        }

        @Override
        public String getName() {
            return OperatorName.DRAW_OBJECT;
        }
    }

    static final class Inline extends OperatorProcessor {
        private final PageReader reader;

        Inline(PageReader reader) {
            super(reader);
            this.reader = reader;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            reader.picture();
        }

        @Override
        public String getName() {
            return OperatorName.BEGIN_INLINE_IMAGE;
        }
    }
}
