package dev.aisle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.recommender.models.domain.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final String[] NEEDED = {"--archive", "a", "--learners", "l", "--out", "o"};

    @Test
    void theRecipeIsTheServicesUnlessSomethingElseIsAskedFor() {
        assertThat(Options.parse(NEEDED).recipe()).isEqualTo(Recipe.USUAL);
        assertThat(with("--recipe", "rank=64,visits.neighbours=0")
                        .recipe()
                        .factors()
                        .rank())
                .isEqualTo(64);
        assertThat(with("--recipe", "visits.neighbours=0").recipe().visits().neighbours())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --depth | 3                | there is no option --depth
            --recipe | size=3          | there is no size, expected some of
            --recipe | rank            | expected KEY=VALUE
            --recipe | rank=many       | expected numbers
            --recipe | rank=0          | rank
            --partitions | -1          | expected 0 to 99999
            --archive | b              | given twice
            """)
    void whatIsWrongIsNamed(String option, String value, String reason) {
        assertThatThrownBy(() -> with(option, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whoLeavesSomethingOutIsToldHowItIsDone() {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        int code = Train.run(
                new String[] {"--archive", "a"}, System.out, new PrintStream(errors, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("train: --learners is missing")
                .contains("train --spark --archive");
    }

    private static Options with(String option, String value) {
        return Options.parse(
                Stream.concat(Stream.of(NEEDED), Stream.of(option, value)).toArray(String[]::new));
    }
}
