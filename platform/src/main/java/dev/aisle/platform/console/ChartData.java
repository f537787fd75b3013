package dev.aisle.platform.console;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the script that draws a chart reads: {@code ChartData.byDay(days).line("Views", values).json()}. A value that is null is a gap. */
public final class ChartData {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode data = JSON.createObjectNode();
    private final ArrayNode series = JSON.createArrayNode();

    private ChartData(boolean time, List<? extends Number> places) {
        data.put("time", time);
        ArrayNode x = data.putArray("x");
        places.forEach(place -> x.add(place.doubleValue()));
        data.set("series", series);
    }

    /** With one place for each day. */
    public static ChartData byDay(List<LocalDate> days) {
        return new ChartData(
                true,
                days.stream()
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toEpochSecond())
                        .toList());
    }

    /** With numbers as places, in order. */
    public static ChartData byNumber(List<? extends Number> places) {
        return new ChartData(false, places);
    }

    /** What stands behind each number of the axis: {@code %}. */
    public ChartData unit(String unit) {
        data.put("unit", unit);
        return this;
    }

    /** A line; one value a place. */
    public ChartData line(String name, List<? extends @Nullable Number> values) {
        add(name, values);
        return this;
    }

    /** A broken line: what is thought and not counted. */
    public ChartData dashed(String name, List<? extends @Nullable Number> values) {
        add(name, values).put("dashed", true);
        return this;
    }

    /** A broken line within a band. */
    public ChartData band(
            String name,
            List<? extends @Nullable Number> values,
            List<? extends @Nullable Number> low,
            List<? extends @Nullable Number> high) {
        ObjectNode line = add(name, values).put("dashed", true);
        fill(line.putArray("low"), low);
        fill(line.putArray("high"), high);
        return this;
    }

    /** As it may stand within a page: nothing in it ends a script element. */
    public String json() {
        return data.toString().replace("<", "\\u003c");
    }

    private ObjectNode add(String name, List<? extends @Nullable Number> values) {
        ObjectNode line = series.addObject().put("name", name);
        fill(line.putArray("values"), values);
        return line;
    }

    private static void fill(ArrayNode into, List<? extends @Nullable Number> values) {
        for (Number value : values) {
            if (value == null) {
                into.addNull();
            } else {
                into.add(value.doubleValue());
            }
        }
    }
}
