package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.placements.ads.AdContext;
import dev.aisle.campaign.placements.ads.Advert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Generalised second-price auction for clicks: ads are ranked by bid × relevance, and a winner pays the least bid with which it would still have had its
 * place, but the reserve at least. With one slot nobody gains by a bid other than what a click is worth to them.
 *
 * @param reserve the least price of a click, minor units, ≥ 1
 * @param floor relevance below which no bid helps, above 0 and at most 1
 * @see <a href="https://doi.org/10.1257/aer.97.1.242">Edelman, Ostrovsky, Schwarz 2007</a>
 */
record Auction(long reserve, double floor) {
    private static final Comparator<Entry> BEST = Comparator.comparingDouble(Entry::score)
            .reversed()
            .thenComparing(entry -> entry.advert().id());

    /** @throws IllegalArgumentException when the reserve or the floor isn't one */
    public Auction {
        if (reserve < 1 || !(floor > 0 && floor <= 1)) {
            throw new IllegalArgumentException(
                    "expected a reserve ≥ 1 and a floor above 0 and at most 1, were " + reserve + " and " + floor);
        }
    }

    /** An ad that won a place, and what a click on it costs. */
    public record Won(Advert advert, double relevance, long price) {}

    private record Entry(Advert advert, double relevance, long bid) {
        double score() {
            return bid * relevance;
        }

        Entry bidding(long other) {
            return new Entry(advert, relevance, other);
        }
    }

    /** The winners, best place first; of an advertiser only the best ad, which is so never priced by another one of its own. */
    public List<Won> hold(List<Advert> adverts, AdContext context, int slots) {
        List<Entry> ranked = new ArrayList<>();
        adverts.stream()
                .map(advert -> new Entry(advert, advert.relevance(context), advert.bid()))
                .filter(entry -> entry.relevance() >= floor && entry.bid() >= reserve)
                .sorted(BEST)
                .filter(entry -> ranked.stream().noneMatch(above -> sameAdvertiser(above, entry)))
                .forEach(ranked::add);
        List<Won> won = new ArrayList<>();
        for (int place = 0; place < Math.min(slots, ranked.size()); place++) {
            Entry winner = ranked.get(place);
            long price = place + 1 < ranked.size() ? leastWinning(winner, ranked.get(place + 1)) : reserve;
            won.add(new Won(winner.advert(), winner.relevance(), price));
        }
        return won;
    }

    private static boolean sameAdvertiser(Entry one, Entry other) {
        return one.advert().advertiser().equals(other.advert().advertiser());
    }

    /** The least bid, the reserve at least, that still ranks before the next one. */
    private long leastWinning(Entry winner, Entry next) {
        long price = Math.clamp((long) Math.ceil(next.score() / winner.relevance()), reserve, winner.bid());
        while (price > reserve && BEST.compare(winner.bidding(price - 1), next) < 0) {
            price--;
        }
        while (price < winner.bid() && BEST.compare(winner.bidding(price), next) > 0) {
            price++;
        }
        return price;
    }
}
