package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.recommend.Ease;
import dev.aisle.algorithms.sequence.SequentialRules;
import dev.aisle.compute.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {
    @TempDir
    private Path folder;

    /** People walk along a ring of items, now and then jumping. */
    private String walks(int people) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder();
        for (int person = 0; person < people; person++) {
            text.append('u').append(person);
            int at = random.nextInt(40);
            for (int step = 0; step < 8; step++) {
                text.append(" i").append(at);
                at = random.nextInt(4) == 0 ? random.nextInt(40) : (at + 1) % 40;
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("walks.txt"), text).toString();
    }

    @Test
    void manySettingsAreHalvedOnAGrowingShareOfThePeople() throws IOException {
        Evaluated evaluated = Evaluated.of(
                folder, "--format", "ordered", "--data", walks(1_200), "--algorithms", "sr:tune=18", "--k", "5");

        JsonNode validation = evaluated.report().at("/algorithms/0/validation");
        assertThat(validation.get("method").asText()).isEqualTo("successive halving");
        assertThat(validation.get("trials").asInt()).isEqualTo(18);
        assertThat(validation.get("metric").asText()).isEqualTo("ndcg@5");
        assertThat(validation.get("value").asDouble()).isBetween(0.3, 1.0);
        assertThat(evaluated.shell().err()).contains("on 11 %", "on 33 %", "on 100 %");
    }

    @Test
    void fewPeopleSeeAllSettings() throws IOException {
        Evaluated evaluated = Evaluated.of(
                folder, "--format", "ordered", "--data", walks(100), "--algorithms", "sr:tune=12", "--k", "5");

        assertThat(evaluated.report().at("/algorithms/0/validation/method").asText())
                .isEqualTo("random search");
        assertThat(evaluated.shell().err()).doesNotContain("on 11 %");
    }

    @Test
    void theReportHoldsWhatWasTriedAndTheWinnerIsTheBestOfIt() throws IOException {
        Evaluated evaluated = Evaluated.of(
                folder, "--format", "ordered", "--data", walks(100), "--algorithms", "sr:tune=5", "--k", "5");

        JsonNode validation = evaluated.report().at("/algorithms/0/validation");
        JsonNode tried = validation.get("tried");
        assertThat(tried).hasSize(5);
        assertThat(tried.get(0).at("/parameters/steps").asInt())
                .isEqualTo(SequentialRules.withDefaults().steps());
        JsonNode best = tried.valueStream()
                .max(Comparator.comparingDouble(one -> one.get("value").asDouble()))
                .orElseThrow();
        assertThat(best.get("value").asDouble())
                .isEqualTo(validation.get("value").asDouble());
        assertThat(best.get("parameters")).isEqualTo(evaluated.report().at("/algorithms/0/parameters"));
        assertThat(evaluated.shell().err()).contains("setting 1 of 5", "setting 5 of 5", "the best so far");
    }

    @Test
    void networksAreTriedWithAFifthOfTheirEpochsAndTrainedInFull() {
        AlgorithmSpec spec = AlgorithmSpec.parseAll("sasrec:epochs=40,tune=3").getFirst();

        assertThat(epochs(spec)).isEqualTo(40);
        assertThat(epochs(spec.hurried())).isEqualTo(8);
        assertThat(spec.hurried().parameters()).isEqualTo(spec.parameters());
        AlgorithmSpec other = AlgorithmSpec.parseAll("sr:tune=3").getFirst();
        assertThat(other.hurried()).isEqualTo(other);
    }

    private static int epochs(AlgorithmSpec spec) {
        return ((DeepContender) spec.contender()).algorithm().plan().epochs();
    }

    @Test
    void theWinnerIsNoWorseThanTheDefaultsOnTheValidationPart() throws IOException {
        String file = walks(300);
        Dataset data = Evaluated.data("--format", "ordered", "--data", file);
        Dataset validation = data.validation().of(1, 1);
        int[] cutoffs = {5};
        AlgorithmSpec plain = AlgorithmSpec.parseAll("vmisknn").getFirst();
        Evaluated evaluated = Evaluated.of(
                folder, "--format", "ordered", "--data", file, "--algorithms", "vmisknn:tune=8", "--k", "5");

        double defaults = Recommendation.of(validation, plain, cutoffs, System.err).lists().stream()
                .mapToDouble(list -> AccuracyMetric.NDCG.of(list, 5))
                .average()
                .orElseThrow();
        assertThat(evaluated.report().at("/algorithms/0/validation/value").asDouble())
                .isGreaterThanOrEqualTo(defaults);
    }

    @Test
    void matrixFactorisationIsTunedOnTheErrorOfItsRatings() throws IOException {
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int user = 0; user < 20; user++) {
            for (int item = 0; item < 10; item++) {
                text.append(user)
                        .append(',')
                        .append(item)
                        .append(',')
                        .append(1 + (user + item) % 5)
                        .append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("r.csv"), text);

        Evaluated evaluated = Evaluated.of(
                folder, "--format", "ratings", "--data", file.toString(), "--algorithms", "mf:tune=4", "--k", "5");

        assertThat(evaluated.report().at("/algorithms/0/validation/metric").asText())
                .isEqualTo("rmse");
        assertThat(evaluated.report().at("/algorithms/0/validation/value").asDouble())
                .isPositive();
    }

    @Test
    void whereNothingIsLeftToValidateOnThatIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("o.txt"), "u a b\nv b a\n");

        Shell shell = Shell.run(
                "", "evaluate", "--format", "ordered", "--data", file.toString(), "--algorithms", "sr:tune=3");

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("sr:tune=3: the training part is too small for a search");
    }

    @Test
    void easeIsRefusedWithTheMemoryThatItNeedsAndPassedOverWhenItWouldTakeLong() throws IOException {
        Path file = Files.writeString(folder.resolve("o.txt"), "u a b\nv b a c\n");
        Dataset data = Evaluated.data("--format", "ordered", "--data", file.toString());

        assertThat(new EaseContender(new Ease(100, 50, 1)).refusal(data).orElseThrow())
                .contains("3 items need 0 MB, and 0 MB may be used");
        assertThat(new EaseContender(new Ease(100, 1 << 20, 1)).refusal(data)).isEmpty();
        StringBuilder many = new StringBuilder("u a b");
        for (int item = 0; item < 12_000; item++) {
            many.append(" i").append(item);
        }
        Path wide = Files.writeString(folder.resolve("w.txt"), many + "\nv b i1 i2\n");
        assertThat(new EaseContender(new Ease(100, 1 << 20, 1))
                        .reluctance(Evaluated.data("--format", "ordered", "--data", wide.toString())))
                .isEmpty();
        for (int person = 0; person < 7_000; person++) {
            many.append("\nv").append(person).append(" b i1 i2");
        }
        Path large = Files.writeString(folder.resolve("l.txt"), many.append('\n'));
        assertThat(new EaseContender(new Ease(100, 1 << 20, 1))
                        .reluctance(Evaluated.data("--format", "ordered", "--data", large.toString()))
                        .orElseThrow())
                .startsWith("12,002 items take it 3.5 trillion multiplications");
    }
}
