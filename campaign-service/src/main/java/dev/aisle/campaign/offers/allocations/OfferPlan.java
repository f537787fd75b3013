package dev.aisle.campaign.offers.allocations;

import dev.aisle.algorithms.offers.Allocation;
import dev.aisle.algorithms.offers.BudgetAllocation;
import dev.aisle.algorithms.offers.OfferTable;
import dev.aisle.campaign.offers.allocations.CountedAllocation.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what each variation would bring and cost at each person, and allocates a budget over them. Amounts are in minor units. */
final class OfferPlan {
    private final List<Offer> offers;
    private final List<String> groups;
    private final List<String> people = new ArrayList<>();
    private double[] values = new double[0];
    private double[] costs = new double[0];
    private int[] groupOf = new int[0];

    /**
     * With these offers.
     *
     * @param groups names of the groups that are compared
     */
    public OfferPlan(List<Offer> offers, List<String> groups) {
        this.offers = List.copyOf(offers);
        this.groups = List.copyOf(groups);
    }

    /** A variation, and what giving it is expected to cost. */
    public record Offer(String variation, double cost) {}

    /** The offer that a person was given. */
    public record Given(String pseudonym, String variation, double value, double cost) {}

    /**
     * How a budget was allocated.
     *
     * @param given one for each person who gets something
     * @param counted for the guard
     */
    public record Result(List<Given> given, CountedAllocation counted) {
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

    /** Allocates. */
    public Result allocate(double budget) {
        int cells = people.size() * offers.size();
        OfferTable table = new OfferTable(offers.size(), Arrays.copyOf(values, cells), Arrays.copyOf(costs, cells));
        Allocation allocation = BudgetAllocation.of(table, budget);
        List<Given> given = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        int[] choice = allocation.choice();
        for (int person = 0; person < choice.length; person++) {
            boolean gets = choice[person] != Allocation.NONE;
            int cell = gets ? person * offers.size() + choice[person] : 0;
            if (gets) {
                given.add(new Given(
                        people.get(person), offers.get(choice[person]).variation(), values[cell], costs[cell]));
            }
            places.add(new Place(
                    groupOf[person], gets ? choice[person] : -1, gets ? values[cell] : 0, gets ? costs[cell] : 0));
        }
        return new Result(given, new CountedAllocation(offers, groups, places));
    }
}
