package dev.aisle.profile.models.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // at ten past two of the shop's clock, which is an hour or two before UTC's
        "2026-11-25T01:09:59Z, 2026-11-24T01:10:01Z, false",
        "2026-11-25T01:10:00Z, 2026-11-24T01:10:01Z, true",
        "2026-11-25T09:00:00Z, 2026-11-25T01:10:01Z, false",
        "2026-07-25T00:10:00Z, 2026-07-24T00:10:01Z, true",
        // a time that was slept through is made up for
        "2026-11-25T09:00:00Z, 2026-11-20T01:10:01Z, true",
        // in the night when two o'clock comes twice it is due once
        "2026-10-25T23:00:00Z, 2026-10-25T01:10:30Z, false"
    })
    void aJobIsDueWhenItsTimeHasPassedSinceItBeganLast(Instant now, Instant begun, boolean due) {
        assertThat(Due.by("0 10 2 * * ?").at(now, BERLIN, begun)).isEqualTo(due);
    }

    @Test
    void whatNeverRanIsDueAtOnceAndWhatIsOffNever() {
        Instant now = Instant.parse("2026-11-25T09:00:00Z");

        assertThat(Due.by("0 10 2 * * ?").at(now, BERLIN, null)).isTrue();
        assertThat(Due.by("off").at(now, BERLIN, null)).isFalse();
    }

    @Test
    void aScheduleThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Due.by("at night"));
    }
}
