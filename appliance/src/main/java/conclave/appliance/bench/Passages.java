package conclave.appliance.bench;

import conclave.document.screen.Kind;
import conclave.document.screen.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generated text as application forms and papers have it, and dictionaries of people who appear in it now and then. */
final class Passages {

    private static final long SEED = 20261122L;
    private static final String[] SENTENCES = {"本人自参加工作以来，一直从事水利水电工程的规划设计与现场管理，", "主持完成灌区续建配套与节水改造工程初步设计，", "工程总投资%d万元，于%d年通过竣工验收。",
        "发表论文%d篇，其中核心期刊%d篇，DOI:10.13243/j.cnki.slxb.2018%04d。", "执行GB/T %d-2019的规定，", "结果表明两组差异有统计学意义（P<0.0%d），", "The results indicate that the method reduces the error by %d.5%%. ",
        "获省部级科技进步奖，排名第%d。", "年度考核优秀，继续教育%d学时。\n", "推广面积%d万亩，惠及群众%d户；"};
    private static final String[] SURNAMES = {"陈", "杨", "赵", "周", "吴", "徐", "孙", "胡", "朱", "高"};
    private static final String[] GIVEN = {"建国", "志强", "文博", "晓峰", "立新", "振华", "海涛", "俊杰", "雪莲", "丽萍"};
    private static final String[] UYGHUR = {"买买提", "艾合买提", "吐尔逊", "阿不都热合曼", "玉素甫", "克力木", "帕尔哈提", "木合塔尔", "阿依古丽", "古丽巴哈尔"};

    private Passages() {
    }

    /** @param bytes about so long in UTF-8; one line in twelve names somebody of the first dictionary */
    static String text(int bytes) {
        var random = new Random(SEED);
        var text = new StringBuilder(bytes / 2);
        long length = 0;
        while (length < bytes) {
            var sentence = SENTENCES[random.nextInt(SENTENCES.length)].formatted(random.nextInt(9000) + 1000, random.nextInt(100), random.nextInt(100));
            if (random.nextInt(12) == 0) sentence += "申报人" + name(0) + "，手机" + phone(0) + "。";
            text.append(sentence);
            length += sentence.chars().map(c -> c < 0x80 ? 1 : 3).sum();
        }
        return text.toString();
    }

    static List<Known> dictionary(int people) {
        var known = new ArrayList<Known>();
        for (int i = 0; i < people; i++) {
            known.add(new Known(Kind.NAME, name(i)));
            known.add(new Known(Kind.NAME, SURNAMES[i / 10 % 10] + GIVEN[i % 10]));
            known.add(new Known(Kind.NAME, SURNAMES[i % 10] + GIVEN[i / 10 % 10]));
            known.add(new Known(Kind.UNIT, "第" + (i + 1) + "水利水电勘测设计研究院"));
            known.add(new Known(Kind.UNIT, "水电" + (i + 1) + "院"));
            known.add(new Known(Kind.UNIT, "某某市" + GIVEN[i % 10] + "水利局" + i));
            known.add(new Known(Kind.PHONE, phone(i)));
            known.add(new Known(Kind.ID_NUMBER, "6501021985%02d%02d%04d".formatted(i % 12 + 1, i % 28 + 1, 1000 + i)));
            known.add(new Known(Kind.MAIL, "person%d@example.cn".formatted(i)));
            known.add(new Known(Kind.CERTIFICATE, "XJ-2015-%05d".formatted(i)));
        }
        return known;
    }

    private static String name(int i) {
        return UYGHUR[i % 10] + "·" + UYGHUR[i / 10 % 10];
    }

    private static String phone(int i) {
        return "1389999%04d".formatted(i + 1);
    }
}
