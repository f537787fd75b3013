package dev.aisle.campaign.placements.ads;

import static java.util.stream.Collectors.toMap;

import dev.aisle.campaign.placements.ads.AdRepository.Standing;
import dev.aisle.campaign.placements.ads.AdRepository.StoredAd;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The ads that run and what their advertisers have spent, held for a moment so that a page doesn't read all of them. What is done on this instance is
 * seen at once, what is done on another one after that moment; a click is charged by the row of the advertiser, whatever is held here.
 */
@Singleton
public class RunningAds {
    private final Transactions transactions;
    private final AdRepository ads;
    private final InstantSource clock;
    private final Duration refresh;
    private volatile @Nullable Held held;

    /** The repository, and how long what was read is used. */
    @Inject
    public RunningAds(
            Transactions transactions,
            AdRepository ads,
            InstantSource clock,
            @ConfigProperty(name = "aisle.ads.refresh", defaultValue = "1S") Duration refresh) {
        this.transactions = transactions;
        this.ads = ads;
        this.clock = clock;
        this.refresh = refresh;
    }

    private record Held(Map<String, List<Advert>> byPlacement, Map<String, Standing> advertisers, Instant until) {}

    /** An ad that runs at a placement, and how its advertiser stands. */
    public record Running(Advert advert, @Nullable Standing advertiser) {}

    /** Those of a placement. */
    public List<Running> at(String placement) {
        Held now = held();
        return now.byPlacement().getOrDefault(placement, List.of()).stream()
                .map(advert -> new Running(advert, now.advertisers().get(advert.advertiser())))
                .toList();
    }

    /** Something was made, ended or charged: what is held isn't true any more. */
    public void changed() {
        held = null;
    }

    private Held held() {
        Held known = held;
        return known != null && clock.instant().isBefore(known.until()) ? known : read();
    }

    private synchronized Held read() {
        Held known = held;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        Held fresh = transactions.call(connection -> {
            Map<String, List<Advert>> byPlacement = new HashMap<>();
            for (StoredAd ad : ads.running(connection)) {
                ad.advert()
                        .placements()
                        .forEach(placement -> byPlacement
                                .computeIfAbsent(placement, _ -> new ArrayList<>())
                                .add(ad.advert()));
            }
            Map<String, Standing> advertisers = ads.advertisers(connection).stream()
                    .collect(toMap(standing -> standing.advertiser().id(), Function.identity()));
            return new Held(byPlacement, advertisers, clock.instant().plus(refresh));
        });
        held = fresh;
        return fresh;
    }
}
