package dev.aisle.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words english = Words.in(Language.EN);
    private final Words chinese = Words.in(Language.ZH);

    @Test
    void aWordGoesWithItsNumber() {
        assertThat(english.say("span_d", 1)).isEqualTo("1 day");
        assertThat(english.say("span_d", 0)).isEqualTo("0 days");
        assertThat(english.say("span_d", 1_001)).isEqualTo("1,001 days");
        assertThat(chinese.say("span_d", 1)).isEqualTo("1 天");
    }

    @Test
    void aNumberThatWasWrittenAlreadyCountsAsOne() {
        assertThat(english.say("span_m", "1")).isEqualTo("1 month");
        assertThat(english.say("span_m", "13")).isEqualTo("13 months");
    }

    @Test
    void whatHasANameOfItsOwnIsCalledAsThePageCallsIt() {
        assertThat(english.named("no_", "Permission")).isEqualTo("You may not see this page");
        assertThat(chinese.named("not_", "FOUND")).isEqualTo("没有这个页面");
    }

    @Test
    void anUnknownNameStaysAsItIs() {
        assertThat(chinese.named("no_", "Nobody - named <this>")).isEqualTo("Nobody - named <this>");
        assertThat(chinese.named("no_", "")).isEmpty();
    }
}
