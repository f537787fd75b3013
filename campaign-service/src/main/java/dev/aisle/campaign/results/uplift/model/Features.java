package dev.aisle.campaign.results.uplift.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers that a model reads of a person: by name, each less its mean and over its deviation when it was learned.
 *
 * @param names {@code orders}, {@code items}, {@code recency}, {@code contacts}, {@code clicks} or {@code segment:<id>}
 */
public record Features(List<String> names, List<Double> means, List<Double> deviations) {
    /** Those that aren't segments. */
    public static final List<String> BEHAVIOUR = List.of("orders", "items", "recency", "contacts", "clicks");

    private static final String SEGMENT = "segment:";
    private static final double MONTH_DAYS = 30;

    public Features {
        names = List.copyOf(names);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** The name of a segment as a feature. */
    public static String segment(String id) {
        return SEGMENT + id;
    }

    /** Those of these names that differ between these people. */
    public static Features of(List<String> names, List<Known> people) {
        List<double[]> columns =
                names.stream().map(name -> column(name, people)).toList();
        List<Integer> used = IntStream.range(0, names.size())
                .filter(n -> deviation(columns.get(n)) > 0)
                .boxed()
                .toList();
        return new Features(
                used.stream().map(names::get).toList(),
                used.stream().map(n -> mean(columns.get(n))).toList(),
                used.stream().map(n -> deviation(columns.get(n))).toList());
    }

    /** A person's numbers, in the order of the names. */
    public double[] of(Known person) {
        double[] row = new double[names.size()];
        for (int n = 0; n < row.length; n++) {
            row[n] = (raw(names.get(n), person) - means.get(n)) / deviations.get(n);
        }
        return row;
    }

    /** One number of everybody, as it is. */
    public static double[] column(String name, List<Known> people) {
        return people.stream().mapToDouble(person -> raw(name, person)).toArray();
    }

    private static double raw(String name, Known person) {
        Double days = person.daysSinceItem();
        return switch (name) {
            case "orders" -> Math.log1p(person.orders());
            case "items" -> Math.log1p(person.items());
            case "recency" -> days == null ? 0 : Math.exp(-days / MONTH_DAYS);
            case "contacts" -> Math.log1p(person.contacts());
            case "clicks" -> Math.log1p(person.clicks());
            default -> person.segments().contains(name.substring(SEGMENT.length())) ? 1 : 0;
        };
    }

    private static double mean(double[] column) {
        return Arrays.stream(column).average().orElse(0);
    }

    private static double deviation(double[] column) {
        double mean = mean(column);
        return Math.sqrt(Arrays.stream(column)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElse(0));
    }
}
