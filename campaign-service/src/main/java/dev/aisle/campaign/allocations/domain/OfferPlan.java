package dev.aisle.campaign.allocations.domain;

import dev.aisle.algorithms.offers.Allocation;
import dev.aisle.algorithms.offers.BudgetAllocation;
import dev.aisle.algorithms.offers.FairnessReport;
import dev.aisle.algorithms.offers.OfferTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what each variation would bring and cost at each person, and allocates a budget over them. Amounts are in minor units. */
public final class OfferPlan {
    private final List<Offer> offers;
    private final List<String> groups;
    private final List<String> people = new ArrayList<>();
    private double[] values = new double[0];
    private double[] costs = new double[0];
    private int[] groupOf = new int[0];

    /**
     * With these offers.
     *
     * @param groups names of the groups of the fairness report
     */
    public OfferPlan(List<Offer> offers, List<String> groups) {
        this.offers = List.copyOf(offers);
        this.groups = List.copyOf(groups);
    }

    /** A variation, and what giving it is expected to cost. */
    public record Offer(String variation, double cost) {}

    /** What a person was given. */
    public record Given(String pseudonym, String variation, double value, double cost) {}

    /**
     * How a budget was allocated.
     *
     * @param given one for each person who gets something
     * @param shareOfBound of the value that nothing can pass, 0 to 1
     * @param fairness who gets how much; {@code null} without groups
     */
    public record Result(
            List<Given> given,
            double value,
            double cost,
            double shareOfBound,
            @Nullable FairnessReport fairness) {
        public Result {
            given = List.copyOf(given);
        }
    }

    /**
     * Adds a person.
     *
     * @param expected what each offer would bring, in their order
     * @param group index of the person's group; −1 for none
     */
    public void add(String pseudonym, double[] expected, int group) {
        int first = people.size() * offers.size();
        if (first + offers.size() > values.length) {
            int room = Math.max(64, people.size() * 2);
            values = Arrays.copyOf(values, room * offers.size());
            costs = Arrays.copyOf(costs, room * offers.size());
            groupOf = Arrays.copyOf(groupOf, room);
        }
        for (int offer = 0; offer < offers.size(); offer++) {
            values[first + offer] = expected[offer];
            costs[first + offer] = offers.get(offer).cost();
        }
        groupOf[people.size()] = group;
        people.add(pseudonym);
    }

    /** How many people there are. */
    public int people() {
        return people.size();
    }

    /**
     * Allocates.
     *
     * @param k groups of fewer people are hidden in the fairness report
     */
    public Result allocate(double budget, int k) {
        int cells = people.size() * offers.size();
        OfferTable table = new OfferTable(offers.size(), Arrays.copyOf(values, cells), Arrays.copyOf(costs, cells));
        Allocation allocation = BudgetAllocation.of(table, budget);
        List<Given> given = new ArrayList<>();
        int[] choice = allocation.choice();
        for (int person = 0; person < choice.length; person++) {
            if (choice[person] != Allocation.NONE) {
                int cell = person * offers.size() + choice[person];
                given.add(new Given(
                        people.get(person), offers.get(choice[person]).variation(), values[cell], costs[cell]));
            }
        }
        FairnessReport fairness = groups.isEmpty()
                ? null
                : FairnessReport.of(table, allocation, Arrays.copyOf(groupOf, people.size()), groups, k);
        return new Result(given, allocation.value(), allocation.cost(), allocation.shareOfBound(), fairness);
    }
}
