package dev.aisle.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextModelTest {
    @ParameterizedTest
    @CsvSource({
        "red tea pot, ENGLISH",
        "红色茶壶, CHINESE",
        "Nike 男士跑步鞋, CHINESE",
        "Sony WH-1000XM5 wireless headphones 黑, ENGLISH",
        "Teekanne für zwei, ENGLISH",
        "12345, ENGLISH",
        "'', ENGLISH"
    })
    void theModelIsThatOfTheCharacters(String text, TextModel model) {
        assertThat(TextModel.of(text)).isEqualTo(model);
    }
}
