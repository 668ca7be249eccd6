package conclave.appliance;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** Findings quote what stands in files, and a terminal obeys control signs wherever they come from: here they become marks. */
final class PlainWriter extends FilterWriter {

    private static final char MARK = '\ufffd';

    PlainWriter(Writer out) {
        super(out);
    }

    static PrintWriter to(PrintStream stream) {
        return new PrintWriter(new PlainWriter(new OutputStreamWriter(stream, stream.charset())), true);
    }

    @Override
    public void write(int sign) throws IOException {
        out.write(Character.isISOControl(sign) && "\n\r\t".indexOf(sign) < 0 ? MARK : sign);
    }

    @Override
    public void write(char[] signs, int from, int many) throws IOException {
        for (int i = from; i < from + many; i++) write(signs[i]);
    }

    @Override
    public void write(String text, int from, int many) throws IOException {
        for (int i = from; i < from + many; i++) write(text.charAt(i));
    }
}
