package dev.aisle.algorithms.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.offers.StandInAudit.Finding;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandInAuditTest {
    private static final int PEOPLE = 4_000;
    private static final StandInAudit AUDIT = new StandInAudit(0.6);

    private final boolean[] isProtected = new boolean[PEOPLE];
    private final double[] innocent = new double[PEOPLE];
    private final double[] standIn = new double[PEOPLE];
    private final double[] bent = new double[PEOPLE];
    private final double[] weak = new double[PEOPLE];
    private final double[] weakToo = new double[PEOPLE];
    private final double[] weakAlso = new double[PEOPLE];

    StandInAuditTest() {
        SplittableRandom random = new SplittableRandom(11);
        for (int person = 0; person < PEOPLE; person++) {
            isProtected[person] = random.nextBoolean();
            innocent[person] = random.nextGaussian();
            standIn[person] = random.nextGaussian() + (isProtected[person] ? 1 : 0);
            // Both ends are protected, the middle isn't: no straight line sees it.
            bent[person] = isProtected[person] ? random.nextGaussian() * 3 : random.nextGaussian();
            weak[person] = random.nextGaussian() + (isProtected[person] ? 0.3 : 0);
            weakToo[person] = random.nextGaussian() + (isProtected[person] ? 0.3 : 0);
            weakAlso[person] = random.nextGaussian() + (isProtected[person] ? 0.3 : 0);
        }
    }

    @Test
    void whatTellsNothingPasses() {
        Finding finding = AUDIT.of(Map.of("basketSize", innocent), isProtected, 1);

        assertThat(finding.passed()).isTrue();
        assertThat(finding.together()).isCloseTo(0.5, within(0.03));
    }

    @Test
    void aStandInIsNamedAndRefusedAlsoWhenItIsBent() {
        Finding finding = AUDIT.of(Map.of("basketSize", innocent, "shop", standIn, "hour", bent), isProtected, 1);

        assertThat(finding.refused()).containsExactly("hour", "shop");
        // The area of two normal distributions one deviation apart is Φ(1/√2) = .760.
        assertThat(finding.alone().get("shop")).isCloseTo(0.76, within(0.03));
    }

    @Test
    void whatOnlyTogetherTellsItIsRefusedTogether() {
        Finding finding = AUDIT.of(Map.of("a", weak, "b", weakToo, "c", weakAlso), isProtected, 1);

        assertThat(finding.alone().values()).allSatisfy(area -> assertThat(area).isLessThan(0.6));
        assertThat(finding.together()).isGreaterThan(0.6);
        assertThat(finding.refused()).containsExactly("a", "b", "c");
    }

    @Test
    void aProtectedAttributeIsRefusedByItsNameWhateverItTells() {
        assertThat(AUDIT.of(Map.of("Gender", innocent), isProtected, 1).refused())
                .containsExactly("Gender");
    }

    @Test
    void aThresholdThatRefusesGuessingIsNone() {
        assertThatThrownBy(() -> new StandInAudit(0.5)).hasMessageStartingWith("threshold:");
        assertThatThrownBy(() -> AUDIT.of(Map.of("a", new double[1]), isProtected, 1))
                .hasMessageStartingWith("a:");
    }
}
