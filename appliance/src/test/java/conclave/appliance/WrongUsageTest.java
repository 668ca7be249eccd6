package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever types a command wrongly is told in Chinese what is wrong with it, and in the words of no library. */
class WrongUsageTest {

    @TempDir
    Path place;

    @Test
    void eachKindOfMistakeIsSaidInChineseWithoutTheNameOfAClass() {
        for (var mistake : List.of("package verify --date tomorrow M.mpkg|--date 的值“tomorrow”不合要求，应为 YYYY-MM-DD",
                "package sample --rooms x --out there|--rooms 的值“x”不合要求", "package handover M.mpkg|缺少必须给出的：--to",
                "package verify --nothing M.mpkg|不认识的选项或参数：--nothing", "package inspect|缺少必须给出的：FILE", "package|请给出子命令")) {
            var parts = mistake.split("\\|");
            var tried = Tried.of(parts[0]);
            assertEquals(2, tried.code(), tried::text);
            assertTrue(tried.text().contains(parts[1]), tried::text);
            assertFalse(tried.text().contains("Exception") || tried.text().contains("java."), tried::text);
        }
    }

    @Test
    void aFolderThatIsNoResultIsCalledThat() {
        for (var command : List.of("package receipt %s --by 平台 --out r.json", "package reconcile --result %s r.json")) {
            var tried = Tried.of(command.formatted(place));
            assertEquals(1, tried.code(), tried::text);
            assertTrue(tried.text().contains("不是结果文件夹"), tried::text);
        }
    }
}
