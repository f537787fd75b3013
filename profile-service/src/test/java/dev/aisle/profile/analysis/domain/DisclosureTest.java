package dev.aisle.profile.analysis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.profile.analysis.domain.disclosure.Complement;
import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
import dev.aisle.profile.analysis.domain.disclosure.DurationHistogram;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private final Disclosure disclosure = new Disclosure(KThreshold.DEFAULT);

    @Property
    void aCountIsToldFromKOnAndNeverFurtherOffThanTheRounding(@ForAll @LongRange(min = 0, max = 10_000) long people) {
        Figure figure = disclosure.people(people);

        assertThat(figure.isTold()).isEqualTo(people >= 20);
        if (figure.value() != null) {
            assertThat(figure.value() % 5).isZero();
            assertThat(Math.abs(figure.value() - people)).isLessThanOrEqualTo(2.5);
        }
    }

    @Property
    void onePersonMoreMakesNoneOrAWholeStepOfDifference(@ForAll @LongRange(min = 20, max = 10_000) long people) {
        Double before = disclosure.people(people).value();
        Double after = disclosure.people(people + 1).value();

        assertThat(after).isNotNull();
        assertThat(before).isNotNull();
        assertThat(after - before).isIn(0.0, 5.0);
    }

    @Property
    void anAmountIsAsCoarseAsWhatAQuarterOfKPeopleContribute(
            @ForAll @LongRange(min = 1, max = 100_000_000) long amount,
            @ForAll @LongRange(min = 20, max = 10_000) long people) {
        Double told = disclosure.amount((double) amount, people).value();

        assertThat(told).isNotNull();
        assertThat(Math.abs(told - amount)).isLessThanOrEqualTo(.5 * 5 * amount / people * (1 + 1e-9));
    }

    @Test
    void anAmountOfFewIsWithheldHoweverLargeItIs() {
        assertThat(disclosure.amount(1e9, 19).isTold()).isFalse();
        assertThat(disclosure.amount(0, 20).value()).isZero();
        assertThat(disclosure.amount(123_456, 1_000).value()).isEqualTo(123_500);
    }

    @Property
    void withheldPartsAreNobodyOrKTogether(@ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> parts) {
        long[] people = parts.stream().mapToLong(Integer::longValue).toArray();
        boolean[] told = new boolean[people.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = people[i] >= 20;
        }
        boolean[] first = told.clone();

        Complement.ofDisjoint(KThreshold.DEFAULT).apply(told, people);

        long withheld = 0;
        for (int i = 0; i < told.length; i++) {
            withheld += told[i] ? 0 : people[i];
            assertThat(told[i] && !first[i]).isFalse();
        }
        boolean noneLeft = !Arrays.asList(boxed(told)).contains(true);
        assertThat(withheld == 0 || withheld >= 20 || noneLeft).isTrue();
    }

    private static Boolean[] boxed(boolean[] values) {
        Boolean[] boxed = new Boolean[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return boxed;
    }

    @Property
    void aQuantileIsThatOfTheSortedTimesWithinTheWidthOfAClass(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 1_000_000) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        DurationHistogram histogram = new DurationHistogram();
        DurationHistogram second = new DurationHistogram();
        for (int i = 0; i < seconds.size(); i++) {
            (i % 2 == 0 ? histogram : second).add(Duration.ofSeconds(seconds.get(i)));
        }
        histogram.add(second);

        double exact = seconds.stream()
                .sorted()
                .skip((long) Math.ceil(percent / 100.0 * seconds.size()) - 1)
                .findFirst()
                .orElseThrow();
        assertThat(histogram.quantile(percent / 100.0)).isBetween(exact / 1.0251, exact * 1.0251);
    }
}
