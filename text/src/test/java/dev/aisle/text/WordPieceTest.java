package dev.aisle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private final WordPiece pieces = new WordPiece(Map.ofEntries(
            Map.entry("[UNK]", 0),
            Map.entry("[CLS]", 1),
            Map.entry("[SEP]", 2),
            Map.entry("tea", 3),
            Map.entry("##pot", 4),
            Map.entry("##s", 5),
            Map.entry("茶", 6),
            Map.entry("壶", 7),
            Map.entry("-", 8),
            Map.entry("cafe", 9)));

    @Test
    void theLongestPieceGoesFirst() {
        assertThat(pieces.encode("Teapots", 10)).containsExactly(1, 3, 4, 5, 2);
    }

    @Test
    void hanCharactersAndMarksStandAlone() {
        assertThat(pieces.encode("茶壶-tea", 10)).containsExactly(1, 6, 7, 8, 3, 2);
    }

    @Test
    void accentsAndControlCharactersCountNothing() {
        assertThat(pieces.encode("Café\u0000\u200b", 10)).containsExactly(1, 9, 2);
    }

    @Test
    void whatHasNoPiecesIsUnknown() {
        assertThat(pieces.encode("coffee \ud83d\ude00", 10)).containsExactly(1, 0, 0, 2);
    }

    @Test
    void aLongTextIsCutBeforeTheMarkOfTheEnd() {
        assertThat(pieces.encode("tea tea tea tea", 4)).containsExactly(1, 3, 3, 2);
    }

    @Test
    void anEmptyTextHasItsTwoMarks() {
        assertThat(pieces.encode(" \t", 4)).containsExactly(1, 2);
    }

    @Test
    void aVocabularyWithoutMarksIsRefused() {
        assertThatThrownBy(() -> new WordPiece(Map.of("tea", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[UNK]");
    }
}
