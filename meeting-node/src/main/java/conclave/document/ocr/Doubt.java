package conclave.document.ocr;

/** Why a person must look at a page, whatever was found on it. The name is the code that programs are told. */
public enum Doubt {
    PROGRAM_MISSING("本机没有文字识别程序，扫描页全部交人工筛查。请安装 tesseract-ocr 和 tesseract-ocr-chi-sim。",
            "This machine has no program that reads scans: every scanned page goes to a person. Install tesseract-ocr and tesseract-ocr-chi-sim."),
    CHINESE_MISSING("文字识别程序没有中文字库，扫描页全部交人工筛查。请安装 tesseract-ocr-chi-sim。",
            "The program that reads scans has no Chinese: every scanned page goes to a person. Install tesseract-ocr-chi-sim."),
    TOO_LARGE("页面图像过大，没有识别。请人工查看本页。", "The picture of the page is too large and was not read. Look at the page."),
    TOO_SLOW("识别超时，本页没有读出文字。请人工查看本页。", "Reading took too long and was given up. Look at the page."),
    STOPPED("识别程序中途停止，本页没有读出文字。请人工查看本页。", "The program that reads scans stopped half-way. Look at the page."),
    UNCLEAR("本页文字识别把握不大，可能有漏读。请人工查看本页。", "Much of the page was read without certainty. Look at the page."),
    NOT_ALL_READ("本页有笔迹、图片或没有读出的文字。请人工查看本页。", "There is ink on the page that nobody read: handwriting, a picture, or words. Look at the page."),
    SEALED("本页盖有红色印章，章下和章内文字可能漏读。请人工查看本页。", "There is a red seal on the page; words in it and under it may be missing. Look at the page."),
    CODE("本页有二维码或条形码，码内可能含个人信息。请人工查看本页。", "There is a QR or bar code on the page, which may tell who somebody is. Look at the page.");

    private final String chinese;
    private final String english;

    Doubt(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** One sentence for the screener: what is the matter, and what to do. */
    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
