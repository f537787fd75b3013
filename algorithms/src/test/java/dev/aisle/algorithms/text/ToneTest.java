package dev.aisle.algorithms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneTest {
    private static final Tone TONE = Tone.ofShippedWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The shoes are great and delivery was fast",
                "not bad",
                "No problems so far, I'd buy again",
                "很不错，下次还会买",
                "物流快，没有异味",
                "quality 很好"
            })
    void aPleasedOneIsAbove(String text) {
        assertThat(TONE.of(text)).isBetween(0.2, 1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terrible, a waste of money",
                "I don’t like it, it broke after two days",
                "not good at all",
                "质量差，退货",
                "不满意，颜色不对",
                "客服 very rude"
            })
    void anAnnoyedOneIsBelow(String text) {
        assertThat(TONE.of(text)).isBetween(-1.0, -0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "🙂", "4711", "Где мой заказ", "<b>\0</b>", "the table has four legs"})
    void whatSaysNothingIsInTheMiddle(String text) {
        assertThat(TONE.of(text)).isZero();
    }

    @Test
    void aLongTextEndsAtTheEndsOfTheScale() {
        assertThat(TONE.of("terrible! ".repeat(10_000))).isEqualTo(-1);
    }
}
