package conclave.appliance.prepare;

import conclave.document.render.Trouble;
import java.util.Locale;

/** Why a page was not prepared, in words for the office: what is mended there need not be mended in the hall. */
enum Unprepared {
    NOT_A_PDF("文件格式与扩展名不符", "The file is not what its name says"),
    ENCRYPTED("文件有密码，请去除密码后更换", "The file is locked by a password: take it off and replace the file"),
    DAMAGED("文件已损坏，请重新扫描或导出", "The file is damaged: scan or export it again"),
    UNSUPPORTED("页面中的图像编码本机不能读取", "The page has a picture in a coding that this machine cannot read"),
    TOO_MANY_PAGES("页数过多，请拆分", "There are too many pages: split the file"),
    TOO_LARGE("文件或图像过大，请缩小后更换", "The file or a picture is too large: make it smaller"),
    PAGE_COUNT("页数与清单不符，请更正清单", "The number of pages is not the listed one: correct the list"),
    TIMEOUT("绘制超时，请人工查看原件", "Drawing took too long: look at the original"),
    OUT_OF_MEMORY("绘制时内存不足，请人工查看原件", "Drawing needed too much memory: look at the original"),
    CRASHED("绘制时出错，请人工查看原件", "Drawing failed: look at the original"),
    NOT_CONVERTED("Office 文件未能转换成页面，请另存为 PDF 后更换", "No pages could be made of the office file: save it as PDF and replace it"),
    INCOMPLETE("页面只画出一部分，请人工查看原件", "The page could be drawn only in part: look at the original");

    private final String chinese;
    private final String english;

    Unprepared(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    static Unprepared of(Trouble trouble) {
        return valueOf(trouble.name());
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    String code() {
        return "prepare." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
