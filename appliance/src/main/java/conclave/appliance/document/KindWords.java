package conclave.appliance.document;

import conclave.document.screen.Kind;
import java.util.Locale;

/** What a hit is called, on paper and by programs. */
final class KindWords {

    private KindWords() {
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String chinese(Kind kind) {
        return switch (kind) {
            case NAME -> "姓名";
            case UNIT -> "单位";
            case ADVISOR -> "导师";
            case ID_NUMBER -> "身份证号";
            case CREDIT_CODE -> "统一社会信用代码";
            case PHONE -> "手机号";
            case LANDLINE -> "固定电话";
            case MAIL -> "电子邮箱";
            case CARD -> "银行卡号";
            case ACCOUNT -> "账号";
            case CERTIFICATE -> "证书编号";
            case ADDRESS -> "地址";
            case PHOTO -> "照片";
            case SEAL -> "印章";
            case BIRTH -> "出生日期";
        };
    }
}
