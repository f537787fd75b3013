package dev.aisle.platform.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** What the tag {@code chart} draws. What isn't a finite number is a gap. */
public final class ChartData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode chart = JsonNodeFactory.instance.objectNode();
    private final ArrayNode series;

    private ChartData(boolean time, double[] x) {
        chart.put("time", time);
        chart.set("x", numbers(x));
        this.series = chart.putArray("series");
    }

    /** Over times. */
    public static ChartData overTime(List<Instant> times) {
        return new ChartData(
                true, times.stream().mapToDouble(Instant::getEpochSecond).toArray());
    }

    /** Over numbers. */
    public static ChartData over(double... x) {
        return new ChartData(false, x);
    }

    /** What stands behind the numbers of the axis: {@code %}. */
    public ChartData unit(String unit) {
        chart.put("unit", unit);
        return this;
    }

    /** A line, of as many values as there are places. */
    public ChartData line(String name, double... values) {
        add(name, values);
        return this;
    }

    /** A limit: a dashed line. */
    public ChartData limit(String name, double... values) {
        add(name, values).put("dashed", true);
        return this;
    }

    /** A line within a band. */
    public ChartData band(String name, double[] values, double[] low, double[] high) {
        ObjectNode one = add(name, values);
        one.set("low", numbers(low));
        one.set("high", numbers(high));
        return this;
    }

    /** As JSON that can stand inside of a script element. */
    public String json() {
        try {
            return JSON.writeValueAsString(chart).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        }
    }

    private ObjectNode add(String name, double[] values) {
        ObjectNode one = series.addObject();
        one.put("name", name);
        one.set("values", numbers(values));
        return one;
    }

    private static ArrayNode numbers(double[] values) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                all.addNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                all.add((long) value);
            } else {
                all.add(value);
            }
        }
        return all;
    }
}
