package conclave.appliance.document;

import java.util.Locale;

/** Why a file, or something of it, was not looked through. The code is for programs and never changes. */
enum Unscreened {
    ABSENT("没有这个文件。请核对路径。", "There is no such file. Check the path."),
    NO_ACCESS("文件打不开。请检查权限和存储介质。", "The file cannot be opened. Check permissions and the medium."),
    NOT_A_FILE("不是普通文件，没有读取。", "This is no ordinary file; it was not read."),
    EMPTY("文件是空的，没有可筛查的内容。请核对是否传输完整。", "The file is empty. Check that it was copied whole."),
    UNKNOWN_FORM("格式不认识，没有筛查。请转成 PDF 或文本，或由人工查看。", "The form of this file is not known. Convert it to PDF or text, or look at it."),
    TORN_TEXT("文字编码有损坏，坏字之外已筛查。请人工查看。", "Some bytes are no characters; all the others were screened. Look at the file."),
    TOO_DEEP("文件夹层数过多，下面的内容没有筛查。", "The folders are nested too deep; what is below was not screened."),
    LOCKED("文件有密码，没有筛查。请去除密码后再做。", "The file is locked by a password and was not screened. Take the password off."),
    TOO_MANY_PAGES("文件页数过多，没有筛查。请拆成每份不超过 3000 页。", "The file has too many pages and was not screened. Part it: 3000 pages at most."),
    NOT_READ("文件没有读完，已读部分已筛查。请人工查看。", "The file was not read to its end; what was read was screened. Look at it."),
    SCAN("本页是图像，没有文字可筛查。请人工查看，或先做文字识别。", "The page is a picture. Look at it, or have it read first."),
    PART("文件中有内容（如图片）没有读出，不在筛查之内。请人工查看。", "Something in the file, such as a picture, was not read and not screened. Look at it.");

    private final String chinese;
    private final String english;

    Unscreened(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    String code() {
        return "screen." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
