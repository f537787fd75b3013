package dev.aisle.algorithms.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private final Spelling spelling = new Spelling(
            Map.of("the", 0, "order", 1, "house", 2, "horse", 3, "want", 4, "wand", 5),
            Map.of("return", 0, "delivery", 1, "parcel", 2, "cost", 3));

    @ParameterizedTest
    @CsvSource({
        "retrun, return", // swapped
        "delivry, delivery", // left out
        "parcell, parcel", // put in
        "pqrcel, parcel", // another one
        "devliery, delivery", // swapped in a long word
        "dleivrey, delivery", // two edits
        "teh, the",
        "huose, house",
    })
    void oneMistypedWordIsPutRight(String mistyped, String right) {
        assertThat(spelling.correct("my " + mistyped + "!")).isEqualTo("my " + right + "!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "return", "Delivery", "xy", "qqqqqqqq", "HS20417", "退货 retur9", "😀"})
    void whatIsKnownOrNearNothingStays(String text) {
        assertThat(spelling.correct(text)).isEqualTo(text);
    }

    @Test
    void aWordOfTheFieldWinsOverACommonerOne() {
        Spelling both = new Spelling(Map.of("cast", 0), Map.of("cost", 9));

        assertThat(both.correct("csst")).isEqualTo("cost");
    }
}
