package dev.aisle.algorithms.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OffPolicyTest {
    @Test
    void theFiveChoicesOfTheVectors() {
        JsonNode mini = Vectors.json("ope_vectors.json").get("mini");
        OffPolicy policy = new OffPolicy(mini.get("rows")
                .valueStream()
                .map(row -> new LoggedChoice(
                        row.get("p_log").asDouble(),
                        row.get("p_eval").asDouble(),
                        row.get("r").asDouble(),
                        row.get("q").asDouble(),
                        row.get("dm").asDouble()))
                .toList());

        assertThat(policy.ips().mean()).isCloseTo(mini.get("ips").asDouble(), within(1e-12));
        assertThat(policy.snips()).isCloseTo(mini.get("snips").asDouble(), within(1e-12));
        assertThat(policy.direct()).isCloseTo(mini.get("dm").asDouble(), within(1e-12));
        assertThat(policy.doublyRobust().mean()).isCloseTo(mini.get("dr").asDouble(), within(1e-12));
        assertThat(policy.selfNormalisedDr()).isCloseTo(mini.get("sndr").asDouble(), within(1e-12));
        assertThat(policy.effectiveSampleSize()).isCloseTo(mini.get("ess").asDouble(), within(1e-12));
        assertThat(policy.clippedIps(5).mean()).isCloseTo(mini.get("clipped5").asDouble(), within(1e-12));
        assertThat(policy.clippedIps(2).mean()).isCloseTo(mini.get("clipped2").asDouble(), within(1e-12));
        assertThat(policy.switchDr(2).mean()).isCloseTo(mini.get("switch2").asDouble(), within(1e-12));
        assertThat(policy.trustworthy()).isFalse();
    }

    private static LoggedChoice choice(double propensity, double wanted, double reward) {
        return new LoggedChoice(propensity, wanted, reward, 0, 0);
    }

    @Test
    void propertiesThatOtherEstimatorsState() {
        OffPolicy same = new OffPolicy(
                IntStream.range(0, 10).mapToObj(i -> choice(1, 1, 1)).toList());
        OffPolicy alternating = new OffPolicy(IntStream.range(0, 10_000)
                .mapToObj(i -> i % 2 == 0 ? choice(0.5, 0.8, 1) : choice(0.5, 0.2, 0))
                .toList());

        assertThat(same.ips().mean()).isEqualTo(1);
        assertThat(same.snips()).isEqualTo(1);
        assertThat(alternating.ips().mean()).isCloseTo(0.8, within(1e-9));
        assertThat(0.05 / alternating.ips().error()).isGreaterThan(1.96);
    }

    /** Ten arms whose rates are known, logged at random, asked about a policy that prefers the last. */
    @Test
    void inversePropensitiesAreUnbiasedOnSimulatedLogs() {
        double truth = 0;
        for (int arm = 0; arm < 10; arm++) {
            truth += wanted(arm) * rate(arm);
        }
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        int covered = 0;
        for (int log = 0; log < 400; log++) {
            OffPolicy policy = new OffPolicy(logged(random, 1_000));
            sum += policy.ips().mean();
            covered +=
                    Math.abs(policy.ips().mean() - truth) < 1.96 * policy.ips().error() ? 1 : 0;
        }
        assertThat(sum / 400).isCloseTo(truth, within(0.002));
        assertThat(covered / 400.0).isBetween(0.91, 0.98);
    }

    private static List<LoggedChoice> logged(SplittableRandom random, int size) {
        List<LoggedChoice> log = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            int arm = random.nextInt(10);
            log.add(choice(0.1, wanted(arm), random.nextDouble() < rate(arm) ? 1 : 0));
        }
        return log;
    }

    private static double wanted(int arm) {
        return (arm + 1) / 55.0;
    }

    private static double rate(int arm) {
        return 0.05 + 0.02 * arm;
    }

    /** Two contexts, three arms, logged by weights that differ by context; every estimator is asked about the same policy. */
    @Test
    void everyEstimatorFindsWhatAPolicyEarnsInTheLongRun() {
        double[][] logging = {{0.6, 0.3, 0.1}, {0.2, 0.2, 0.6}};
        double[][] rates = {{0.05, 0.10, 0.20}, {0.30, 0.10, 0.02}};
        double[][] wanted = {{0, 0, 1}, {1, 0, 0}};
        SplittableRandom random = new SplittableRandom(9);
        List<ArmLog.Row> rows = new ArrayList<>();
        for (int n = 0; n < 60_000; n++) {
            int context = random.nextInt(2);
            double at = random.nextDouble();
            double[] own = logging[context];
            int arm = at < own[0] ? 0 : at < own[0] + own[1] ? 1 : 2;
            rows.add(new ArmLog.Row(context, arm, own[arm], random.nextDouble() < rates[context][arm] ? 1 : 0));
        }
        ArmLog log = new ArmLog(3, rows);
        OffPolicy policy = new OffPolicy(log.under(context -> wanted[context]));

        assertThat(policy.ips().mean()).isCloseTo(0.25, within(4 * policy.ips().error()));
        assertThat(policy.snips()).isCloseTo(0.25, within(0.015));
        assertThat(policy.direct()).isCloseTo(0.25, within(0.015));
        assertThat(policy.doublyRobust().mean()).isCloseTo(0.25, within(0.015));
        assertThat(policy.clippedDr(20).mean()).isCloseTo(0.25, within(0.015));
        assertThat(policy.switchDr(20).mean()).isCloseTo(0.25, within(0.015));
        assertThat(policy.gain().mean()).isCloseTo(0.25 - log.mean(), within(0.015));
        assertThat(policy.gain().error()).isLessThan(policy.ips().error());
        assertThat(policy.trustworthy()).isTrue();
    }

    @Test
    void whatWasNeverPossibleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> choice(0, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> choice(0.5, 1.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OffPolicy(List.of()));
    }
}
