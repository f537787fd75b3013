package dev.aisle.privacy.shared.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Holding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words in which a person reads the data map. */
class WordsTest {
    private static Stream<String> texts() {
        return DataMap.places().stream()
                .map(DataMap.Place::holding)
                .filter(holding ->
                        !holding.getTable().isEmpty() || !holding.getStore().isEmpty())
                .flatMap((Holding holding) ->
                        Stream.of(holding.getSection(), holding.getSource(), holding.getStaysBecause()))
                .filter(text -> !text.isEmpty())
                .distinct();
    }

    @Test
    void everyTextOfTheDataMapHasChineseWords() {
        Words chinese = Words.of(List.of(Locale.SIMPLIFIED_CHINESE));

        assertThat(texts())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(chinese.told(text)).as(text).isNotEqualTo(text));
    }

    @Test
    void inEnglishItReadsAsItStands() {
        Words english = Words.of(List.of(Locale.UK));

        assertThat(texts()).allSatisfy(text -> assertThat(english.told(text)).isEqualTo(text));
    }
}
