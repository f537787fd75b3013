package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.experiment.Arm;
import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.CovariateSums;
import dev.aisle.algorithms.experiment.Cuped;
import dev.aisle.algorithms.experiment.Cuped.RelativeVariance;
import dev.aisle.algorithms.experiment.Difference;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.QuantileArm;
import dev.aisle.algorithms.experiment.RatioSums;
import dev.aisle.algorithms.experiment.Sums;
import java.util.Optional;

/** The two arms of a comparison, as sums. What is read besides n and sum says which kind of metric it is. */
final class ExperimentArms {
    private final Input input;
    private final boolean proportion;

    ExperimentArms(Input input) {
        this.input = input;
        this.proportion =
                input.optionalText("metric").filter("proportion"::equals).isPresent();
    }

    /** The effect of the treatment; empty when there is nothing to compare. */
    Optional<Effect> effect() {
        JsonNode treated = input.required("treatment");
        JsonNode control = input.required("control");
        if (treated.has("cov_sum") && treated.has("denominator_sum")) {
            return Cuped.ofRatio(
                    ratio("treatment", treated), ratio("control", control), difference(), relativeVariance());
        }
        if (treated.has("cov_sum")) {
            return Cuped.of(
                    covariate("treatment", treated), covariate("control", control), difference(), relativeVariance());
        }
        return Effect.of(arm("treatment", treated), arm("control", control), difference());
    }

    /** The effect on a quantile. */
    Optional<Effect> ofQuantiles() {
        return Effect.of(
                quantile("treatment", input.required("treatment")),
                quantile("control", input.required("control")),
                difference());
    }

    private static Arm quantile(String name, JsonNode arm) {
        double lower = number(name, arm, "quantile_lower");
        double upper = number(name, arm, "quantile_upper");
        if (upper < lower) {
            throw new InvalidInputException(name + ".quantile_upper", "expected at least quantile_lower");
        }
        return new QuantileArm(whole(name, arm, "n"), number(name, arm, "quantile_hat"), lower, upper).arm();
    }

    /** All sums of a ratio and of what it was before. */
    private static ArmSums ratio(String name, JsonNode arm) {
        Sums x = sums(name, arm, "");
        Sums y = sums(name, arm, "denominator_");
        Sums b = sums(name, arm, "cov_");
        Sums c = sums(name, arm, "cov_denominator_");
        return new ArmSums(
                x.n(),
                x.sum(),
                y.sum(),
                b.sum(),
                c.sum(),
                x.squares(),
                y.squares(),
                b.squares(),
                c.squares(),
                number(name, arm, "sum_product"),
                number(name, arm, "main_cov_product"),
                number(name, arm, "main_cov_denominator_product"),
                number(name, arm, "denominator_cov_product"),
                number(name, arm, "denominator_cov_denominator_product"),
                number(name, arm, "cov_sum_product"));
    }

    long units() {
        return whole("treatment", input.required("treatment"), "n") + whole("control", input.required("control"), "n");
    }

    private Difference difference() {
        return input.optionalText("difference")
                .map(name -> Choices.of("difference", name, Difference.class))
                .orElse(Difference.RELATIVE);
    }

    private RelativeVariance relativeVariance() {
        return input.optionalText("relative_variance")
                .map(name -> Choices.of("relative_variance", name, RelativeVariance.class))
                .orElse(RelativeVariance.EXACT);
    }

    private Arm arm(String name, JsonNode arm) {
        if (arm.has("denominator_sum")) {
            return new RatioSums(sums(name, arm, ""), sums(name, arm, "denominator_"), number(name, arm, "sum_product"))
                    .arm();
        }
        if (proportion) {
            long n = whole(name, arm, "n");
            double yes = number(name, arm, "sum");
            if (yes < 0 || yes > n) {
                throw new InvalidInputException(name + ".sum", "expected 0 to n of a proportion");
            }
            return Arm.ofYes(n, yes);
        }
        return Arm.of(sums(name, arm, ""));
    }

    private static CovariateSums covariate(String name, JsonNode arm) {
        return new CovariateSums(sums(name, arm, ""), sums(name, arm, "cov_"), number(name, arm, "sum_product"));
    }

    private static Sums sums(String name, JsonNode arm, String prefix) {
        double squares = number(name, arm, prefix + "sum_squares");
        long n = whole(name, arm, "n");
        double sum = number(name, arm, prefix + "sum");
        if (squares < 0 || (n > 0 && squares * n < sum * sum * (1 - 1e-12))) {
            throw new InvalidInputException(
                    name + "." + prefix + "sum_squares", "too small: no " + n + " numbers have this sum");
        }
        return new Sums(n, sum, squares);
    }

    private static double number(String name, JsonNode arm, String field) {
        return Numbers.number(name + "." + field, there(name, arm, field));
    }

    private static long whole(String name, JsonNode arm, String field) {
        long value = Numbers.whole(name + "." + field, there(name, arm, field));
        if (value < 0) {
            throw new InvalidInputException(name + "." + field, "expected 0 or more");
        }
        return value;
    }

    private static JsonNode there(String name, JsonNode arm, String field) {
        JsonNode value = arm.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new InvalidInputException(name + "." + field, "missing");
        }
        return value;
    }
}
