package conclave.document.screen;

import java.util.List;

/** One applicant's dictionary, whom the planted texts are about. */
final class Somebody {

    static final List<Known> KNOWN = List.of(
            new Known(Kind.NAME, "阿依古丽·买买提"), new Known(Kind.NAME, "Aygül Memet"), new Known(Kind.NAME, "ئايگۈل مەمەت"), new Known(Kind.NAME, "张晓明"),
            new Known(Kind.NAME, "王伟"), new Known(Kind.NAME, "周𬭎"), new Known(Kind.NAME, "阿不都热西提·阿不都克力木·买买提托合提"), new Known(Kind.NAME, "欧阳文静"),
            new Known(Kind.ADVISOR, "李建国"), new Known(Kind.UNIT, "乌鲁木齐市第一人民医院"), new Known(Kind.UNIT, "乌市一院"),
            new Known(Kind.UNIT, "新疆水利水电勘测设计研究院"), new Known(Kind.UNIT, "新疆大学（南校区）"), new Known(Kind.UNIT, "Xinjiang University"),
            new Known(Kind.ID_NUMBER, "650102198503071229"), new Known(Kind.PHONE, "13899990001"), new Known(Kind.LANDLINE, "0991-2812345"),
            new Known(Kind.MAIL, "aygul@163.com"), new Known(Kind.ACCOUNT, "107012345678"), new Known(Kind.CERTIFICATE, "XJ-2015-00123"),
            new Known(Kind.BIRTH, "1985-03-07"));

    private Somebody() {
    }
}
