package conclave.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import conclave.codec.BadJson.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/** Bytes of JSON and back, one form only (RFC 8785): equal values have equal bytes, so a hash speaks for the value. */
public final class CanonicalJson {

    private static final JsonFactory PARSERS = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    /** What Java puts where bytes are no text; it may also have been sent as such. */
    private static final char REPLACED = '\ufffd';

    private CanonicalJson() {
    }

    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Json value) {
        var out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    /** Reads any well-formed JSON of our kind; it need not be canonical, a browser's is not. */
    public static Json read(byte[] bytes) {
        return strictly(() -> PARSERS.createParser(characters(bytes)), CanonicalJson::value);
    }

    /**
     * The items of a list, one after the other: however long it is, only one of them is held at a time.
     *
     * @return what it is, where it is no list
     */
    public static Optional<Json> each(byte[] bytes, Consumer<Json> item) {
        return strictly(() -> PARSERS.createParser(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder())), parser -> {
            if (parser.currentToken() != JsonToken.START_ARRAY) return Optional.of(value(parser));
            while (parser.nextToken() != JsonToken.END_ARRAY) item.accept(value(parser));
            return Optional.empty();
        });
    }

    @FunctionalInterface
    private interface Opening {
        JsonParser open() throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    private static <T> T strictly(Opening opening, Reading<T> reading) {
        try (var parser = opening.open()) {
            return whole(parser, reading);
        } catch (CharacterCodingException e) {
            throw new BadJson(Kind.NOT_UTF8, "not UTF-8", "");
        } catch (StreamConstraintsException e) {
            throw new BadJson(Kind.TOO_DEEP, "too deep or too long", "").onLine(line(e));
        } catch (JsonProcessingException e) {
            throw new BadJson("not well-formed JSON").onLine(line(e));
        } catch (IOException e) {
            throw new BadJson("not well-formed JSON");
        }
    }

    private static <T> T whole(JsonParser parser, Reading<T> reading) throws IOException {
        try {
            parser.nextToken();
            var value = reading.read(parser);
            if (parser.nextToken() != null) throw new BadJson("something follows the value");
            return value;
        } catch (BadJson e) {
            throw e.onLine(parser.currentLocation().getLineNr());
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    /** Strictly: bytes that are no text would otherwise be read as some other text. What has no sign of that is text at once. */
    private static char[] characters(byte[] bytes) throws CharacterCodingException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) < 0) return text.toCharArray();
        var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        var characters = new char[decoded.remaining()];
        decoded.get(characters);
        return characters;
    }

    public static Json.Obj readObject(byte[] bytes) {
        if (read(bytes) instanceof Json.Obj object) return object;
        throw new BadJson("not an object");
    }

    private static Json value(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        if (token == null) throw new BadJson("nothing was sent");
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(whole(parser.getText()));
            case VALUE_NUMBER_INT -> new Json.Num(integer(parser));
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.Null.NULL;
            case VALUE_NUMBER_FLOAT -> throw new BadJson("decimals are sent as text");
            default -> throw new BadJson("unexpected " + token);
        };
    }

    private static long integer(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) throw new BadJson("number out of range");
        return parser.getLongValue();
    }

    /** What can be read can be written: half a character is refused here already. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) i = secondHalf(text, i);
        }
        return text;
    }

    private static Json object(JsonParser parser) throws IOException {
        var fields = new JsonFields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            if (!fields.add(name, value(parser))) throw new BadJson("a key stands twice");
        }
        return fields.end();
    }

    private static Json array(JsonParser parser) throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(items);
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Obj object -> {
                out.append('{');
                var fields = (Fields) object.fields();
                for (int i = 0; i < fields.size(); i++) {
                    if (i > 0) out.append(',');
                    string(fields.key(i), out);
                    out.append(':');
                    write(fields.value(i), out);
                }
                out.append('}');
            }
            case Json.Arr array -> {
                var comma = false;
                out.append('[');
                for (var item : array.items()) {
                    if (comma) out.append(',');
                    comma = true;
                    write(item, out);
                }
                out.append(']');
            }
            case Json.Str text -> string(text.value(), out);
            case Json.Num number -> out.append(number.value());
            case Json.Bool flag -> out.append(flag.value());
            case Json.Null _ -> out.append("null");
        }
    }

    /** Copied in runs: almost every sign stands for itself. */
    private static void string(String text, StringBuilder out) {
        out.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isSurrogate(c)) i = secondHalf(text, i);
            if (c >= 0x20 && c != '"' && c != '\\') continue;
            out.append(text, copied, i);
            escape(c, out);
            copied = i + 1;
        }
        out.append(text, copied, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(c < 0x10 ? '0' : '1').append("0123456789abcdef".charAt(c & 15));
        }
    }

    private static int secondHalf(String text, int i) {
        if (!Character.isHighSurrogate(text.charAt(i)) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
            throw new BadJson("half a character");
        }
        return i + 1;
    }
}
