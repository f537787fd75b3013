package dev.aisle.local.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T00:00:00Z",
                "2026-01-02T01:00:00+01:00",
                "2026-01-02 00:00:00",
                "2026-01-02",
                "1767312000",
                "1767312000000"
            })
    void timesAreReadInTheUsualForms(String text) throws BadRow {
        assertThat(row(text).time("x")).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "02/01/2026", "2026-01-02T25:00:00Z"})
    void whatIsNoTimeIsQuoted(String text) {
        assertThatThrownBy(() -> row(text).time("x")).isInstanceOf(BadRow.class).hasMessageContaining(text);
    }

    @Test
    void wholeNumbersMayBeWrittenWithADecimalPoint() throws BadRow {
        assertThat(row("6.0").whole("x")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "NaN", "1e999999999", "-", "six"})
    void whatIsNoWholeNumberIsRefused(String text) {
        assertThatThrownBy(() -> row(text).whole("x")).isInstanceOf(BadRow.class);
    }

    @Test
    void anIdOfUnreasonableLengthIsRefused() {
        assertThatThrownBy(() -> row("7".repeat(300)).required("x"))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("longer than");
    }

    private static Row row(String cell) {
        return new Row(2, List.of(cell), Map.of("x", 0));
    }
}
