package dev.aisle.ingest.shared.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @Property
    void theUsualFormIsReadAsTheJdkReadsIt(
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis) {
        Instant moment = Instant.ofEpochMilli(millis);
        String text = moment.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", String.format(".%03dZ", Math.floorMod(millis, 1_000)));

        assertThat(IsoTime.parse(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant())
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T09:00:00Z",
                "2026-11-25T09:00:00.123456Z",
                "2026-11-25T10:30:00+01:30",
                "2026-11-25T09:00Z"
            })
    void otherFormsAreReadAsTheJdkReadsThem(String text) {
        assertThat(IsoTime.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-25",
                "2026-11-25T09:00:00",
                "2026-02-30T09:00:00.000Z",
                "2026-11-25T24:00:00.000Z",
                "2026-11-25T09:60:00.000Z",
                "2026-13-25T09:00:00.000Z",
                "2026-11-25T09:00:60.000Z",
                "2026-11-25T09:00:00,000Z"
            })
    void whatIsNoMomentIsNone(String text) {
        assertThat(IsoTime.parse(text)).isNull();
    }
}
