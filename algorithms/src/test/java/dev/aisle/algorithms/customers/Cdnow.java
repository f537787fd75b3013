package dev.aisle.algorithms.customers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistories;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The 2,357 customers of CDNOW: purchases from January 1997 to June 1998. */
public final class Cdnow {
    /** What was published of it. */
    public static final JsonNode VECTORS = Vectors.json("clv_vectors.json");

    public static final double WEEK = 7;

    /** Each customer's purchase days with the sum of the day, by id. */
    public static final Map<String, NavigableMap<Long, Double>> CUSTOMERS = read();

    public static final long CALIBRATION_END = LocalDate.of(1997, 9, 30).toEpochDay();
    public static final long HOLDOUT_END = CALIBRATION_END + 39 * 7;

    private Cdnow() {}

    private static Map<String, NavigableMap<Long, Double>> read() {
        Map<String, NavigableMap<Long, Double>> customers = new TreeMap<>();
        for (String line : packed("cdnow/CDNOW_sample.txt.gz")) {
            String[] cells = line.strip().split(" +", -1);
            long day =
                    LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
            customers
                    .computeIfAbsent(cells[1], id -> new TreeMap<>())
                    .merge(day, Double.parseDouble(cells[4]), Double::sum);
        }
        return customers;
    }

    public static List<String> packed(String name) {
        try (InputStream packed = Cdnow.class.getResourceAsStream("/vectors/" + name);
                InputStream in = new GZIPInputStream(packed)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The days until one, as the record that is kept per person. */
    public static PurchaseSpan span(NavigableMap<Long, Double> days, long until) {
        PurchaseSpan span = PurchaseSpan.NONE;
        for (long day : days.headMap(until, true).keySet()) {
            span = span.add(day);
        }
        return span;
    }

    public static PurchaseHistory calibration(String id) {
        return PurchaseHistory.of(span(CUSTOMERS.get(id), CALIBRATION_END), CALIBRATION_END, WEEK);
    }

    public static PurchaseHistories calibration() {
        return PurchaseHistories.of(
                CUSTOMERS.keySet().stream().map(Cdnow::calibration).toList());
    }

    /** Purchase days in the 39 weeks behind the calibration. */
    public static long holdout(String id) {
        return CUSTOMERS
                .get(id)
                .subMap(CALIBRATION_END, false, HOLDOUT_END, true)
                .size();
    }

    /** Mean amount of the repeat purchases until the end of the calibration; 0 without one. */
    public static double meanRepeat(String id) {
        List<Double> amounts =
                new ArrayList<>(CUSTOMERS.get(id).headMap(CALIBRATION_END, true).values());
        return amounts.stream().skip(1).mapToDouble(amount -> amount).average().orElse(0);
    }

    public static long[] repeats() {
        return CUSTOMERS.keySet().stream()
                .mapToLong(id -> calibration(id).repeats())
                .toArray();
    }

    public static double[] meanRepeats() {
        return CUSTOMERS.keySet().stream().mapToDouble(Cdnow::meanRepeat).toArray();
    }
}
