package dev.aisle.algorithms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextClassifierTest {
    private static final List<String> PRODUCTS =
            List.of("shoes", "jacket", "phone", "kettle", "lamp", "book", "watch", "tent", "chair", "bag");
    private static final TextClassifier SHOP = TextClassifier.learn(examples());

    private static List<Labelled> examples() {
        List<Labelled> all = new ArrayList<>();
        for (String product : PRODUCTS) {
            all.add(new Labelled("where is my " + product, "delivery"));
            all.add(new Labelled("when does the " + product + " arrive, order 4711", "delivery"));
            all.add(new Labelled("has the " + product + " been shipped yet", "delivery"));
            all.add(new Labelled("I want my money back for the " + product, "refund"));
            all.add(new Labelled("please refund the " + product, "refund"));
            all.add(new Labelled("how do I get a refund for this " + product, "refund"));
            all.add(new Labelled("我的订单什么时候到", "delivery"));
            all.add(new Labelled("包裹到哪里了", "delivery"));
            all.add(new Labelled("我要退款", "refund"));
            all.add(new Labelled("怎么申请退款", "refund"));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "when will order 99812 arrive?, delivery",
        "WHERE IS MY SOFA, delivery",
        "shiped yet??, delivery",
        "refnd please, refund",
        "包裹什么时候到, delivery",
        "想退款, refund"
    })
    void itKnowsAgainWhatIsSaidInOtherWordsAndWithErrors(String text, String label) {
        assertThat(SHOP.guess(text).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is the capital of Peru", "sing me a song", "今天天气怎么样", "🙂🙂", "", "\0", "42"})
    void whatIsLikeNoExampleIsOutOfScope(String text) {
        assertThat(SHOP.guess(text).outOfScope()).isTrue();
    }

    @Test
    void theSameExamplesGiveTheSameClassifier() {
        assertThat(TextClassifier.learn(examples()).guess("refund my tent")).isEqualTo(SHOP.guess("refund my tent"));
    }

    @Test
    void heldOutGuessesDontKnowTheirExample() {
        List<Labelled> examples = new ArrayList<>(examples());
        examples.add(new Labelled("zyxwv", "refund"));

        List<Guess> guesses = TextClassifier.guessHeldOut(examples);

        assertThat(guesses).hasSize(examples.size());
        assertThat(guesses.getLast().confidence()).isLessThan(0.7);
        long right = IntStream.range(0, examples.size())
                .filter(n -> guesses.get(n).label().equals(examples.get(n).label()))
                .count();
        assertThat(right).isGreaterThan(examples.size() * 95 / 100);
    }

    @Test
    void oneLabelIsNoChoice() {
        assertThatThrownBy(() -> TextClassifier.learn(List.of(new Labelled("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two labels");
    }
}
