package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** 一套表格模板: the templates of a meeting in one file, one behind the other, at most one for a kind of document. No template at all is a set, too. */
public record FormTemplates(SortedMap<String, FormTemplate> byKind) {

    public static final FormTemplates NONE = new FormTemplates(new TreeMap<>());
    private static final int MOST_BYTES = 1 << 20;

    public FormTemplates {
        byKind = Collections.unmodifiableSortedMap(new TreeMap<>(byKind));
    }

    /** @throws MaskTrouble with the line of the whole file */
    public static FormTemplates read(byte[] bytes) throws MaskTrouble {
        if (bytes.length > MOST_BYTES) throw new MaskTrouble(Code.NOT_A_TEMPLATE, 0);
        var templates = new TreeMap<String, FormTemplate>();
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1);
        int at = 0;
        while (at < lines.length) {
            if (lines[at].isBlank() || lines[at].startsWith("#")) {
                at++;
                continue;
            }
            var one = new ArrayList<>(List.of(lines[at]));
            int end = at + 1;
            while (end < lines.length && !lines[end].equals(FormTemplate.HEAD)) one.add(lines[end++]);
            var template = templateOf(one, at);
            if (templates.put(template.kind(), template) != null) throw new MaskTrouble(Code.NOT_A_TEMPLATE, at + 1);
            at = end;
        }
        return new FormTemplates(templates);
    }

    private static FormTemplate templateOf(List<String> lines, int before) throws MaskTrouble {
        try {
            return FormTemplate.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (MaskTrouble e) {
            throw new MaskTrouble(e.code(), e.at() == 0 ? before + 1 : before + e.at());
        }
    }
}
