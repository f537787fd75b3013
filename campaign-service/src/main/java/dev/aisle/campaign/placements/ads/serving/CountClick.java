package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.placements.ads.AdRepository;
import dev.aisle.campaign.placements.ads.AdRepository.Standing;
import dev.aisle.campaign.placements.ads.RunningAds;
import dev.aisle.campaign.placements.ads.serving.ClickRepository.Click;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Counts a click once and charges it if the budget allows. */
@Singleton
public class CountClick {
    private final Transactions transactions;
    private final AdRepository ads;
    private final RunningAds running;
    private final ClickRepository clicks;
    private final ClickKeys keys;
    private final InstantSource clock;

    /** The repositories. */
    @Inject
    public CountClick(
            Transactions transactions,
            AdRepository ads,
            RunningAds running,
            ClickRepository clicks,
            ClickKeys keys,
            InstantSource clock) {
        this.transactions = transactions;
        this.ads = ads;
        this.running = running;
        this.clicks = clicks;
        this.keys = keys;
        this.clock = clock;
    }

    /** What became of a click. */
    public enum Outcome {
        /** It was charged. */
        CHARGED,
        /** It was counted for nothing, since the budget is spent. */
        FREE,
        /** The impression was clicked before: nothing changed. */
        DUPLICATE,
        /** It came too late to be charged: nothing changed. */
        LATE,
        /** The token isn't one of ours. */
        FORGED
    }

    /** Counts. */
    public Outcome count(String token) {
        Optional<ClickToken> read = ClickToken.read(token, keys.key());
        if (read.isEmpty()) {
            return Outcome.FORGED;
        }
        Instant now = clock.instant();
        return now.isAfter(read.get().until()) ? Outcome.LATE : counted(read.get(), now);
    }

    private Outcome counted(ClickToken token, Instant now) {
        Outcome outcome = transactions.call(connection -> count(connection, token, now));
        if (outcome == Outcome.CHARGED) {
            running.changed();
        }
        return outcome;
    }

    private Outcome count(Connection connection, ClickToken token, Instant now) throws SQLException {
        Click click = new Click(token.impression(), token.advert(), token.advertiser(), token.price(), true, now);
        if (!clicks.first(connection, click)) {
            return Outcome.DUPLICATE;
        }
        Optional<Standing> standing = ads.advertiser(connection, token.advertiser());
        boolean charged = standing.isPresent()
                && ads.charge(
                        connection,
                        token.advertiser(),
                        token.price(),
                        now.atZone(standing.get().advertiser().zone()).toLocalDate());
        if (!charged) {
            clicks.uncharge(connection, token.impression());
        }
        return charged ? Outcome.CHARGED : Outcome.FREE;
    }
}
