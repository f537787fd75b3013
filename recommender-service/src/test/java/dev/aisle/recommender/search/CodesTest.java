package dev.aisle.recommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    @ParameterizedTest
    @CsvSource({"AB 12-34, ab1234", "ＡＢ１２, ab12", "4006381333931, 4006381333931", "a–b, ab", "' ', ''"})
    void spacesDashesAndWidthDoNotMatter(String code, String normal) {
        assertThat(Codes.normal(code)).isEqualTo(normal);
    }
}
