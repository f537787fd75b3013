package dev.aisle.profile.people.values.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RememberedTest {
    @Property
    void saysWhatTheFunctionSaysHoweverManyQuestionsCame(
            @ForAll List<@IntRange(max = 20) Integer> questions, @ForAll @IntRange(min = 1, max = 5) int most) {
        Remembered<Integer, String> remembered = new Remembered<>(question -> "answer " + question, most);

        for (int question : questions) {
            assertThat(remembered.of(question)).isEqualTo("answer " + question);
        }
    }

    @Test
    void asksOnceForWhatIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        Remembered<String, Integer> remembered = new Remembered<>(_ -> asked.incrementAndGet(), 2);

        assertThat(remembered.of("a")).isEqualTo(remembered.of("a")).isEqualTo(1);
        assertThat(remembered.of("b")).isEqualTo(2);
        assertThat(remembered.of("c")).isEqualTo(3);
        assertThat(remembered.of("a")).isEqualTo(4);
    }
}
