package conclave.exchange;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;

/**
 * What befell a file or a disk, as people are told it. What Java says of it is the name of a class, and what the system says is half a
 * sentence in the language of the machine: an office's speaks Chinese, so both are known.
 */
public enum Mishap {

    SPACE("磁盘空间不足", "请清理磁盘或换用更大的磁盘，然后再执行一次。", "the disk is full", "Make room or take a larger disk, then run it again.",
            "No space left on device", "设备上没有空间", "Disk quota exceeded", "超出磁盘限额"),
    MISSING("找不到文件或文件夹，介质可能已被拔出", "请核对路径，重新插好介质，再执行一次。", "a file or folder is not there; perhaps the stick was pulled out",
            "Check the path, plug the stick in and run it again.", "No such file or directory", "没有那个文件或目录"),
    FORBIDDEN("没有读写权限", "请换用有权限的账号，或换一个文件夹，再执行一次。", "reading or writing is not permitted there",
            "Use an account that may, or another folder, and run it again.", "Permission denied", "权限不够", "Operation not permitted", "不允许的操作"),
    READ_ONLY("介质写保护，或只能读取", "请解除写保护，或换一个介质，再执行一次。", "the medium is write-protected", "Take the protection off, or take another medium, and run it again.",
            "Read-only file system", "只读文件系统"),
    THERE_ALREADY("已有同名的文件或文件夹，没有覆盖", "请换一个名称，或先移走原有的，再执行一次。", "there is something of that name already, and it was not overwritten",
            "Choose another name, or move it away, and run it again.", "File exists", "文件已存在"),
    NO_FOLDER("路径中有一段是文件，不是文件夹", "请核对路径，再执行一次。", "a part of the path is a file and no folder", "Check the path and run it again.",
            "Not a directory", "不是目录"),
    NO_FILE("这是文件夹，不是文件", "请核对路径，再执行一次。", "this is a folder and no file", "Check the path and run it again.", "Is a directory", "是一个目录"),
    NAME_TOO_LONG("文件名过长", "请改用较短的名称，再执行一次。", "the name is too long", "Choose a shorter one and run it again.", "File name too long", "文件名过长"),
    FILE_TOO_LARGE("文件超出介质格式允许的大小", "请换用 exFAT 格式的介质，再执行一次。", "the file is larger than the medium's format allows",
            "Take a medium formatted as exFAT and run it again.", "File too large", "文件过大"),
    CUT_SHORT("文件不完整，没有结尾", "请重新复制该文件，再执行一次。", "a file ends in its middle", "Copy it again and run this once more."),
    BROKEN("磁盘或介质读写出错", "请重新插入介质，再执行一次；仍然出错的，请更换介质。", "the disk or the stick fails",
            "Plug it in again and repeat; if it fails again, take another.", "Input/output error", "输入/输出错误", "Stale file handle", "过旧的文件控柄",
            "No such device", "没有那个设备", "No such device or address", "没有那个设备或地址"),
    OTHER("系统没有说明原因", "请重新插入介质，再执行一次；仍然出错的，请更换介质，并联系技术人员。", "the system does not say why",
            "Plug the stick in again and repeat; if it fails again, take another, and call the technician.");

    private static final int DEEPEST = 8;

    private final String what;
    private final String fix;
    private final String whatEnglish;
    private final String fixEnglish;
    private final List<String> said;

    Mishap(String what, String fix, String whatEnglish, String fixEnglish, String... said) {
        this.what = what;
        this.fix = fix;
        this.whatEnglish = whatEnglish;
        this.fixEnglish = fixEnglish;
        this.said = List.of(said);
    }

    /** The first cause that says more than that something failed. */
    public static Mishap of(Throwable failure) {
        var at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
            var found = alone(at);
            if (found != OTHER) return found;
        }
        return OTHER;
    }

    private static Mishap alone(Throwable failure) {
        var words = words(failure);
        for (var one : values()) {
            if (one.said.contains(words)) return one;
        }
        return switch (failure) {
            case NoSuchFileException _, FileNotFoundException _ -> MISSING;
            case AccessDeniedException _ -> FORBIDDEN;
            case ReadOnlyFileSystemException _ -> READ_ONLY;
            case FileAlreadyExistsException _ -> THERE_ALREADY;
            case NotDirectoryException _ -> NO_FOLDER;
            case EOFException _ -> CUT_SHORT;
            default -> OTHER;
        };
    }

    /** What the system said, without the path that may stand before it: a path may hold any words. */
    private static String words(Throwable failure) {
        if (failure instanceof FileSystemException file) return file.getReason() == null ? "" : file.getReason();
        var message = failure instanceof IOException && failure.getMessage() != null ? failure.getMessage() : "";
        return failure instanceof FileNotFoundException && message.endsWith(")") ? message.substring(message.lastIndexOf('(') + 1, message.length() - 1) : message;
    }

    /** For programs; it never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happened and what to do next, to stand after a colon. */
    public String chinese() {
        return what + "。" + fix;
    }

    public String english() {
        return whatEnglish + ". " + fixEnglish;
    }
}
