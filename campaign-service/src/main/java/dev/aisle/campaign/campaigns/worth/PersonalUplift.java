package dev.aisle.campaign.campaigns.worth;

import java.util.Arrays;
import java.util.List;

/** The value of offers at single people beyond what happens anyway. No attribute of a person may enter that is protected, nor one that stands in for it. */
public interface PersonalUplift {
    /**
     * Returns the value that each variation is expected to bring at each person.
     *
     * @param people everybody the budget is allocated over; at least one
     * @param worth of a success, in minor units
     */
    Expected of(String campaign, List<String> variations, List<String> people, double worth);

    /**
     * Expected values of variations at people.
     *
     * @param values a row a person with a number a variation, minor units, before costs; NaN where nothing is known, for which the prior stands
     * @param standIns variations whose values told a protected segment, so that everybody has their average
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // A number a person and variation: a copy of each would double the memory.
    record Expected(double[][] values, List<String> standIns) {
        public Expected {
            standIns = List.copyOf(standIns);
        }

        /** Where nothing was learned. */
        public static Expected unknown(int people, int variations) {
            double[][] values = new double[people][variations];
            Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
            return new Expected(values, List.of());
        }
    }
}
