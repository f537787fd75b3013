package dev.aisle.algorithms.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsAreLettersAndDigitsInLowerCase() {
        assertThat(Words.of("Crème BRÛLÉE, 2×100 g (ﬁne)")).containsExactly("crème", "brûlée", "2", "100", "g", "fine");
    }

    @Test
    void chineseGivesPairsOfCharacters() {
        assertThat(Words.of("华为手机壳 Mate60")).containsExactly("华为", "为手", "手机", "机壳", "mate60");
        assertThat(Words.of("茶")).containsExactly("茶");
        assertThat(Words.of("绿茶,Tea袋")).containsExactly("绿茶", "tea", "袋");
    }

    @Test
    void otherScriptsAreWordsOrPairsToo() {
        assertThat(Words.of("чёрный чай")).containsExactly("чёрный", "чай");
        assertThat(Words.of("हिन्दी किताब")).containsExactly("हिन्दी", "किताब");
        assertThat(Words.of("お茶を")).containsExactly("お茶", "茶を");
        assertThat(Words.of("コーヒー2杯")).containsExactly("コー", "ーヒ", "ヒー", "2", "杯");
        assertThat(Words.of("유기농 녹차")).containsExactly("유기농", "녹차");
        assertThat(Words.of("𠮷野家")).containsExactly("𠮷野", "野家");
    }

    @Property(tries = 500)
    void anyTextGivesWordsWithoutSpaces(@ForAll String text) {
        assertThat(Words.of(text))
                .allSatisfy(word -> assertThat(word).isNotBlank().doesNotContain(" "));
    }
}
