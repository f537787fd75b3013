package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.budgets.Allowance;
import dev.aisle.campaign.campaigns.budgets.Allowances;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns.Running;
import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import dev.aisle.campaign.campaigns.worth.MeasuredEffects;
import dev.aisle.campaign.offers.coupons.CouponStandings;
import dev.aisle.campaign.offers.coupons.CouponStandings.Standing;
import dev.aisle.campaign.placements.decisions.LineupRepository;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Priors;
import dev.aisle.campaign.placements.domain.arbitration.Supply;
import dev.aisle.campaign.results.bandits.CurrentShares;
import dev.aisle.contracts.Keeps;
import dev.aisle.platform.storage.DatabaseWentBack;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The running campaigns with what they are expected to bring and what is left of them, by placement. Held in memory: a change of a campaign is seen
 * at once, coupons and measured effects after a moment. What is used up is only remembered here; the shares in the database have the last word.
 */
@ApplicationScoped
@Keeps(ofNobody = "what is left of campaigns and coupons")
class Contenders {
    /** How often a line-up says that it is still used. */
    private static final Duration BETWEEN_USES = Duration.ofHours(1);

    private final RunningCampaigns running;
    private final Allowances allowances;
    private final CouponStandings coupons;
    private final LineupRepository lineups;
    private final List<MeasuredEffects> effects;
    private final CurrentShares shares;
    private final DecisionSettings settings;
    private final InstantSource clock;
    private final Map<String, Supply> usedUp = new ConcurrentHashMap<>();
    private final Map<String, Instant> kept = new ConcurrentHashMap<>();
    private volatile @Nullable Held held;

    Contenders(
            RunningCampaigns running,
            Allowances allowances,
            CouponStandings coupons,
            LineupRepository lineups,
            @All List<MeasuredEffects> effects,
            CurrentShares shares,
            DecisionSettings settings,
            InstantSource clock) {
        this.running = running;
        this.allowances = allowances;
        this.coupons = coupons;
        this.lineups = lineups;
        this.effects = effects;
        this.shares = shares;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * All contenders for a moment.
     *
     * @param stamp of the campaigns
     */
    record Held(long stamp, Instant until, Map<String, Roster> rosters, Roster nobody) {
        /** Who wants a placement. */
        Roster at(String placement) {
            return rosters.getOrDefault(placement, nobody);
        }
    }

    /** Those that are held, which whoever reads the stamp may find outdated. */
    Held latest(Instant now) {
        Held known = held;
        return known != null && now.isBefore(known.until()) ? known : renewed(now);
    }

    /** A campaign as it would compete now, whether it runs or not. Belongs into a transaction. */
    Contender of(Definition definition) {
        Contender contender = contender(definition, coupons.of(codes(List.of(definition))), clock.instant());
        Allowance allowance = contender.allowance();
        return allowance == null || contender.supply() != Supply.LEFT ? contender : contender.with(supply(allowance));
    }

    /** Remembers that nothing is left of a version, so that it doesn't win any more. Belongs into a transaction. */
    void usedUp(Allowance allowance) {
        usedUp.put(allowance.campaign() + "@" + allowance.version(), supply(allowance));
        held = null;
    }

    /** What was used up and which line-ups were kept may be lost, and a stamp may come again. */
    void forget(@Observes DatabaseWentBack wentBack) {
        usedUp.clear();
        kept.clear();
        held = null;
    }

    /** What is left of an allowance, as the shares say. */
    private Supply supply(Allowance allowance) {
        return allowances
                .account(allowance.campaign())
                .filter(account -> account.version() == allowance.version() && account.unused() == 0)
                .map(account -> allowance.endsByMoney(account.given(), account.spent())
                        ? Supply.BUDGET_SPENT
                        : Supply.TOTAL_REACHED)
                .orElse(Supply.LEFT);
    }

    /** Those of now. */
    Held renewed(Instant now) {
        return QuarkusTransaction.joiningExisting().call(() -> renew(now));
    }

    private synchronized Held renew(Instant now) {
        Running campaigns = running.stamped();
        Held known = held;
        if (known != null && known.stamp() == campaigns.stamp() && now.isBefore(known.until())) {
            return known;
        }
        List<Definition> definitions = campaigns.definitions();
        usedUp.keySet()
                .retainAll(definitions.stream()
                        .map(one -> one.campaign().reference())
                        .toList());
        Map<String, Standing> standings = coupons.of(codes(definitions));
        Map<String, List<Contender>> byPlacement = new HashMap<>();
        for (Definition definition : definitions) {
            Contender contender = contender(definition, standings, now);
            definition
                    .campaign()
                    .placements()
                    .forEach(placement -> byPlacement
                            .computeIfAbsent(placement, _ -> new ArrayList<>())
                            .add(contender));
        }
        Map<String, Roster> rosters = new HashMap<>();
        byPlacement.forEach((placement, contenders) -> rosters.put(placement, roster(contenders)));
        Roster nobody = roster(List.of());
        Stream.concat(Stream.of(nobody), rosters.values().stream()).forEach(roster -> keep(roster, now));
        Held fresh = new Held(campaigns.stamp(), now.plus(settings.refresh()), Map.copyOf(rosters), nobody);
        held = fresh;
        return fresh;
    }

    /** Those that compete with one another. */
    Roster roster(List<Contender> contenders) {
        return Roster.of(contenders, settings.currency());
    }

    /** Keeps a line-up before a decision names it, whatever becomes of the caller's transaction. */
    private void keep(Roster roster, Instant now) {
        Instant last = kept.get(roster.digest());
        if (last == null || last.isBefore(now.minus(BETWEEN_USES))) {
            QuarkusTransaction.requiringNew().run(() -> {
                lineups.keep(roster.digest(), roster.lineup(), now);
                lineups.forget(now.minus(settings.lineupsKept()));
            });
            kept.put(roster.digest(), now);
            kept.values().removeIf(before -> before.isBefore(now.minus(BETWEEN_USES)));
        }
    }

    private Contender contender(Definition definition, Map<String, Standing> standings, Instant now) {
        List<Standing> own = codes(List.of(definition)).stream()
                .map(standings::get)
                .filter(Objects::nonNull)
                .toList();
        long setAside = own.stream()
                .map(standing -> standing.coupon().limits().budget())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        Priors priors = priors();
        double couponCost = definition.campaign().variations().stream()
                .filter(variation -> variation.coupon() != null)
                .mapToDouble(variation -> variation.weight() * cost(standings.get(variation.coupon()), priors))
                .sum();
        OptionalDouble measured = effects.stream()
                .map(one -> one.uplift(definition.campaign().id()))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
        boolean couponOver = own.stream().anyMatch(standing -> standing.isOver(now));
        return new Contender(
                definition.campaign(),
                priors.worth(definition, couponCost, measured),
                definition.exclusive(),
                definition.allocated(),
                Allowance.of(definition, setAside),
                couponOver
                        ? Supply.COUPON_OVER
                        : usedUp.getOrDefault(definition.campaign().reference(), Supply.LEFT),
                shares.of(definition));
    }

    private static double cost(@Nullable Standing standing, Priors priors) {
        return standing == null ? 0 : standing.costOfUse(priors.value());
    }

    private Priors priors() {
        return new Priors(settings.currency(), settings.priorValue(), settings.priorUplift(), settings.priorUses());
    }

    private static List<String> codes(List<Definition> definitions) {
        return definitions.stream()
                .flatMap(definition -> definition.campaign().variations().stream())
                .filter(variation -> variation.weight() > 0)
                .map(Variation::coupon)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
