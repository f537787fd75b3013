package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.compute.Json;

/** Writes a forecast; what isn't known is null, with the reason. */
final class ForecastAnswer {
    private ForecastAnswer() {}

    static ObjectNode of(Forecast forecast) {
        ObjectNode output = Json.STRICT.createObjectNode().put("method", forecast.method());
        array(output, "mean", forecast.mean());
        boolean known = forecast.levels().count() > 0;
        if (known) {
            array(output, "levels", forecast.levels().percent());
            rows(output, "lower", forecast.lower());
            rows(output, "upper", forecast.upper());
        } else {
            output.putNull("lower").putNull("upper");
        }
        forecast.note().ifPresent(note -> output.put(known ? "note" : "reason", note));
        return output;
    }

    /** A field with a list of numbers; NaN is null. */
    static void array(ObjectNode into, String field, double[] values) {
        into.set(field, array(values));
    }

    /** A list of numbers; NaN is null. */
    static ArrayNode array(double[] values) {
        ArrayNode array = Json.STRICT.createArrayNode();
        for (double value : values) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
        return array;
    }

    private static void rows(ObjectNode into, String field, double[][] rows) {
        ArrayNode array = into.putArray(field);
        for (double[] row : rows) {
            array.add(array(row));
        }
    }

    /** A number; null with a reason when it isn't finite. */
    static void number(ObjectNode into, String field, double value, String why) {
        if (Double.isFinite(value)) {
            into.put(field, value);
        } else {
            into.putNull(field).put("reason", why);
        }
    }
}
