package dev.aisle.privacy.shared.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedVersionTest {
    @Test
    void withoutTheHeaderEveryVersionWillDo() {
        assertThat(ExpectedVersion.ofHeader(null).matches(0)).isTrue();
        assertThat(ExpectedVersion.ofHeader(null).matches(7)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"v7\" | 7 | true",
                "\"v6\" | 7 | false",
                "\"v6\", \"v7\" | 7 | true",
                "\"v0\" | 0 | true",
                "* | 7 | true",
                "* | 0 | false",
                "W/\"v7\" | 7 | false",
                "v7 | 7 | false",
                "\"v07\" | 7 | false",
                ", | 7 | false"
            })
    void aTagMatchesItsVersionOnly(String header, long version, boolean matches) {
        assertThat(ExpectedVersion.ofHeader(header).matches(version)).isEqualTo(matches);
    }
}
