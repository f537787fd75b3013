package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingContenderTest {
    private static final String MF = "mf:rank=2,passes=80,rate=0.03,regularisation=0.01";

    @TempDir
    private Path folder;

    /** Everybody likes a, nobody b, and c is in between; x comes only after the split. */
    private String ratings() throws IOException {
        StringBuilder text = new StringBuilder("user,item,rating,time\n");
        for (int user = 0; user < 12; user++) {
            text.append("u%d,a,5,2024-01-01%nu%d,b,1,2024-01-02%n".formatted(user, user));
            text.append(user < 6 ? "u%d,c,3,2024-01-03%n".formatted(user) : "u%d,c,3,2024-02-02%n".formatted(user));
        }
        text.append("x,a,5,2024-02-03\nx,b,1,2024-02-03\n");
        return Files.writeString(folder.resolve("ratings.csv"), text).toString();
    }

    @Test
    void whoIsOnlyInTheTestPartIsAnsweredByTheItemsLevels() throws IOException {
        Evaluated evaluated = Evaluated.of(
                folder,
                "--format",
                "ratings",
                "--data",
                ratings(),
                "--split",
                "temporal:2024-02-01",
                "--algorithms",
                MF,
                "--relevant",
                "3",
                "--k",
                "1");

        // The newcomer's a is found at the first place; the others look for c.
        assertThat(evaluated
                        .report()
                        .at("/algorithms/0/slices/history 0/metrics/recall@1/value")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void theRatingsOfSomebodyUnknownArePredictedToo() throws IOException {
        Evaluated evaluated = Evaluated.of(
                folder,
                "--format",
                "ratings",
                "--data",
                ratings(),
                "--split",
                "temporal:2024-02-01",
                "--algorithms",
                MF,
                "--k",
                "1");

        assertThat(evaluated.report().at("/algorithms/0/metrics/rated/value").asDouble())
                .isEqualTo(1);
        assertThat(evaluated.report().at("/algorithms/0/metrics/rmse/value").asDouble())
                .isCloseTo(0, within(0.5));
    }
}
