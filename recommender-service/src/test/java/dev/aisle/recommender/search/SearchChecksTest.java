package dev.aisle.recommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchChecksTest {
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("query", "", 10, 0),
                Arguments.of("query", " \t ", 10, 0),
                Arguments.of("query", "x".repeat(201), 10, 0),
                Arguments.of("query", "tea\u0000pot", 10, 0),
                Arguments.of("query", "tea\u0085pot", 10, 0),
                Arguments.of("query", "tea\ud83d", 10, 0),
                Arguments.of("size", "tea", 0, 0),
                Arguments.of("size", "tea", 101, 0),
                Arguments.of("offset", "tea", 10, -1),
                Arguments.of("offset", "tea", 10, 1001));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCanNotBeSearchedNamesItsField(String field, String text, int size, int offset) {
        assertThat(SearchChecks.violations(text, size, offset)).containsOnlyKeys(field);
    }

    @Test
    void anyOtherTextIsSearched() {
        assertThat(SearchChecks.violations("茶壶 \ud83d\ude00 \"AND\" (*:*) ~ \\", 100, 1000))
                .isEmpty();
    }
}
