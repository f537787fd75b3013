package dev.aisle.algorithms.offers;

import java.util.ArrayList;
import java.util.List;

/**
 * Who gets how much of a budget, by a group that people allowed to be compared by, such as price level. Groups below k people aren't shown.
 *
 * @param groups those with at least k people, in the order of their names
 * @param hiddenPeople people of groups that are too small to be shown
 * @param parity the smallest share of people with an offer over the largest; 1 when all are alike or nobody gets one
 */
public record FairnessReport(List<Group> groups, int hiddenPeople, double parity) {
    public FairnessReport {
        groups = List.copyOf(groups);
    }

    /**
     * A group.
     *
     * @param share of its people who get an offer
     * @param meanCost what the budget pays a person of it on average
     * @param meanValue what the offers bring a person of it on average
     */
    public record Group(String name, int people, double share, double meanCost, double meanValue) {}

    /**
     * Reports.
     *
     * @param groupOf per customer its group's place in {@code names}; −1 for those who didn't allow it, who are left out
     * @param k least people of a group that is shown, ≥ 1
     */
    public static FairnessReport of(OfferTable table, Allocation allocation, int[] groupOf, List<String> names, int k) {
        if (groupOf.length != table.customers() || k < 1) {
            throw new IllegalArgumentException("groups: expected one a customer and k ≥ 1, were " + groupOf.length
                    + " for " + table.customers() + " and " + k);
        }
        int[] people = new int[names.size()];
        int[] offered = new int[names.size()];
        double[] cost = new double[names.size()];
        double[] value = new double[names.size()];
        for (int customer = 0; customer < groupOf.length; customer++) {
            int group = groupOf[customer];
            if (group >= 0) {
                int choice = allocation.choice()[customer];
                people[group]++;
                offered[group] += choice == Allocation.NONE ? 0 : 1;
                cost[group] += table.costOf(customer, choice);
                value[group] += table.valueOf(customer, choice);
            }
        }
        List<Group> shown = new ArrayList<>();
        int hidden = 0;
        for (int group = 0; group < people.length; group++) {
            if (people[group] >= k) {
                double count = people[group];
                shown.add(new Group(
                        names.get(group),
                        people[group],
                        offered[group] / count,
                        cost[group] / count,
                        value[group] / count));
            } else {
                hidden += people[group];
            }
        }
        return new FairnessReport(shown, hidden, parity(shown));
    }

    private static double parity(List<Group> groups) {
        double least = groups.stream().mapToDouble(Group::share).min().orElse(1);
        double most = groups.stream().mapToDouble(Group::share).max().orElse(1);
        return most > 0 ? least / most : 1;
    }
}
