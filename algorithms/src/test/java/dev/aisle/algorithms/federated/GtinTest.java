package dev.aisle.algorithms.federated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    /** The first is GS1's own example of a check digit, 6291041500213; the others are printed on well-known goods. */
    @ParameterizedTest
    @CsvSource({
        "6291041500213, 06291041500213",
        "4006381333931, 04006381333931",
        "036000291452, 00036000291452",
        "73513537, 00000073513537",
        "10614141543219, 10614141543219"
    })
    void everyLengthHasOneForm(String printed, String normal) {
        assertThat(Gtin.of(printed).orElseThrow().digits()).isEqualTo(normal);
    }

    @Test
    void aUpcAndTheSameNumberAsEanAreOneProduct() {
        assertThat(Gtin.of("0036000291452")).isEqualTo(Gtin.of("036000291452"));
        assertThat(Gtin.of("4-006381-333931")).isEqualTo(Gtin.of("4006381333931"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6291041500214",
                "629104150021",
                "62910415002133",
                "629104150021X",
                "0000000000000",
                "٦٢٩١٠٤١٥"
            })
    void whatHasAWrongCheckDigitOrLengthIsNone(String text) {
        assertThat(Gtin.of(text)).isEmpty();
    }
}
