package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Numbers of an input and of an output. */
final class Numbers {
    private Numbers() {}

    static double number(String field, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new InvalidInputException(field, "expected a number");
        }
        return value.doubleValue();
    }

    /** A whole number, also when it is written as 2.0. */
    static long whole(String field, JsonNode value) {
        try {
            return new BigDecimal(value.isNumber() ? value.asText() : "").longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new InvalidInputException(field, "expected a whole number");
        }
    }

    /** Numbers in a list, or one number as a list of it. */
    static double[] list(String field, JsonNode value) {
        if (!value.isArray()) {
            return new double[] {number(field, value)};
        }
        double[] numbers = new double[value.size()];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = number(field + "." + n, value.get(n));
        }
        return numbers;
    }

    /** Whole numbers in a list, or one as a list of it. */
    static long[] wholes(String field, JsonNode value) {
        if (!value.isArray()) {
            return new long[] {whole(field, value)};
        }
        long[] numbers = new long[value.size()];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = whole(field + "." + n, value.get(n));
        }
        return numbers;
    }

    /** Puts a number; one that is none, such as an overflow, is null with a reason. */
    static void put(ObjectNode output, String field, double value) {
        if (Double.isFinite(value)) {
            output.put(field, value);
        } else {
            output.putNull(field).withObjectProperty("reason").put(field, "greater than a number can be");
        }
    }
}
