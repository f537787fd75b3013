package dev.aisle.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(30);
    private static final Duration NEW_FOR = Duration.ofDays(30);

    @Test
    void aViewIsCountedRememberedAndTasted() {
        Profile profile = Profile.unknown("p").fold(view("tea", NOON), HALF_LIFE);

        assertThat(profile.version()).isEqualTo(1);
        assertThat(profile.firstSeen()).isEqualTo(NOON);
        assertThat(profile.behaviour().counts()).containsEntry("product_view", 1L);
        assertThat(profile.behaviour().recentProducts()).containsExactly("tea");
        assertThat(profile.behaviour().tastes()).containsEntry("category:tea", 1.0);
    }

    @Test
    void aTasteHalvesInItsHalfLife() {
        Profile profile = Profile.unknown("p")
                .fold(view("tea", NOON), HALF_LIFE)
                .fold(view("ice", NOON.plus(HALF_LIFE)), HALF_LIFE);

        assertThat(profile.behaviour().tastes().get("category:tea")).isCloseTo(0.5, within(1e-12));
        assertThat(profile.behaviour().tastes().get("category:ice")).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void tastesDoNotDependOnTheOrderInWhichEventsArrive() {
        Observation early = view("tea", NOON);
        Observation late = view("ice", NOON.plus(Duration.ofDays(45)));

        Profile inOrder = Profile.unknown("p").fold(early, HALF_LIFE).fold(late, HALF_LIFE);
        Profile reversed = Profile.unknown("p").fold(late, HALF_LIFE).fold(early, HALF_LIFE);

        assertThat(reversed.behaviour().tastes().get("category:tea"))
                .isCloseTo(inOrder.behaviour().tastes().get("category:tea"), within(1e-12));
        assertThat(reversed.firstSeen()).isEqualTo(inOrder.firstSeen());
        assertThat(reversed.lastSeen()).isEqualTo(inOrder.lastSeen());
    }

    @Test
    void theNewestProductStandsFirstAndEachOnce() {
        Profile profile = Profile.unknown("p");
        for (String product : List.of("tea", "ice", "tea")) {
            profile = profile.fold(view(product, NOON), HALF_LIFE);
        }

        assertThat(profile.behaviour().recentProducts()).containsExactly("tea", "ice");
    }

    @Test
    void aProfileStaysSmallHoweverMuchSomebodyViews() {
        Profile profile = IntStream.range(0, 1_000)
                .mapToObj(i -> view("product-" + i, NOON.plusSeconds(i)))
                .reduce(Profile.unknown("p"), (p, event) -> p.fold(event, HALF_LIFE), (a, b) -> b);

        assertThat(profile.behaviour().recentProducts()).hasSize(20).startsWith("product-999");
        assertThat(profile.behaviour().tastes()).hasSize(100).containsKey("category:product-999");
    }

    @Test
    void aNewVisitorIsOneUntilTheFirstOrderOrTheEndOfThirtyDays() {
        Profile visitor = Profile.unknown("p").fold(view("tea", NOON), HALF_LIFE);
        Profile buyer =
                visitor.fold(new Observation("p", "purchase", NOON, 5, List.of("tea"), List.of(), true), HALF_LIFE);

        assertThat(visitor.segments(NOON.plus(Duration.ofDays(29)), NEW_FOR)).containsExactly(Segment.NEW_VISITOR);
        assertThat(visitor.segments(NOON.plus(NEW_FOR), NEW_FOR)).isEmpty();
        assertThat(buyer.segments(NOON, NEW_FOR)).containsExactly(Segment.BUYER);
    }

    @Test
    void anEventThatSaysNothingAboutTasteLeavesItAlone() {
        Profile profile = Profile.unknown("p")
                .fold(new Observation("p", "page_view", NOON, 0, List.of(), List.of("category:x"), false), HALF_LIFE);

        assertThat(profile.behaviour().tastes()).isEmpty();
        assertThat(profile.behaviour().counts()).containsEntry("page_view", 1L);
    }

    private static Observation view(String product, Instant at) {
        return new Observation("p", "product_view", at, 1, List.of(product), List.of("category:" + product), false);
    }
}
