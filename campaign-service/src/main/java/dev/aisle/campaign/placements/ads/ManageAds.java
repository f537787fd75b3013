package dev.aisle.campaign.placements.ads;

import dev.aisle.campaign.placements.ads.AdRepository.Standing;
import dev.aisle.campaign.placements.ads.AdRepository.StoredAd;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.audit.AuditTrail;
import dev.aisle.platform.placements.Placements;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes advertisers and ads, shows and ends them. */
@Singleton
class ManageAds {
    private final Transactions transactions;
    private final AdRepository ads;
    private final RunningAds running;
    private final AuditTrail auditTrail;
    private final Placements placements;
    private final InstantSource clock;

    ManageAds(
            Transactions transactions,
            AdRepository ads,
            RunningAds running,
            AuditTrail auditTrail,
            Placements placements,
            InstantSource clock) {
        this.transactions = transactions;
        this.ads = ads;
        this.running = running;
        this.auditTrail = auditTrail;
        this.placements = placements;
        this.clock = clock;
    }

    /** How making an ad ends. */
    public sealed interface Outcome {
        /** It stands so. */
        record Made(StoredAd ad) implements Outcome {}

        /** There is another one with that id. */
        record Exists() implements Outcome {}

        /** Nobody of that id pays. */
        record NoSuchAdvertiser() implements Outcome {}
    }

    /** Makes an advertiser; the same one again changes nothing; empty when there is another one with that id. */
    public Optional<Standing> make(Advertiser advertiser) {
        return changing(connection -> {
            auditTrail.about("advertiser", advertiser.id());
            ads.add(connection, advertiser, clock.instant());
            return ads.advertiser(connection, advertiser.id())
                    .filter(standing -> standing.advertiser().equals(advertiser));
        });
    }

    /**
     * Makes an ad; the same one again changes nothing.
     *
     * @throws InvalidAdException when it names a placement that the shop doesn't have
     */
    public Outcome make(Advert advert) {
        for (String placement : new TreeSet<>(advert.placements())) {
            String violation = placements.violation(placement);
            if (violation != null) {
                throw new InvalidAdException("placements", "has one that " + violation);
            }
        }
        return changing(connection -> {
            if (ads.advertiser(connection, advert.advertiser()).isEmpty()) {
                return new Outcome.NoSuchAdvertiser();
            }
            auditTrail.about("id", advert.id());
            ads.add(connection, advert, clock.instant());
            return ads.ad(connection, advert.id())
                    .filter(stored -> stored.advert().equals(advert))
                    .<Outcome>map(Outcome.Made::new)
                    .orElseGet(Outcome.Exists::new);
        });
    }

    /** All advertisers, by id. */
    public List<Standing> advertisers() {
        return transactions.call(ads::advertisers);
    }

    /** All ads, by id. */
    public List<StoredAd> all() {
        return transactions.call(ads::ads);
    }

    /** Ends an ad: it is shown no more. Again, it changes nothing. */
    public Optional<StoredAd> end(String id) {
        return changing(connection -> {
            ads.end(connection, id, clock.instant());
            return ads.ad(connection, id);
        });
    }

    private <T> T changing(Transactions.Work<T> work) {
        try {
            return transactions.call(work);
        } finally {
            running.changed();
        }
    }
}
