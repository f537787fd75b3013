package dev.aisle.recommender.models.fairness;

import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.interactions.feedback.domain.OnSale;
import dev.aisle.recommender.interactions.feedback.domain.Spread;
import dev.aisle.recommender.interactions.feedback.domain.SpreadFigures;
import dev.aisle.recommender.interactions.feedback.domain.SpreadTally;
import dev.aisle.recommender.interactions.feedback.domain.SpreadTally.Item;
import dev.aisle.recommender.models.fairness.FairnessReport.GroupAccuracy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Works out how fair the lists of a hold-out are, as one release: each person counts once, in one group of each trait. */
final class Fairness {
    private static final int TRAITS = 2;

    /** The people, what they were shown, the sum of everybody's accuracy, and each trait. */
    static final int TOUCHED = 1 + SpreadFigures.TOUCHED + 1 + TRAITS * TraitGroups.TOUCHED;

    private final OnSale products;
    private final Limits limits;
    private final Noise noise;

    /**
     * From where on an alarm is raised.
     *
     * @param exposure see there
     * @param groupShareAtLeast of everybody's nDCG that a group reaches; an alarm when the whole interval of the group is below
     */
    public record Limits(Spread.Limits exposure, double groupShareAtLeast) {}

    /** The fairness of lists of these products. */
    public Fairness(Shelf shelf, Limits limits, Noise noise) {
        this.products = new OnSale(shelf);
        this.limits = limits;
        this.noise = noise;
    }

    /** The report; empty when too few were asked. */
    public Optional<FairnessReport> of(List<AskedPerson> asked) {
        SpreadTally shown = new SpreadTally(products, 0);
        TraitGroups countries = new TraitGroups("country");
        TraitGroups devices = new TraitGroups("device");
        double sum = 0;
        for (AskedPerson person : asked) {
            Circumstances circumstances = person.circumstances();
            shown.add(items(person));
            countries.add(Objects.requireNonNullElse(circumstances.country(), ""), person.ndcg());
            devices.add(Objects.requireNonNullElse(circumstances.device(), ""), person.ndcg());
            sum += person.ndcg();
        }
        List<Figure> figures = new ArrayList<>(List.of(Figure.people(asked.size())));
        figures.addAll(SpreadFigures.whole(shown));
        figures.add(new Figure(sum, 1));
        figures.addAll(countries.figures());
        figures.addAll(devices.figures());
        Iterator<NoisedFigure> released =
                figures.stream().map(figure -> noise.of(figure, TOUCHED)).iterator();
        NoisedFigure people = released.next();
        return noise.level().shows(people)
                ? Optional.of(report(people, released, List.of(countries, devices)))
                : Optional.empty();
    }

    private static List<Item> items(AskedPerson person) {
        return person.shown().stream().map(id -> new Item(0, "", id)).toList();
    }

    private FairnessReport report(NoisedFigure people, Iterator<NoisedFigure> released, List<TraitGroups> traits) {
        Spread exposure = new SpreadFigures(products, noise.level(), limits.exposure()).whole(people, released);
        double ndcg = Math.clamp(released.next().value() / people.value(), 0.0, 1.0);
        List<GroupAccuracy> groups = new ArrayList<>();
        traits.forEach(trait -> groups.addAll(trait.shown(released, noise.level())));
        List<String> alarms = new ArrayList<>(exposure.alarms());
        groups.forEach(group -> alarm(group, ndcg).ifPresent(alarms::add));
        return new FairnessReport(people.whole(), exposure, ndcg, groups, alarms);
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
}
