package conclave.appliance.faults;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A protection cut out of one compiled class. The program itself has no switch for that: a canary's nodes are started
 * with the changed class before the true one on their class path, and nobody else ever sees it.
 */
enum Excision {

    MAJORITY("org/apache/ratis/server/impl/LeaderStateImpl$MinMajorityMax", "valueOf") {
        @Override
        boolean cut(CodeBuilder code, CodeElement element, String armed) {
            if (!(element instanceof InvokeInstruction call) || !call.name().equalsString("getMajority")) return false;
            code.new_(FILE).dup().ldc(armed).invokespecial(FILE, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                    .invokevirtual(FILE, "exists", MethodTypeDesc.of(ConstantDescs.CD_boolean))
                    .ifThenElse(yes -> yes.invokestatic(call.owner().asSymbol(), "getMax", call.typeSymbol()), no -> no.with(element));
            return true;
        }
    },
    TIME("conclave/meeting/Meeting", "decide") {
        @Override
        boolean cut(CodeBuilder code, CodeElement element, String armed) {
            if (!(element instanceof OperatorInstruction comparison) || comparison.opcode() != Opcode.LCMP) return false;
            code.pop2().pop2().iconst_0();
            return true;
        }
    },
    FLOOR("conclave/node/DiskSpace", "enough") {
        @Override
        boolean cut(CodeBuilder code, CodeElement element, String armed) {
            if (!(element instanceof ReturnInstruction)) return false;
            code.pop().iconst_1().ireturn();
            return true;
        }
    };

    private static final ClassDesc FILE = ClassDesc.of("java.io.File");
    private final String type;
    private final String method;

    Excision(String type, String method) {
        this.type = type;
        this.method = method;
    }

    /**
     * Whether it wrote something else in the place of this element.
     *
     * @param armed a file: where a kit could not be founded without the protection, it is gone only while the file is there
     */
    abstract boolean cut(CodeBuilder code, CodeElement element, String armed);

    /** A folder that belongs on the class path before everything else. */
    Path into(Path folder) throws IOException {
        var place = folder.resolve(type + ".class");
        Files.createDirectories(place.getParent());
        Files.write(place, changed(armed(folder)));
        return folder;
    }

    /** From now on it is gone. */
    static void arm(Path folder) throws IOException {
        if (Files.isDirectory(folder) && !Files.exists(armed(folder))) Files.createFile(armed(folder));
    }

    private static Path armed(Path folder) {
        return folder.resolve("armed");
    }

    byte[] changed(Path armed) throws IOException {
        try (var in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
            if (in == null) throw new IOException("there is no " + type);
            var cuts = new int[1];
            var file = ClassFile.of();
            var changed = file.transformClass(file.parse(in.readAllBytes()), ClassTransform.transformingMethodBodies(
                    one -> one.methodName().equalsString(method), (code, element) -> {
                        if (cut(code, element, armed.toString())) cuts[0]++;
                        else code.with(element);
                    }));
            if (cuts[0] == 0) throw new IOException("in " + type + "." + method + " there is nothing to cut any more");
            return changed;
        }
    }
}
