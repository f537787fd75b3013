package dev.aisle.campaign.delivery.journeys.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void nineOnMondaysIsNineOnTheClockOfThePersonBeforeAndAfterTheClocksChange() {
        Recurrence mondays = new Recurrence("0 9 * * 1");

        assertThat(mondays.next(Instant.parse("2026-10-20T00:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-26T08:00:00Z"));
        assertThat(mondays.next(Instant.parse("2026-10-13T00:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-19T07:00:00Z"));
        assertThat(mondays.next(Instant.parse("2026-10-20T00:00:00Z"), ZoneId.of("Asia/Shanghai")))
                .contains(Instant.parse("2026-10-26T01:00:00Z"));
    }

    @Test
    void anHourThatTheClockSkipsIsMadeUpForAtTheEndOfTheGapAndOnlyOnce() {
        Recurrence early = new Recurrence("30 2 * * *");

        Instant onTheDay =
                early.next(Instant.parse("2026-03-28T12:00:00Z"), BERLIN).orElseThrow();

        assertThat(onTheDay).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(early.next(onTheDay, BERLIN)).contains(Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void anHourThatComesTwiceCountsOnce() {
        Recurrence early = new Recurrence("30 2 * * *");

        Instant first =
                early.next(Instant.parse("2026-10-24T12:00:00Z"), BERLIN).orElseThrow();

        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(early.next(first, BERLIN)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void aDayThatNeverComesHasNoMoment() {
        assertThat(new Recurrence("0 9 30 2 *").next(Instant.parse("2026-01-01T00:00:00Z"), BERLIN))
                .isEmpty();
    }
}
