package conclave.appliance.document;

/** Why a page, or all of them, was not made. The code is for programs and never changes. */
enum Unmasked {
    NOT_OPENED("文件打不开，没有生成页面。请核对路径、权限和格式。",
            "The file cannot be opened, no page was made. Check path, permissions and form."),
    LOCKED("文件有密码，没有生成页面。请去除密码后再做。", "The file is locked by a password, no page was made. Take the password off."),
    NOT_CONVERTED("文字处理文件转不成页面，没有生成。请安装 LibreOffice（libreoffice-writer、libreoffice-calc），或在别的电脑上转成 PDF。",
            "No pages could be made of the office file. Install libreoffice-writer and libreoffice-calc, or convert it to PDF elsewhere."),
    NOT_READ("文件没有读完，不能确认没有遗漏，没有生成页面。请人工查看。", "The file was not read to its end, so no page was made. Look at it."),
    NEEDS_READING("本页是图像或有无法识别的文字，不能自动遮盖，没有生成。请人工遮盖。", "The page holds a picture or writing that was not read; it was not made. Mask it by hand."),
    UNSURE_READING("本页是扫描件，识别把握不够或有印章、签名、图片，没有生成。看过确无遗漏后加 --doubtful 再生成，或人工遮盖。",
            "The scan was read without certainty, or has a seal, a signature or a picture; it was not made. Look at it, then use --doubtful, or mask it by hand."),
    NEAR_HITS("本页有疑似内容，需人工判断，没有生成。确认后加 --doubtful 再生成。", "Something on the page is like a hit; it was not made. Look at it, then use --doubtful."),
    NO_PLACE("本页有命中内容，但找不到位置，没有生成。请人工遮盖。", "Something was found that stands on no place of the page; it was not made. Mask it by hand."),
    NOT_DRAWN("本页画不出来，没有生成。请人工查看原件。", "The page could not be drawn. Look at the original."),
    DRAWN_IN_PART("本页只画出一部分，没有生成。请人工查看原件。", "The page could be drawn only in part and was not made. Look at the original.");

    private final String chinese;
    private final String english;

    Unmasked(String chinese, String english) {
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
        return "mask." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
