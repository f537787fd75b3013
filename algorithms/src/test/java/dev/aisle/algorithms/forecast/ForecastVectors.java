package dev.aisle.algorithms.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;

/** The published series, and what R made of them. */
public final class ForecastVectors {
    /** R's figures. */
    public static final JsonNode R = Vectors.json("forecast/r_forecast_vectors.json");

    private ForecastVectors() {}

    /** A series by its name in R, or by that of a row that begins with it. */
    public static Series series(String row) {
        int end = row.indexOf('_');
        String name = end < 0 ? row : row.substring(0, end);
        double[] values = Vectors.lines("forecast/" + name + ".csv").stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();
        boolean yearly = name.equals("Nile") || name.equals("WWWusage");
        return Series.of(values, yearly ? 1 : 12);
    }

    /** An array of numbers. */
    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }

    /** One level of bounds. */
    public static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    /** One column of an array of arrays. */
    public static double[] column(JsonNode rows, int column) {
        double[] numbers = new double[rows.size()];
        Arrays.setAll(numbers, i -> rows.get(i).get(column).asDouble());
        return numbers;
    }
}
