package dev.aisle.algorithms.customers.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.customers.Cdnow;
import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.LifetimeFit;
import dev.aisle.algorithms.customers.lifetime.Nbd;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
    /** What CDNOW gives. */
    private static final LifeCycle STAGES = new LifeCycle(BetaGeometric.mbgNbd(0.525, 6.183, 0.891, 1.614));

    private static LifeStage stage(long today, long... days) {
        PurchaseSpan span = PurchaseSpan.NONE;
        for (long day : days) {
            span = span.add(day);
        }
        return STAGES.stage(span, today, 7);
    }

    @Test
    void aLifeFromNewToWonBack() {
        assertThat(stage(10, 0)).isEqualTo(LifeStage.NEW);
        assertThat(stage(70, 0, 20, 40, 60)).isEqualTo(LifeStage.ACTIVE);
        assertThat(stage(150, 0, 20, 40, 60)).isEqualTo(LifeStage.AT_RISK);
        assertThat(stage(500, 0, 20, 40, 60)).isEqualTo(LifeStage.LAPSED);
        assertThat(stage(500, 0, 20, 40, 60, 499)).isEqualTo(LifeStage.WON_BACK);
        assertThat(stage(520, 0, 20, 40, 60, 499, 515)).isEqualTo(LifeStage.ACTIVE);
    }

    @Test
    void theSameSilenceSaysMoreOfWhoCameOften() {
        assertThat(stage(160, 0, 14, 28, 42, 56, 70)).isEqualTo(LifeStage.LAPSED);
        assertThat(stage(160, 0, 70)).isEqualTo(LifeStage.ACTIVE);
    }

    /** Among those who came again; the others have their own, lower rate of coming at all. */
    @Test
    void inTheHoldoutOfCdnowTheStagesComeTrue() {
        LifeCycle stages = new LifeCycle(LifetimeFit.mbgNbd(Cdnow.calibration()).model());
        Map<LifeStage, long[]> boughtOf = new EnumMap<>(LifeStage.class);
        Cdnow.CUSTOMERS.forEach((id, days) -> {
            PurchaseSpan span = Cdnow.span(days, Cdnow.CALIBRATION_END);
            if (span.count() == 1) {
                return;
            }
            long[] counts = boughtOf.computeIfAbsent(
                    stages.stage(span, Cdnow.CALIBRATION_END, Cdnow.WEEK), stage -> new long[2]);
            counts[0] += Cdnow.holdout(id) > 0 ? 1 : 0;
            counts[1]++;
        });

        double active = share(boughtOf.get(LifeStage.ACTIVE));
        double atRisk = share(boughtOf.get(LifeStage.AT_RISK));
        double lapsed = share(boughtOf.get(LifeStage.LAPSED));
        assertThat(active).isGreaterThan(1.3 * atRisk);
        assertThat(atRisk).isGreaterThan(1.3 * lapsed);
    }

    private static double share(long[] counts) {
        assertThat(counts[1]).isGreaterThan(20);
        return (double) counts[0] / counts[1];
    }

    @Test
    void aModelInWhichOneTimeBuyersStayForEverIsRefused() {
        assertThatThrownBy(() -> new LifeCycle(BetaGeometric.bgNbd(1, 1, 1, 1))).hasMessageContaining("MBG/NBD");
        assertThatThrownBy(() -> new LifeCycle(new Nbd(1, 1))).hasMessageContaining("MBG/NBD");
        assertThatThrownBy(() -> new LifeCycle(BetaGeometric.mbgNbd(1, 1, 1, 1), 0.2, 0.4))
                .hasMessageContaining("bounds:");
    }
}
