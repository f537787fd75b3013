package dev.aisle.recommender.serving.usecase;

import dev.aisle.platform.domains.Domains;
import dev.aisle.platform.domains.PackRules;
import dev.aisle.platform.domains.PackRules.Lists;
import dev.aisle.platform.domains.PackRules.Repeat;
import dev.aisle.platform.placements.Placements;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ListDomains;
import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Fairness;
import dev.aisle.recommender.serving.domain.Visit;
import dev.aisle.recommender.serving.usecase.ServingSettings.Placement;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the configuration says of each placement. */
@Singleton
public class PlacementRules {
    private static final String USUAL = "usual";
    /** The service comes with settings of it; a shop needn't have it. */
    private static final String SHIPPED = "cart";

    private final Map<String, Rules> rules = new HashMap<>();
    private final Map<String, Rules> ofDomains = new HashMap<>();
    private final Map<String, String> domainOfPlacement = new HashMap<>();
    private final Rules usual;
    private final Placements placements;
    private final ListDomains lists;

    PlacementRules(ServingSettings settings, Domains domains, Placements placements, ListDomains lists) {
        this.placements = placements;
        this.lists = lists;
        settings.placements().forEach((name, placement) -> {
            String violation = placements.violation(name);
            if (violation != null && !name.equals(SHIPPED)) {
                throw new IllegalStateException("aisle.serving.placements." + name + ": " + name + " " + violation);
            }
            rules.put(name, new Rules("", name, rerankingOf(placement)));
            placement.domain().ifPresent(domain -> domainOfPlacement.put(name, known(name, domain, domains)));
        });
        domains.packs()
                .forEach(pack -> ofDomains.put(pack.name(), new Rules("", pack.name(), rerankingOf(pack.rules()))));
        this.usual = new Rules("", USUAL, rerankingOf(settings.usual()));
    }

    private static String known(String placement, String domain, Domains domains) {
        if (!domains.knows(domain)) {
            throw new IllegalStateException("aisle.serving.placements." + placement + ".domain: must be one of "
                    + domains.known() + ", or " + domain + " must stand in aisle.domains.packs");
        }
        return domain;
    }

    /**
     * The settings of a list.
     *
     * @param domain of the list
     * @param name the placement's name; that of the domain's pack, or "usual", when it has no settings of its own
     */
    public record Rules(String domain, String name, Reranking reranking) {
        /** The filter within the list's domain. */
        public ItemFilter within(ItemFilter filter) {
            return filter.in(DomainRule.of(domain));
        }

        /** Names these settings, or the caller's own beside them: who analyses exposures must know what chose them. */
        public String version(Reranking used) {
            String own = used.equals(reranking) ? name : name + "+request";
            return own + "@" + Integer.toHexString(used.toString().hashCode());
        }
    }

    /** Returns what is wrong with the name of a placement, with the fix; null when it is declared, or empty for none. */
    public @Nullable String violation(String placement) {
        return placement.isEmpty() ? null : placements.violation(placement);
    }

    /** The settings of a list for a visit. */
    public Rules of(Visit visit, ItemFilter filter) {
        Optional<String> ofPlacement =
                Optional.ofNullable(domainOfPlacement.get(visit.placement().toLowerCase(Locale.ROOT)));
        return of(visit.placement(), lists.of(filter.domain().domain(), visit.contextItems(), ofPlacement));
    }

    /** The settings of a placement; for a name that has none those of the domain's pack, or the usual ones of the shop. */
    Rules of(String placement, String domain) {
        Rules own = rules.get(placement.toLowerCase(Locale.ROOT));
        Rules found = own == null ? ofDomains.getOrDefault(domain, usual) : own;
        return new Rules(domain, found.name(), found.reranking());
    }

    private static Reranking rerankingOf(PackRules pack) {
        Lists lists = pack.lists();
        return new Reranking(
                new Diversity(lists.diversity(), Diversity.Method.MMR),
                new Caps(lists.maxPerBrand(), lists.maxPerCategory(), 0),
                new Fairness(0, lists.exploration(), 0),
                lists.trend(),
                pack.repeat() == Repeat.ALWAYS);
    }

    private static Reranking rerankingOf(Placement placement) {
        return new Reranking(
                new Diversity(placement.diversity(), placement.diversityMethod()),
                new Caps(placement.maxPerBrand(), placement.maxPerCategory(), placement.maxPerPriceLevel()),
                new Fairness(placement.longTailShare(), placement.explorationShare(), placement.calibration()),
                placement.trend(),
                placement.includePurchased());
    }
}
