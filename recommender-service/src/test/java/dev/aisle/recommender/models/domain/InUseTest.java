package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.InUse.Canary;
import java.time.Instant;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class InUseTest {
    private static final TrainedModel SERVING = SmallShop.named("v1");
    private static final TrainedModel OTHER = SmallShop.named("v2");

    @Test
    void withoutAModelNobodyHasOne() {
        assertThat(InUse.NONE.of("p1")).isNull();
        assertThat(InUse.NONE.all()).isEmpty();
    }

    @Test
    void aCanaryAnswersItsShareOfThePeople() {
        InUse inUse = at(20);

        long share = IntStream.range(0, 20_000)
                .filter(n -> OTHER.equals(inUse.of("person-" + n)))
                .count();

        // Five standard deviations of a binomial with 20,000 and 0.2 are 283.
        assertThat(share).isBetween(4_000L - 283, 4_000L + 283);
    }

    @Test
    void nobodyInParticularIsAnsweredByTheServingModel() {
        assertThat(at(99).of("")).isSameAs(SERVING);
    }

    @Property(tries = 500)
    void aGreaterPercentageTakesNobodyOut(
            @ForAll @NotEmpty String unit,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @IntRange(min = 0, max = 98) int more) {
        boolean in = OTHER.equals(at(percent).of(unit));
        boolean later = OTHER.equals(at(Math.min(99, percent + more)).of(unit));

        assertThat(later || !in).isTrue();
    }

    @Property(tries = 100)
    void aPersonStaysWithAModel(@ForAll String unit, @ForAll @IntRange(min = 1, max = 99) int percent) {
        assertThat(at(percent).of(unit)).isSameAs(at(percent).of(unit));
    }

    private static InUse at(int percent) {
        return new InUse(SERVING, new Canary(OTHER, percent, Instant.EPOCH), null);
    }
}
