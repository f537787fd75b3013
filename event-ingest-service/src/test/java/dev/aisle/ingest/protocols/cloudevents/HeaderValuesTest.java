package dev.aisle.ingest.protocols.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain               | plain
            Euro%20%E2%82%AC    | Euro €
            %F0%9F%98%80        | 😀
            %2520               | %20
            100%                | 100%
            50%zz               | 50%zz
            "quoted"            | quoted
            "a \\"b\\""         | a "b"
            """)
    void valuesAreUnquotedAndThenDecodedOnce(String header, String value) {
        assertThat(HeaderValues.decode(header)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C0%A0", "%FF", "%E2%82", "%ED%A0%80", "a%C0%80b"})
    void whatIsNoUtf8IsRefused(String header) {
        assertThat(HeaderValues.decode(header)).isEmpty();
    }

    @Test
    void aSecondRoundIsNeverMade() {
        assertThat(HeaderValues.decode("%25C0%25A0")).contains("%C0%A0");
    }
}
