package conclave.document.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a machine has read from a picture is a sign or two off; short names are not guessed at. */
class FromPicturesTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261122L);
    private static final Sieve PICTURES = Sieve.forPictures(Somebody.KNOWN);

    @Test
    void aWrongSignInALongNameIsFoundWithItsBestEnds() {
        found("申报人阿依占丽·买买提，女", Kind.NAME, 3, 11);
        found("申报人阿依古丽·买买堤，女", Kind.NAME, 3, 11);
        found("单位乌鲁木齐市第一入民医阮的", Kind.UNIT, 2, 13);
        found("单位乌鲁木齐第一人民医院的", Kind.UNIT, 2, 12);
        found("at Xinjang Univercity,", Kind.UNIT, 3, 21);
    }

    @Test
    void digitsThatBecameLettersAreDigits() {
        found("手机：1389999OOO1。", Kind.PHONE, 3, 14);
        found("身份证号 65O1O219B5O3O7I229", Kind.ID_NUMBER, 5, 23);
        found("电话：I38 9999 l234", Kind.PHONE, 3, 16);
    }

    @Test
    void aWrongDigitInAKnownNumberIsFound() {
        found("电话 13899970001 ", Kind.PHONE, 3, 14);
        found("身份证 650102198603071289 ", Kind.ID_NUMBER, 4, 22);
    }

    @Test
    void shortNamesAreNotGuessedAt() {
        assertEquals(List.of(), PICTURES.screen("王佳、王伯和张晓朋，王纬"));
    }

    @Test
    void aWordIsNoNumberThoughItsLettersLookLikeOne() {
        assertEquals(List.of(), PICTURES.screen("型号IBBSSOOlZZI，手机 BISlOOOOSSI"));
    }

    @Test
    void inTypedTextsNothingIsGuessed() {
        var typed = Sieve.of(Somebody.KNOWN);
        assertEquals(List.of(), typed.screen("申报人阿依占丽·买买提"));
        assertEquals(List.of(), typed.screen("单位乌鲁木齐市第一入民医院"));
    }

    @Test
    void oneSignMoreLessOrOtherAnywhere() {
        var random = new Random(SEED);
        for (var name : List.of("新疆水利水电勘测设计研究院", "乌鲁木齐市第一人民医院", "阿依古丽买买提", "阿不都热西提阿不都克力木买买提托合提")) {
            for (int i = 0; i < 60; i++) {
                int at = random.nextInt(name.length());
                var read = new StringBuilder(name);
                switch (random.nextInt(3)) {
                    case 0 -> read.setCharAt(at, '曰');
                    case 1 -> read.deleteCharAt(at);
                    default -> read.insert(at, '曰');
                }
                var text = "材料中" + read + "，其余从略。";
                assertTrue(PICTURES.screen(text).stream().anyMatch(hit -> !hit.near() && hit.end() - hit.start() >= name.length() - 2),
                        () -> "seed " + SEED + ": " + text + " → " + PICTURES.screen(text));
            }
        }
    }

    private static void found(String text, Kind kind, int start, int end) {
        var hits = PICTURES.screen(text);
        assertTrue(hits.stream().anyMatch(hit -> hit.kind() == kind && !hit.near() && hit.start() == start && hit.end() == end), () ->
                text + " " + start + "-" + end + " → " + hits);
    }
}
