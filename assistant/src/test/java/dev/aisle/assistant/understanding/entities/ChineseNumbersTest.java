package dev.aisle.assistant.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "零, 0",
        "两, 2",
        "十, 10",
        "十五, 15",
        "二十三, 23",
        "一百零五, 105",
        "三千二百, 3200",
        "一万, 10000",
        "十万, 100000",
        "二万五千, 25000",
        "二十三万零五十, 230050",
        "2026, 2026"
    })
    void aNumberIsRead(String text, int number) {
        assertThat(ChineseNumbers.of(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "天", "一万万", "一二三四五六七八九十"})
    void whatIsNoneIsNone(String text) {
        assertThat(ChineseNumbers.of(text)).isEmpty();
    }
}
