package dev.aisle.algorithms.privacy.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.signals.TcfConsent.Choices;
import dev.aisle.algorithms.privacy.signals.TcfConsent.PublisherChoices;
import dev.aisle.algorithms.privacy.signals.TcfConsent.Restriction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rows of an attack by TC strings, each of which was allowed before. */
class TcfConsentTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant RECENT = Instant.parse("2026-11-01T00:00:00Z");
    private static final Set<Integer> ALL = IntStream.rangeClosed(1, 11).boxed().collect(Collectors.toSet());
    private static final int SHOP = 755;
    private static final OptionalInt VENDOR = OptionalInt.of(SHOP);
    private static final OptionalInt PUBLISHER = OptionalInt.empty();
    private static final Optional<PublisherChoices> PUBLISHER_ALL = Optional.of(new PublisherChoices(ALL, Set.of()));

    @Test
    void aVendorThatWasShownAndConsentedToMayAllThatWasConsentedTo() {
        assertThat(ofVendors(Set.of(7, SHOP), Set.of(7, SHOP)).purposesFor(VENDOR))
                .isEqualTo(ALL);
        assertThat(consent(Set.of(1, 8), Set.of(SHOP), List.of(), Optional.of(Set.of(SHOP)), Optional.empty())
                        .purposesFor(VENDOR))
                .containsExactly(1, 8);
    }

    @Test
    @DisplayName("Disclosed vendors empty, vendor consents empty")
    void anEmptyListOfVendorsIsAYesToNobody() {
        assertThat(ofVendors(Set.of(), Set.of()).purposesFor(VENDOR)).isEmpty();
        assertThat(ofVendors(Set.of(SHOP), Set.of()).purposesFor(VENDOR)).isEmpty();
        assertThat(ofVendors(Set.of(), Set.of(SHOP)).purposesFor(VENDOR)).isEmpty();
        assertThat(consent(ALL, Set.of(), List.of(), Optional.of(Set.of()), PUBLISHER_ALL)
                        .purposesFor(PUBLISHER))
                .isEmpty();
    }

    @Test
    void theYesToAnotherVendorIsNone() {
        assertThat(ofVendors(Set.of(7), Set.of(7, SHOP)).purposesFor(VENDOR)).isEmpty();
        assertThat(ofVendors(Set.of(7, SHOP), Set.of(7)).purposesFor(VENDOR))
                .as("never shown")
                .isEmpty();
    }

    @Test
    @DisplayName("PublisherRestrictions: 0 not allowed, 1 requires consent, 2 requires legitimate interest")
    void whatThePublisherForbidsOrRestsOnAnotherBasisIsNotAllowed() {
        List<Restriction> restrictions = List.of(
                new Restriction(2, 0, Set.of(7, SHOP)),
                new Restriction(3, 1, Set.of(SHOP)),
                new Restriction(4, 2, Set.of(SHOP)),
                new Restriction(5, 0, Set.of(7)));

        assertThat(consent(ALL, Set.of(SHOP), restrictions, Optional.of(Set.of(SHOP)), Optional.empty())
                        .purposesFor(VENDOR))
                .containsExactly(1, 3, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    @DisplayName("Publisher TC segment without any purpose, and none at all")
    void withoutAVendorThePublishersOwnSegmentIsNeeded() {
        assertThat(ofPublisher(ALL, Optional.empty()).purposesFor(PUBLISHER)).isEmpty();
        assertThat(ofPublisher(ALL, Optional.of(new PublisherChoices(Set.of(), ALL)))
                        .purposesFor(PUBLISHER))
                .isEmpty();
        assertThat(ofPublisher(ALL, Optional.of(new PublisherChoices(Set.of(1, 8), Set.of())))
                        .purposesFor(PUBLISHER))
                .containsExactly(1, 8);
        assertThat(ofPublisher(ALL, PUBLISHER_ALL).purposesFor(PUBLISHER)).isEqualTo(ALL);
    }

    @Test
    @DisplayName("No core purposes, Publisher TC all")
    void aPurposeThatWasNotConsentedToIsNotAllowedWhateverThePublishersSegmentSays() {
        assertThat(ofPublisher(Set.of(), PUBLISHER_ALL).purposesFor(PUBLISHER)).isEmpty();
    }

    @Test
    @DisplayName("PurposesLITransparency: legitimate interest is no consent")
    void legitimateInterestIsNoConsent() {
        TcfConsent consent = new TcfConsent(
                origin(RECENT, RECENT),
                new Choices(Set.of(), ALL, Set.of(), Set.of(SHOP), Set.of(SHOP)),
                List.of(),
                Optional.of(Set.of(SHOP)),
                PUBLISHER_ALL);

        assertThat(consent.purposesFor(VENDOR)).isEmpty();
        assertThat(consent.purposesFor(PUBLISHER)).isEmpty();
    }

    @Test
    @DisplayName("LastUpdated 1970, 2020, 2100")
    void aStringOfTheFutureOrOlderThanThirteenMonthsSaysYesToNothing() {
        assertThat(updated("1970-01-01T00:00:00Z").problemAt(NOW)).contains("older than 13 months");
        assertThat(updated("2020-01-01T00:00:00Z").problemAt(NOW)).contains("older than 13 months");
        assertThat(updated("2100-01-01T00:00:00Z").problemAt(NOW)).contains("of the future");
        assertThat(updated("2026-12-01T00:00:00Z").problemAt(NOW)).isEmpty();
        assertThat(new TcfConsent(
                                origin(RECENT.plus(Duration.ofDays(1)), RECENT),
                                new Choices(ALL, Set.of(), Set.of(), Set.of(), Set.of()),
                                List.of(),
                                Optional.empty(),
                                Optional.empty())
                        .problemAt(NOW))
                .contains("updated before it was created");
    }

    @Test
    void aYesIsOverThirteenMonthsAfterThePersonChoseLast() {
        TcfConsent consent = updated("2025-11-01T00:00:00Z");

        assertThat(consent.validUntil()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(consent.problemAt(Instant.parse("2026-11-30T23:59:59Z"))).isEmpty();
        assertThat(consent.problemAt(Instant.parse("2026-12-01T00:00:00Z"))).isPresent();
        assertThat(updated("2026-01-31T00:00:00Z").validUntil()).isEqualTo("2027-02-28T00:00:00Z");
    }

    private static TcfConsent updated(String lastUpdated) {
        Instant at = Instant.parse(lastUpdated);
        return new TcfConsent(
                origin(at, at),
                new Choices(ALL, Set.of(), Set.of(), Set.of(SHOP), Set.of()),
                List.of(),
                Optional.of(Set.of(SHOP)),
                PUBLISHER_ALL);
    }

    private static TcfConsent ofVendors(Set<Integer> consented, Set<Integer> disclosed) {
        return consent(ALL, consented, List.of(), Optional.of(disclosed), Optional.empty());
    }

    private static TcfConsent ofPublisher(Set<Integer> purposes, Optional<PublisherChoices> publisher) {
        return consent(purposes, Set.of(7), List.of(), Optional.of(Set.of(7)), publisher);
    }

    private static TcfConsent consent(
            Set<Integer> purposes,
            Set<Integer> vendors,
            List<Restriction> restrictions,
            Optional<Set<Integer>> disclosed,
            Optional<PublisherChoices> publisher) {
        return new TcfConsent(
                origin(RECENT, RECENT),
                new Choices(purposes, Set.of(), Set.of(), vendors, Set.of()),
                restrictions,
                disclosed,
                publisher);
    }

    private static TcfOrigin origin(Instant created, Instant updated) {
        return new TcfOrigin(
                2,
                created,
                updated,
                new TcfOrigin.Platform(300, 1, 1, "EN", 100),
                5,
                new TcfOrigin.Publisher(true, false, false, "DE"));
    }
}
