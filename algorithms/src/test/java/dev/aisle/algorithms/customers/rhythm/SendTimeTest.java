package dev.aisle.algorithms.customers.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.rhythm.SendTime.SendHour;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SendTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static BitSet always() {
        BitSet hours = new BitSet();
        hours.set(0, WeekProfile.HOURS);
        return hours;
    }

    private static WeekProfile seen(int hourOfWeek, int times) {
        int[] counts = new int[WeekProfile.HOURS];
        counts[hourOfWeek] = times;
        return new WeekProfile(counts);
    }

    @Property(tries = 200)
    void anyOrderAndAnySplitGiveTheSameState(
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 2_000_000_000L) Long> seconds) {
        WeekProfile forwards = WeekProfile.NONE;
        WeekProfile even = WeekProfile.NONE;
        WeekProfile odd = WeekProfile.NONE;
        for (long second : seconds) {
            forwards = forwards.add(Instant.ofEpochSecond(second), BERLIN);
        }
        for (long second : seconds.reversed()) {
            Instant moment = Instant.ofEpochSecond(second);
            even = second % 2 == 0 ? even.add(moment, BERLIN) : even;
            odd = second % 2 == 0 ? odd : odd.add(moment, BERLIN);
        }

        assertThat(even.merge(odd)).isEqualTo(odd.merge(even)).isEqualTo(forwards);
        assertThat(forwards.total()).isEqualTo(seconds.size());
    }

    @Property(tries = 200)
    void probabilitiesSumToOne(@ForAll @IntRange(max = 167) int hour, @ForAll @IntRange(max = 10_000) int times) {
        SendTime shop = new SendTime(seen(30, 500).merge(seen(100, 300)), SendTime.USUAL_PULL);

        double[] probabilities = shop.probabilities(seen(hour, times));

        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(probabilities).min().orElseThrow()).isPositive();
    }

    @Test
    void hoursAreThoseOfThePersonsClock() {
        Instant moment = Instant.parse("2026-07-06T22:30:00Z");

        assertThat(WeekProfile.hourOfWeek(moment, UTC)).isEqualTo(22);
        assertThat(WeekProfile.hourOfWeek(moment, BERLIN)).isEqualTo(24);
        assertThat(WeekProfile.hourOfWeek(moment, ZoneId.of("Asia/Kolkata"))).isEqualTo(28);
    }

    @Test
    void aStrangerIsWrittenToWhenTheShopIsFullAndAFriendInTheirOwnHour() {
        SendTime shop = new SendTime(seen(44, 1000), SendTime.USUAL_PULL);

        assertThat(shop.best(WeekProfile.NONE, always()))
                .map(SendHour::hourOfWeek)
                .contains(44);
        assertThat(shop.best(seen(103, 200), always()))
                .map(SendHour::hourOfWeek)
                .contains(103);
    }

    @Test
    void theHourOfDayIsLearntAcrossTheDays() {
        SendTime shop = new SendTime(WeekProfile.NONE, 20);
        WeekProfile person =
                seen(9, 2).merge(seen(24 + 9, 2)).merge(seen(48 + 9, 2)).merge(seen(72 + 9, 2));

        double[] probabilities = shop.probabilities(person);

        // Friday at nine was never seen, Friday at fifteen neither.
        assertThat(probabilities[4 * 24 + 9]).isGreaterThan(2 * probabilities[4 * 24 + 15]);
    }

    @Test
    void theBestHourOfSimulatedPeopleIsFoundFromFewSightings() {
        SplittableRandom random = new SplittableRandom(1);
        int near = 0;
        for (int person = 0; person < 300; person++) {
            int hourOfDay = random.nextInt(24);
            int[] counts = new int[WeekProfile.HOURS];
            for (int n = 0; n < 25; n++) {
                int hour = random.nextInt(4) == 0 ? random.nextInt(24) : hourOfDay;
                counts[random.nextInt(7) * 24 + hour]++;
            }
            int found = new SendTime(WeekProfile.NONE, 20)
                            .best(new WeekProfile(counts), always())
                            .orElseThrow()
                            .hourOfWeek()
                    % 24;
            int off = Math.floorMod(found - hourOfDay, 24);
            near += Math.min(off, 24 - off) <= 1 ? 1 : 0;
        }

        assertThat(near).isGreaterThan(290);
    }

    @Test
    void whatIsNotAllowedIsNotChosen() {
        SendTime shop = new SendTime(seen(2, 1000), 20);
        BitSet daytime = always();
        daytime.clear(0, 9);

        assertThat(shop.best(seen(3, 50), daytime))
                .map(SendHour::hourOfWeek)
                .hasValueSatisfying(hour -> assertThat(hour).isGreaterThanOrEqualTo(9));
        assertThat(shop.best(seen(3, 50), new BitSet())).isEmpty();
    }

    @Test
    void theNextHourIsRightOnTheDaysWhenTheClocksChange() {
        SendHour sundayAtTwo = new SendHour(6 * 24 + 2, 0.1);
        SendHour sundayAtNine = new SendHour(6 * 24 + 9, 0.1);

        assertThat(sundayAtTwo.next(Instant.parse("2026-03-27T12:00:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(sundayAtNine.next(Instant.parse("2026-03-27T12:00:00Z"), BERLIN))
                .isEqualTo("2026-03-29T07:00:00Z");
        assertThat(sundayAtNine.next(Instant.parse("2026-10-25T08:00:00Z"), BERLIN))
                .isEqualTo("2026-10-25T08:00:00Z");
        assertThat(sundayAtNine.next(Instant.parse("2026-10-25T08:00:01Z"), BERLIN))
                .isEqualTo("2026-11-01T08:00:00Z");
    }

    @Test
    void whatCantBeIsRefused() {
        assertThatThrownBy(() -> new WeekProfile(new int[24])).hasMessageContaining("168");
        assertThatThrownBy(() -> new SendTime(WeekProfile.NONE, 0)).hasMessageContaining("pull:");
    }
}
