package dev.aisle.privacy.consent.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.privacy.TcStrings;
import dev.aisle.privacy.consent.versions.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Strings as browsers send them, read for a shop that is a vendor and for one that isn't. */
class BrowserSignalsTest {
    private static final int SHOP = 755;

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final BrowserSignals publisher = new BrowserSignals(ConsentRules.builtIn(), metrics, OptionalInt.empty());
    private final BrowserSignals vendor = new BrowserSignals(ConsentRules.builtIn(), metrics, OptionalInt.of(SHOP));

    @Test
    void thePublishersOwnSegmentCountsWhereTheShopIsNoVendor() {
        assertThat(purposes(publisher, TcStrings.ofPublisher(today))).hasSize(24);
        assertThat(purposes(publisher, TcStrings.withoutPublisher(today))).isEmpty();
        assertThat(purposes(vendor, TcStrings.ofPublisher(today))).isEmpty();
    }

    @Test
    void aVendorMustBeShownConsentedToAndNotRestricted() {
        List<Integer> both = List.of(7, SHOP);

        assertThat(purposes(vendor, TcStrings.ofVendors(today, both, both, 0))).hasSize(24);
        assertThat(purposes(vendor, TcStrings.ofVendors(today, both, both, 2)))
                .hasSize(23)
                .doesNotContain(2);
        assertThat(purposes(vendor, TcStrings.ofVendors(today, List.of(7), both, 0)))
                .isEmpty();
        assertThat(purposes(vendor, TcStrings.ofVendors(today, List.of(), List.of(), 0)))
                .isEmpty();
        assertThat(purposes(publisher, TcStrings.ofVendors(today, both, both, 0)))
                .isEmpty();
    }

    @Test
    void aStringEndsThirteenMonthsAfterItWasUpdated() {
        Signals.Tcf tcf = publisher.read(TcStrings.ofPublisher(today), null).tcf();

        assertThat(tcf).isNotNull();
        assertThat(tcf.until())
                .isEqualTo(today.atZone(ZoneOffset.UTC).plusMonths(13).toInstant());
    }

    @Test
    void aStringOfTheFutureOrTooOldIsCountedAndRefuses() {
        for (Instant updated :
                List.of(Instant.EPOCH, today.minus(Duration.ofDays(400)), today.plus(Duration.ofDays(9_000)))) {
            assertThat(publisher.read(TcStrings.ofPublisher(updated), null).tcf())
                    .isEqualTo(Signals.Tcf.REFUSED);
        }
        assertThat(metrics.counter("aisle.consent.signals.unusable", "format", "tcf")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void theEuropeanSectionOfAGppStringIsJudgedAlike() {
        assertThat(publisher
                        .read(null, "DBABMA~" + TcStrings.ofPublisher(today))
                        .tcf())
                .satisfies(tcf -> assertThat(tcf.purposes()).hasSize(24));
        assertThat(publisher
                        .read(null, "DBABMA~" + TcStrings.ofPublisher(Instant.EPOCH))
                        .tcf())
                .isEqualTo(Signals.Tcf.REFUSED);
    }

    @Test
    void paddingIsPassedOver() {
        String padded = TcStrings.ofPublisher(today).replace(".", "==.") + "=";

        assertThat(purposes(publisher, padded)).hasSize(24);
        assertThat(publisher.read(null, "DBABMA~" + padded).tcf())
                .satisfies(tcf -> assertThat(tcf.purposes()).hasSize(24));
        assertThat(publisher.read(null, "DBABLA==~BVQVAAAAAABA=.YA==").gpp())
                .isEqualTo(publisher.read(null, "DBABLA~BVQVAAAAAABA.YA").gpp());
    }

    private static Set<Integer> purposes(BrowserSignals reader, String tc) {
        Signals.Tcf tcf = reader.read(tc, null).tcf();
        assertThat(tcf).isNotNull();
        return tcf.purposes();
    }
}
