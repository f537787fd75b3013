package dev.aisle.recommender.models.fairness.domain;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.Catalogue;
import dev.aisle.algorithms.evaluate.Evaluation;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.feedback.domain.ListDiversity;
import dev.aisle.recommender.feedback.domain.ShownProduct;
import dev.aisle.recommender.feedback.domain.Spread;
import dev.aisle.recommender.feedback.domain.SpreadReport;
import dev.aisle.recommender.interactions.domain.Circumstances;
import dev.aisle.recommender.models.domain.HeldOutList;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.fairness.domain.FairnessReport.GroupAccuracy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out how fair the lists of a hold-out are. */
public final class Fairness {
    private static final List<String> PARITIES = List.of("poprsp", "popreo");
    private static final long SEED = 1;

    private final TrainingSet set;
    private final Shelf shelf;
    private final Limits limits;

    /**
     * From where on something is said, and an alarm is raised.
     *
     * @param people fewest people of whom anything is said
     * @param exposure see there
     * @param groupShareAtLeast of everybody's nDCG that a group reaches; an alarm when the whole interval of the group is below
     */
    public record Limits(KThreshold people, SpreadReport.Limits exposure, double groupShareAtLeast) {}

    /** The fairness of lists of this set. */
    public Fairness(TrainingSet set, Shelf shelf, Limits limits) {
        this.set = set;
        this.shelf = shelf;
        this.limits = limits;
    }

    /**
     * The report; empty when too few were asked.
     *
     * @param peopleOf how many people had each product before
     */
    public Optional<FairnessReport> of(List<HeldOutList> lists, int[] peopleOf) {
        if (!limits.people().allows(lists.size())) {
            return Optional.empty();
        }
        double[] ndcg = lists.stream()
                .mapToDouble(held -> AccuracyMetric.NDCG.of(held.list(), HoldOut.cutoff()))
                .toArray();
        double mean = Arrays.stream(ndcg).average().orElseThrow();
        List<GroupAccuracy> groups = new ArrayList<>(byTrait("country", Circumstances::country, lists, ndcg));
        groups.addAll(byTrait("device", Circumstances::device, lists, ndcg));
        Spread spread = spread(lists, peopleOf);
        List<String> alarms = new ArrayList<>(spread.alarms());
        groups.forEach(group -> alarm(group, mean).ifPresent(alarms::add));
        return Optional.of(new FairnessReport(lists.size(), spread, parity(lists, peopleOf), mean, groups, alarms));
    }

    private List<GroupAccuracy> byTrait(
            String trait, Function<Circumstances, @Nullable String> value, List<HeldOutList> lists, double[] ndcg) {
        List<String> groupOf = lists.stream()
                .map(held -> Optional.ofNullable(value.apply(set.circumstancesOf(held.person())))
                        .orElse(""))
                .toList();
        return new AccuracyByGroup(limits.people()).of(trait, groupOf, ndcg);
    }

    private Optional<String> alarm(GroupAccuracy group, double mean) {
        return group.high() >= limits.groupShareAtLeast() * mean
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s %s reaches %.0f %% of everybody's nDCG (%.4f of %.4f, %d people), at least %.0f %% are wanted",
                        group.trait(),
                        group.group(),
                        100 * group.ndcg() / mean,
                        group.ndcg(),
                        mean,
                        group.people(),
                        100 * limits.groupShareAtLeast()));
    }

    private Spread spread(List<HeldOutList> lists, int[] peopleOf) {
        String[] ids = set.productIds();
        Map<String, Long> times = new HashMap<>();
        ListDiversity diversity = new ListDiversity();
        for (HeldOutList held : lists) {
            for (int rank = 0; rank < held.list().shown(HoldOut.cutoff()); rank++) {
                String id = ids[held.list().item(rank)];
                times.merge(id, 1L, Long::sum);
                CatalogueItem product = shelf.get(id);
                if (product != null && product.category() != null) {
                    diversity.add(Integer.toString(held.person()), product.category());
                }
            }
        }
        Map<String, Long> people = new HashMap<>();
        for (int item = 0; item < peopleOf.length; item++) {
            people.put(ids[item], (long) peopleOf[item]);
        }
        List<ShownProduct> shown = times.entrySet().stream()
                .map(product -> new ShownProduct(product.getKey(), product.getValue()))
                .toList();
        return new SpreadReport(shelf, people, set.userCount(), limits.exposure())
                .of(shown, lists.size(), diversity.mean());
    }

    private Map<String, Double> parity(List<HeldOutList> lists, int[] peopleOf) {
        List<JudgedList> judged = lists.stream().map(HeldOutList::list).toList();
        Map<String, Double> parity = new LinkedHashMap<>();
        new Evaluation(Catalogue.of(peopleOf, set.userCount()), 1, SEED)
                .of(judged, new int[] {HoldOut.cutoff()})
                .forEach((metric, outcome) -> {
                    if (outcome instanceof Estimate estimate
                            && PARITIES.stream().anyMatch(name -> metric.startsWith(name + "@"))) {
                        parity.put(metric, estimate.value());
                    }
                });
        return parity;
    }
}
