package dev.aisle.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static Said chinese(String english) {
        return Sentences.said(english, Language.ZH);
    }

    @Test
    void aSentenceIsSaidInThePagesLanguageWithItsValues() {
        assertThat(chinese("Expected a whole number from 1 to 99."))
                .isEqualTo(new Said("这里应为 1 至 99 的整数。", "Expected a whole number from 1 to 99.", false));
        assertThat(chinese("This is missing.").text()).isEqualTo("此项缺失。");
    }

    @Test
    void severalSentencesAndValuesThatAreSentencesAreTranslatedToo() {
        assertThat(chinese("Expected a text, not an object. Write 1 to 64 characters.")
                        .text())
                .isEqualTo("这里应为文本，而不是对象。请填写 1 至 64 个字符。");
    }

    @Test
    void aValueStaysAsItWasWritten() {
        assertThat(chinese("Known: push, $1 \\ {0}.").text()).isEqualTo("可用的有：push, $1 \\ {0}。");
    }

    @Test
    void whatIsNotKnownAsAWholeStaysEnglishAndIsMarked() {
        String half = "This is missing. Nobody has translated this one.";

        assertThat(chinese(half)).isEqualTo(new Said(half, null, true));
    }

    @Test
    void anEnglishPageAndWordsOfThePageItselfStay() {
        assertThat(Sentences.said("This is missing.", Language.EN))
                .isEqualTo(new Said("This is missing.", null, false));
        assertThat(chinese("请填写 1 至 64 个字符。")).isEqualTo(new Said("请填写 1 至 64 个字符。", null, false));
        assertThat(chinese("")).isEqualTo(new Said("", null, false));
        assertThat(Sentences.said(null, Language.ZH).text()).isEmpty();
    }

    @Test
    void aLongTextTakesNoTime() {
        String long1 = "Known: ".repeat(280);
        String long2 = "This is missing. ".repeat(110);
        long begin = THREADS.getCurrentThreadCpuTime();

        chinese(long1);
        chinese(long2);
        chinese("x".repeat(100_000));

        assertThat(THREADS.getCurrentThreadCpuTime() - begin).isLessThan(2_000_000_000L);
    }
}
