package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistories;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Customers as columns: from lists of the input, or from a CSV file of the customers by sufficient statistics ({@code cbs}). */
final class CustomerColumns {
    private static final List<String> X = List.of("x", "frequency");
    private static final List<String> LAST_TIMES = List.of("t_x", "recency");
    private static final List<String> AGES = List.of("T", "T_cal");
    private static final List<String> AMOUNTS = List.of("z", "mean_repeat_spend", "monetary_value");

    private final Function<List<String>, double[]> columns;

    private CustomerColumns(Function<List<String>, double[]> columns) {
        this.columns = columns;
    }

    static CustomerColumns of(Input input) {
        if (input.optional("cbs").isEmpty()) {
            return new CustomerColumns(
                    names -> Numbers.list(names.getFirst(), array(names.getFirst(), input.required(names.getFirst()))));
        }
        Path file = Input.file("cbs", input.text("cbs"));
        CsvColumns table = CsvColumns.read("cbs", file);
        return new CustomerColumns(names -> column(table, names));
    }

    private static JsonNode array(String field, JsonNode value) {
        if (!value.isArray()) {
            throw new InvalidInputException(field, "expected a list");
        }
        return value;
    }

    long[] repeats() {
        double[] numbers = columns.apply(X);
        long[] repeats = new long[numbers.length];
        for (int n = 0; n < numbers.length; n++) {
            repeats[n] = (long) numbers[n];
            if (repeats[n] != numbers[n]) {
                throw new InvalidInputException("x." + n, "expected a whole number");
            }
        }
        return repeats;
    }

    double[] amounts() {
        return columns.apply(AMOUNTS);
    }

    PurchaseHistories histories() {
        return PurchaseHistories.of(repeats(), columns.apply(LAST_TIMES), columns.apply(AGES));
    }

    /** One customer of fields x, t_x and T. */
    static PurchaseHistory one(long x, double lastTime, double age) {
        try {
            return new PurchaseHistory(x, lastTime, age);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new InvalidInputException(message.substring(0, Math.max(0, message.indexOf(':'))), message);
        }
    }

    private static double[] column(CsvColumns table, List<String> names) {
        List<String> header = table.rows().isEmpty() ? List.of() : table.rows().getFirst();
        String name = names.stream().filter(header::contains).findFirst().orElse(names.getFirst());
        List<String> cells = table.column("cbs", name);
        double[] numbers = new double[cells.size()];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = number(name, n + 2, cells.get(n));
        }
        return numbers;
    }

    /** Empty is 0, as for the mean amount of no purchases; what NumPy writes as np.float64(1.5) is 1.5. */
    private static double number(String column, int line, String cell) {
        String text = cell.strip();
        text = text.startsWith("np.float64(") && text.endsWith(")") ? text.substring(11, text.length() - 1) : text;
        try {
            double number = text.isEmpty() || text.equals("nan") ? 0 : Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the same answer: this is no number
        }
        throw new InvalidInputException(
                "cbs", "line " + line + ", " + column + ": expected a number, was '" + cell + "'");
    }
}
