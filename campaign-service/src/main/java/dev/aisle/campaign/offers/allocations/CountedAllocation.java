package dev.aisle.campaign.offers.allocations;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.offers.allocations.OfferPlan.Offer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Exact counts of an allocation: a place for each person who could get something. Which offers and groups there are depends on nobody. */
record CountedAllocation(List<Offer> offers, List<String> groups, List<Place> places) {
    /** The people, the variation that somebody gets, and its value. */
    private static final int TOUCHED = 3;
    /** The group, whether somebody of it gets something, its cost and its value. */
    private static final int OF_GROUP = 4;
    /** Beyond this ratio of costs the numbers would be nothing but noise. */
    private static final int MOST_MOVED = 10;

    public CountedAllocation {
        offers = List.copyOf(offers);
        groups = List.copyOf(groups);
        places = List.copyOf(places);
    }

    /**
     * A person's place in the allocation.
     *
     * @param group index of the person's group; −1 for none
     * @param offer index of what the person gets; −1 for nothing
     */
    public record Place(int group, int offer, double value, double cost) {}

    /**
     * As the guard shows it, amounts in minor units.
     *
     * @param byVariation without those that too few people get
     * @param cost of those that are shown
     */
    public record Shown(long people, Map<String, Long> byVariation, double value, double cost, Fairness fairness) {}

    /** Shares of offers by groups of enough people; {@code parity} is the smallest share of people with an offer over the largest. */
    public record Fairness(List<Group> groups, double parity) {
        public Fairness {
            groups = List.copyOf(groups);
        }
    }

    /** A group: the share of its people who get an offer, and what the budget pays and the offers bring a person of it on average. */
    public record Group(String name, long people, double share, double meanCost, double meanValue) {}

    /** One answer. */
    public Question question(String text) {
        double mostValue = Figure.most(amounts(_ -> true, Place::value));
        double mostCost = Figure.most(amounts(_ -> true, Place::cost));
        List<Figure> figures = new ArrayList<>();
        figures.add(people(_ -> true));
        for (int offer = 0; offer < offers.size(); offer++) {
            int one = offer;
            figures.add(people(place -> place.offer() == one));
        }
        figures.add(Figure.sum(amounts(_ -> true, Place::value), mostValue));
        for (int group = 0; group < groups.size(); group++) {
            int one = group;
            Predicate<Place> those = place -> place.group() == one;
            figures.add(people(those));
            figures.add(people(those.and(place -> place.offer() >= 0)));
            figures.add(Figure.sum(amounts(those, Place::cost), mostCost));
            figures.add(Figure.sum(amounts(those, Place::value), mostValue));
        }
        int touched = TOUCHED + (groups.isEmpty() ? 0 : OF_GROUP);
        return new Question("allocation " + text, figures, touched * moved() * moved());
    }

    /** How many people's offers one person changes: the own one, and as many cheaper ones as the dearest offer costs. */
    private int moved() {
        double most = offers.stream().mapToDouble(Offer::cost).max().orElse(0);
        double least = offers.stream()
                .mapToDouble(Offer::cost)
                .filter(cost -> cost > 0)
                .min()
                .orElse(0);
        return least == 0 ? 1 : 1 + (int) Math.min(MOST_MOVED, Math.ceil(most / least));
    }

    private Figure people(Predicate<Place> those) {
        return Figure.people(places.stream().filter(those).count());
    }

    private SortedMap<Long, Long> amounts(Predicate<Place> those, ToDoubleFunction<Place> amount) {
        SortedMap<Long, Long> people = new TreeMap<>();
        places.stream()
                .filter(those)
                .forEach(place -> people.merge(Math.max(0, Math.round(amount.applyAsDouble(place))), 1L, Long::sum));
        return people;
    }

    /** As it is shown. */
    public Shown shown(Answer.Shown answer, GuardLevel level) {
        Iterator<NoisedFigure> figures = answer.figures().iterator();
        long people = figures.next().whole();
        Map<String, Long> byVariation = new TreeMap<>();
        double cost = 0;
        for (Offer offer : offers) {
            NoisedFigure given = figures.next();
            if (level.shows(given)) {
                byVariation.put(offer.variation(), given.whole());
                cost += given.whole() * offer.cost();
            }
        }
        double value = figures.next().value();
        List<Group> shown = new ArrayList<>();
        for (String name : groups) {
            NoisedFigure size = figures.next();
            NoisedFigure given = figures.next();
            NoisedFigure costs = figures.next();
            NoisedFigure values = figures.next();
            if (level.shows(size)) {
                double n = size.value();
                shown.add(new Group(
                        name, size.whole(), Math.min(1, given.value() / n), costs.value() / n, values.value() / n));
            }
        }
        return new Shown(people, byVariation, value, cost, new Fairness(shown, parity(shown)));
    }

    private static double parity(List<Group> groups) {
        double least = groups.stream().mapToDouble(Group::share).min().orElse(1);
        double most = groups.stream().mapToDouble(Group::share).max().orElse(1);
        return most > 0 ? least / most : 1;
    }
}
