package conclave.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;

/** Why a data folder cannot be used: what the system says of it in the language of the machine, which is Chinese or English. */
public final class FolderTrouble {

    private static final Set<String> FULL = Set.of("No space left on device", "设备上没有空间", "Disk quota exceeded", "超出磁盘限额");
    private static final Set<String> READ_ONLY = Set.of("Read-only file system", "只读文件系统");
    private static final int DEEPEST = 8;

    private FolderTrouble() {
    }

    public static Finding of(Path folder, IOException failure) {
        if (isFull(failure)) return Finding.error("start.disk-full", "folder", folder.toString());
        if (READ_ONLY.contains(said(failure))) return Finding.error("data.read-only", "folder", folder.toString());
        if (failure instanceof AccessDeniedException denied) return Finding.error("data.forbidden", "folder", folder.toString(), "file", denied.getFile());
        return Finding.error("data.unusable", "folder", folder.toString(), "reason", said(failure));
    }

    public static boolean isFull(Throwable failure) {
        var at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
            if (at instanceof IOException disk && FULL.contains(said(disk))) return true;
        }
        return false;
    }

    /** Without the path that stands before it, and never the name of a class. */
    private static String said(IOException failure) {
        if (failure instanceof FileSystemException file) return file.getReason() == null ? file.getFile() : file.getReason();
        return failure.getMessage() == null ? "?" : failure.getMessage().lines().findFirst().orElse("?");
    }
}
