package dev.aisle.training.spark;

import dev.aisle.training.spark.Part.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of all parts together. */
@SuppressWarnings("ArrayRecordComponent") // read once
record Totals(
        int people,
        long rows,
        long pairs,
        double weight,
        long largestPerson,
        Map<String, Long> types,
        byte[] fingerprint) {
    static Totals of(List<Figures> parts) {
        int people = 0;
        long rows = 0;
        long pairs = 0;
        double weight = 0;
        long largest = 0;
        byte[] fingerprint = {};
        Map<String, Long> types = new HashMap<>();
        for (Figures part : parts) {
            people = Math.addExact(people, part.people());
            rows += part.rows();
            pairs += part.pairs();
            weight += part.weight();
            largest = Math.max(largest, part.largestPerson());
            fingerprint = PeoplePrints.add(fingerprint, part.fingerprint());
            part.types().forEach((type, count) -> types.merge(type, count, Long::sum));
        }
        return new Totals(people, rows, pairs, weight, largest, types, fingerprint);
    }

    /** The number of the first person of each part. */
    static int[] firstPeople(List<Figures> parts) {
        int[] firsts = new int[parts.size()];
        for (int part = 1; part < firsts.length; part++) {
            firsts[part] = firsts[part - 1] + parts.get(part - 1).people();
        }
        return firsts;
    }
}
