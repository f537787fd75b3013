package dev.aisle.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictBodiesTest {
    private static final ObjectMapper STRICT = StrictBodies.strict(new ObjectMapper());

    record Line(
            long price,
            @Nullable Integer quantity,
            boolean gift,
            double weight,
            @Nullable BigDecimal rate) {}

    record Basket(List<Line> lines) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "price":10.5       | price    | expected a whole number; amounts are in minor units (cents), such as 1050 for 10.50
            "price":"10"       | price    | expected a whole number
            "price":""         | price    | expected a whole number
            "price":true       | price    | expected a whole number
            "quantity":2.0     | quantity | expected a whole number; amounts are in minor units (cents), such as 1050 for 10.50
            "quantity":"2"     | quantity | expected a whole number
            "gift":1           | gift     | expected true or false
            "gift":"true"      | gift     | expected true or false
            "gift":true        | price    | expected a whole number
            "price":null       | price    | expected a whole number
            "price":1          | weight   | expected a number
            "weight":"1.5"     | weight   | expected a number
            "rate":"1.5"       | rate     | expected a number
            "price":1,"weight":1,"qantity":2 | qantity | there is no such field, did you mean quantity? known are
            "price":1,"weight":1,"jurisdiction":2 | jurisdiction | there is no such field; known are
            """)
    void whatIsNotAsItShouldBeIsToldByFieldAndPlace(String member, String field, String message) {
        Problem problem = problemOf("{\"lines\":[{" + member + "}]}");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("lines[0]." + field);
            assertThat(error.pointer()).isEqualTo("#/lines/0/" + field);
            assertThat(error.message()).startsWith(message);
        });
    }

    @Test
    void whatIsAsItShouldBeIsReadWithAByteOrderMarkToo() throws Exception {
        byte[] body = "\uFEFF{\"lines\":[{\"price\":1050,\"quantity\":2,\"gift\":true,\"weight\":1,\"rate\":0.5}]}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(STRICT.readValue(body, Basket.class).lines())
                .containsExactly(new Line(1050, 2, true, 1, new BigDecimal("0.5")));
    }

    @Test
    void onlyAFlagMayBeMissing() throws Exception {
        assertThat(STRICT.readValue("{\"lines\":[{\"price\":1,\"weight\":2}]}", Basket.class)
                        .lines())
                .containsExactly(new Line(1, null, false, 2, null));
    }

    @Test
    void aBodyThatIsNotThereIsReadAsOneWithoutFields() {
        StrictBodies bodies = new StrictBodies(new ObjectMapper());

        assertThat(bodies.readOrEmpty(null, Basket.class)).isEqualTo(bodies.readOrEmpty("\uFEFF{}", Basket.class));
        assertThat(bodies.readOrEmpty(" ", Basket.class)).isEqualTo(bodies.readOrEmpty("null", Basket.class));
    }

    private static Problem problemOf(String body) {
        MismatchedInputException failure =
                catchThrowableOfType(MismatchedInputException.class, () -> STRICT.readValue(body, Basket.class));
        return (Problem) new ProblemMappers().map(failure).getEntity();
    }
}
