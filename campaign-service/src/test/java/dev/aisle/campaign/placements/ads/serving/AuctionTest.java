package dev.aisle.campaign.placements.ads.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.campaign.placements.ads.AdContext;
import dev.aisle.campaign.placements.ads.Advert;
import dev.aisle.campaign.placements.ads.InvalidAdException;
import dev.aisle.campaign.placements.ads.serving.Auction.Won;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuctionTest {
    private static final Auction AUCTION = new Auction(5, 0.2);
    private static final int TRIES = 2_000;

    private static Advert advert(String id, long bid, String... keywords) {
        return new Advert(
                id,
                "of-" + id,
                "p-" + id,
                "Ad " + id,
                bid,
                Set.of("search"),
                Set.of(keywords),
                Set.of(),
                Set.of("knife"),
                null);
    }

    private static AdContext page(String... keywords) {
        return new AdContext("search", "EUR", Set.of(keywords), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Some advertisers with bids, each of whom fits one to four of the page's four words. */
    private static List<Advert> random(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(n -> advert(
                        "a" + n,
                        1 + random.nextInt(30),
                        IntStream.rangeClosed(0, random.nextInt(4))
                                .mapToObj(word -> "w" + word)
                                .toArray(String[]::new)))
                .toList();
    }

    private static final AdContext PAGE = page("w0", "w1", "w2", "w3");

    @Test
    void theRunnerUpSetsThePriceByItsRelevance() {
        List<Won> won = AUCTION.hold(
                List.of(
                        advert("half", 30, "tea"),
                        advert("whole", 20, "tea", "green"),
                        advert("cheap", 10, "tea", "green")),
                page("green", "tea"),
                3);

        // Scores 20, 15 and 10: the price is the least whole bid that keeps the place, above an equal score of an
        // earlier name.
        assertThat(won).extracting(one -> one.advert().id()).containsExactly("whole", "half", "cheap");
        assertThat(won).extracting(Won::price).containsExactly(16L, 21L, 5L);
    }

    @Test
    void nobodyPaysMoreThanTheBidOrLessThanTheReserve() {
        Random random = new Random(1);
        for (int n = 0; n < TRIES; n++) {
            List<Won> won = AUCTION.hold(random(random), PAGE, 1 + random.nextInt(4));

            assertThat(won)
                    .allSatisfy(one ->
                            assertThat(one.price()).isBetween(5L, one.advert().bid()));
            assertThat(won)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble((Won one) -> one.advert().bid() * one.relevance())
                                    .reversed());
            assertThat(won).allSatisfy(one -> assertThat(one.relevance()).isGreaterThanOrEqualTo(0.2));
        }
    }

    @Test
    void withOneSlotNoBidIsBetterThanWhatAClickIsWorth() {
        Random random = new Random(2);
        for (int n = 0; n < TRIES; n++) {
            List<Advert> adverts = random(random);
            Advert own = adverts.getFirst();
            long worth = own.bid();
            long truthful = gain(adverts, own, worth);

            for (long other = 1; other <= 40; other++) {
                assertThat(gain(adverts, rebid(own, other), worth)).isLessThanOrEqualTo(truthful);
            }
        }
    }

    private static long gain(List<Advert> adverts, Advert own, long worth) {
        List<Advert> changed = new ArrayList<>(adverts.subList(1, adverts.size()));
        changed.add(own);
        return AUCTION.hold(changed, PAGE, 1).stream()
                .filter(won -> won.advert().id().equals(own.id()))
                .mapToLong(won -> worth - won.price())
                .sum();
    }

    private static Advert rebid(Advert own, long bid) {
        return new Advert(
                own.id(),
                own.advertiser(),
                own.productId(),
                own.title(),
                bid,
                own.placements(),
                own.keywords(),
                own.categories(),
                own.notWith(),
                own.audience());
    }

    @Test
    void theOrderInWhichAdsAreFoundChangesNothing() {
        Random random = new Random(3);
        for (int n = 0; n < TRIES; n++) {
            List<Advert> adverts = random(random);
            List<Advert> reversed = adverts.reversed();

            assertThat(AUCTION.hold(reversed, PAGE, 3)).isEqualTo(AUCTION.hold(adverts, PAGE, 3));
        }
    }

    @Test
    void anAdvertiserGetsOnePlaceAndDoesNotPriceItself() {
        Advert best = advert("one", 30, "tea");
        Advert second = new Advert(
                "two", best.advertiser(), "p", "Two", 29, Set.of("search"), Set.of("tea"), Set.of(), Set.of(), null);

        assertThat(AUCTION.hold(List.of(best, second), page("tea"), 2)).containsExactly(new Won(best, 1, 5));
    }

    @Test
    void whatDoesNotFitOrIsExcludedIsNotShownWhateverItBids() {
        Advert rich = advert("rich", 1_000, "tea");

        assertThat(AUCTION.hold(List.of(rich), page("tea"), 1)).hasSize(1);
        assertThat(AUCTION.hold(List.of(rich), page("tea", "b", "c", "d", "e", "f"), 1))
                .isEmpty();
        assertThat(AUCTION.hold(List.of(rich), page("tea", "Knife"), 1)).isEmpty();
        assertThat(AUCTION.hold(List.of(rich), excluding(Set.of("of-rich"), Set.of()), 1))
                .isEmpty();
        assertThat(AUCTION.hold(List.of(rich), excluding(Set.of(), Set.of("p-rich")), 1))
                .isEmpty();
    }

    private static AdContext excluding(Set<String> advertisers, Set<String> products) {
        return new AdContext("search", "EUR", Set.of("tea"), Set.of(), products, advertisers, Set.of(), Set.of());
    }

    @Test
    void aBidBelowTheReserveAndAnAuctionWithoutAFloorAreNone() {
        assertThat(AUCTION.hold(List.of(advert("poor", 4, "tea")), page("tea"), 1))
                .isEmpty();
        assertThatThrownBy(() -> new Auction(5, 0)).hasMessageContaining("floor");
    }

    @Test
    void whatCantBeAnAdNamesItsField() {
        assertThatThrownBy(() -> advert("a", 0, "tea"))
                .isInstanceOfSatisfying(
                        InvalidAdException.class, e -> assertThat(e.field()).isEqualTo("bid"));
        assertThatThrownBy(() -> advert("a", 1, "knife"))
                .isInstanceOfSatisfying(
                        InvalidAdException.class, e -> assertThat(e.field()).isEqualTo("notWith"));
        assertThatThrownBy(() -> advert("a", 1))
                .isInstanceOfSatisfying(
                        InvalidAdException.class, e -> assertThat(e.field()).isEqualTo("keywords"));
        assertThat(Set.of(advert("a", 1, " Tea ")).stream()
                        .map(Advert::keywords)
                        .collect(Collectors.toSet()))
                .containsExactly(Set.of("tea"));
    }
}
