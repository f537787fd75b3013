package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.placements.ads.AdContext;
import dev.aisle.campaign.placements.ads.AdRepository.Standing;
import dev.aisle.campaign.placements.ads.Advert;
import dev.aisle.campaign.placements.ads.RunningAds;
import dev.aisle.campaign.placements.ads.serving.Auction.Won;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Holds the auction of a placement. Keeps nothing: an impression is a signed token. */
@Singleton
class FillPlacement {
    private final RunningAds running;
    private final ClickKeys keys;
    private final InstantSource clock;
    private final Auction auction;
    private final Duration clickable;

    /** The ads, and the rules of the shop. */
    @Inject
    public FillPlacement(
            RunningAds running,
            ClickKeys keys,
            InstantSource clock,
            @ConfigProperty(name = "aisle.ads.reserve", defaultValue = "5") long reserve,
            @ConfigProperty(name = "aisle.ads.relevance-floor", defaultValue = "0.2") double floor,
            @ConfigProperty(name = "aisle.ads.clickable-for", defaultValue = "1H") Duration clickable) {
        this.running = running;
        this.keys = keys;
        this.clock = clock;
        this.auction = new Auction(reserve, floor);
        this.clickable = clickable;
    }

    /** An ad to show, and what reports a click on it. */
    public record Shown(Advert advert, String clickToken) {}

    /** The ads of a placement, best first. */
    public List<Shown> fill(AdContext context, int slots) {
        Instant now = clock.instant();
        List<Advert> able = running.at(context.placement()).stream()
                .filter(one -> mayBid(one.advert(), one.advertiser(), context, now))
                .map(RunningAds.Running::advert)
                .toList();
        return auction.hold(able, context, slots).stream()
                .map(won -> shown(won, now))
                .toList();
    }

    private static boolean mayBid(Advert advert, @Nullable Standing standing, AdContext context, Instant now) {
        if (standing == null) {
            return false;
        }
        String audience = advert.audience();
        long today = standing.spentOn(now.atZone(standing.advertiser().zone()).toLocalDate());
        return standing.advertiser().currency().equals(context.currency())
                && (audience == null || context.segments().contains(audience))
                && standing.spent() + advert.bid() <= standing.advertiser().budget()
                && standing.advertiser().inPace(today, now);
    }

    private Shown shown(Won won, Instant now) {
        ClickToken token = new ClickToken(
                UUID.randomUUID().toString(),
                won.advert().id(),
                won.advert().advertiser(),
                won.price(),
                now.plus(clickable));
        return new Shown(won.advert(), token.signed(keys.key()));
    }
}
